import { expect, test } from 'vitest';
import { cleanDisclosure } from '../../checks/testing/clean-disclosure.ts';
import { parseDocument } from '../parse-document.ts';
import { readTableTitle } from '../tables/read-table-title.ts';
import { shanxi13 } from '../tables/shanxi-13.ts';
import { compareFigures } from '../testing/compare-figures.ts';
import { joinDocument, type PrintedLine, printDocument } from '../testing/print-document.ts';

const clean = cleanDisclosure(3, { exact: true, funds: true, carried: true, administrative: true });
const printed = printDocument(clean);
const titles = printed.flatMap((line) => (line.kind === 'title' ? [line] : []));

function read(lines: PrintedLine[]) {
  return parseDocument(joinDocument(lines), { file: 'a.txt', sha256: '0'.repeat(64), encoding: 'utf-8' })
    .disclosure;
}

function withTitle(table: number, text: string) {
  return read(printed.map((line) => (line === titles[table - 1] ? { ...line, text } : line)));
}

const { right } = compareFigures(clean, read(printed));

/** Titles with the character at each place behind the year and before 表 replaced. */
const misread = (by: string) =>
  titles.flatMap(({ table, text }) => {
    const [start, end] = ['2031年'.length, text.lastIndexOf('表')];
    return [...text].flatMap((character, at) =>
      at >= start && at < end
        ? [[table, text.slice(0, at) + by + text.slice(at + 1), character] as const]
        : [],
    );
  });

test.each([...misread('口'), ...misread('')])('table %i as %s', (table, text) => {
  const disclosure = withTitle(table, text);
  expect(compareFigures(clean, disclosure)).toMatchObject({ right, silent: [] });
  expect(disclosure.tables.map(({ number }) => number)).toEqual(titles.map((title) => title.table));
});

test('what is misread is on record where the title alone would lead astray', () => {
  const [, , supposed] = titles;
  const text = supposed?.text.replace('支出', '攴出') ?? '';
  const { findings, tables } = withTitle(3, text);
  expect(findings).toMatchObject([{ rule: 'title-misread', status: 'decided', actual: text }]);
  expect(tables[2]).toMatchObject({ number: 3, title: text });
});

test.each(['绩口目标表', '口效目标表', '绩目标表', '绩效目标表'])(
  'a title of forms is no table of projects: %s',
  (end) => {
    expect(readTableTitle(`云溪县县级预算部门（单位）项目支出${end}`, shanxi13)?.template).toBeUndefined();
  },
);
