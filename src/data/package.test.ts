import { expect, test } from 'vitest';
import { checkDisclosure } from '../checks/check-disclosure.ts';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import { addToCell, both, dropTables, undecideCell } from '../checks/testing/edit-disclosure.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { Project } from '../schema/project.ts';
import { packageFaults } from './testing/package-faults.ts';
import { parsedTexts } from './testing/parsed-texts.ts';
import { writePart } from './write-part.ts';

function faultsOf(disclosure: Disclosure): string[] {
  const { files } = writePart({ disclosure, findings: checkDisclosure(disclosure) }, '1');
  return packageFaults((path) => String(files.get(path)));
}

test.each(parsedTexts())('the package of %s keeps to its own schema', (_, disclosure) => {
  expect(faultsOf(disclosure)).toEqual([]);
});

test.each([
  ['a clean budget', cleanDisclosure(1)],
  ['a sum that is off', addToCell([3, '合计', '基本支出'], 10_000)(cleanDisclosure(2))],
  ['an amount left open', undecideCell([5, '合计', '合计'])(cleanDisclosure(3))],
  ['missing tables', both(dropTables(1, 6), dropTables(12))(cleanDisclosure(4))],
  ['forms that say things twice or not at all', withOddForms(cleanDisclosure(5))],
])('the package of %s keeps to its own schema', (_, disclosure) => {
  expect(faultsOf(disclosure)).toEqual([]);
});

/** A source printed twice, two open indicators on one line, a project without money and name, a term explained twice. */
function withOddForms(disclosure: Disclosure): Disclosure {
  const [first, second, ...rest] = disclosure.projects as [Project, Project];
  const open = { scope: '年度', level1: null, level2: null, name: '', value: '', line: first.line } as const;
  const fund = {
    source: '市县',
    total: null,
    annual: { printed: '3l2', undecided: '无法识别为金额' },
    line: 9,
  } as const;
  return {
    ...disclosure,
    projects: [
      { ...first, funds: [...first.funds, fund, fund], indicators: [open, open] },
      { ...second, name: '', funds: [] },
      ...rest,
    ],
    glossary: [
      { term: '结转', definition: '留到下年。', line: 900 },
      { term: '结转', definition: '“结转”，即留到下年。', line: 900 },
    ],
  };
}

test('what breaks the schema is found: a name that two share, a reference that leads nowhere, a cell of another type', () => {
  const disclosure = cleanDisclosure(1);
  const { files } = writePart({ disclosure, findings: checkDisclosure(disclosure) }, '1');
  const withRow = (path: string, edit: (row: string) => string) =>
    packageFaults((asked) => {
      const text = String(files.get(asked));
      const [header, first, ...rows] = text.split('\r\n') as [string, string];
      return asked === path ? [header, first, edit(first), ...rows.slice(1)].join('\r\n') : text;
    });
  expect(withRow('projects.csv', (row) => row)).toContainEqual(expect.stringContaining('is there twice'));
  expect(withRow('indicators.csv', (row) => row.replace(/,\d+,/, ',99,'))).toContainEqual(
    expect.stringContaining('projects has no'),
  );
  expect(withRow('figures.csv', (row) => row.replace(/,\d+,/, ',一,'))).toContainEqual(
    expect.stringContaining('table 一 is no integer'),
  );
});
