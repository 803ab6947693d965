import { expect, test } from 'vitest';
import { checkDisclosure } from './check-disclosure.ts';
import { digestFindings } from './digest-findings.ts';
import { findingsByLine } from './findings-by-line.ts';
import { groupRounding } from './group-rounding.ts';
import { cleanDisclosure } from './testing/clean-disclosure.ts';
import { addToCell, both } from './testing/edit-disclosure.ts';

const edited = both(addToCell([3, '合计', '/基本支出'], 100), addToCell([6, '办公费', '/合计'], 77_700));
const findings = checkDisclosure(edited(cleanDisclosure(5, { exact: true })));

test('尾差 are counted a table, with the largest', () => {
  const [three] = groupRounding(findings).filter(({ table }) => table === 3);
  expect(three?.count).toBeGreaterThan(0);
  expect(three?.largestYuan).toBe(100);
});

test('a line is marked by what does not hold there, as total or as item', () => {
  const row = cleanDisclosure(5, { exact: true }).tables[5]?.rows.find(({ cells }) => cells[0] === '办公费');
  const checks = findingsByLine(findings)
    .get(row?.line ?? 0)
    ?.map(({ check, outcome }) => `${check} ${outcome}`);
  expect(new Set(checks)).toEqual(new Set(['t6-cross 不符', 't6-footing 不符']));
});

test('the digest keeps counts by check and the failures without operands', () => {
  const { byCheck, failures } = digestFindings(findings);
  const [, , , 不符] = byCheck.find(([check]) => check === 't6-cross') ?? [];
  expect(不符).toBe(1);
  const failed = findings.filter(({ outcome }) => outcome === '不符').map(({ check }) => check);
  expect(failures.map(({ check }) => check)).toEqual(failed);
  expect(failures[0]).not.toHaveProperty('operands');
});
