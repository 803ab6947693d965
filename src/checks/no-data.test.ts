import { expect, test } from 'vitest';
import type { Disclosure } from '../schema/disclosure.ts';
import { checkDisclosure } from './check-disclosure.ts';
import { cleanDisclosure } from './testing/clean-disclosure.ts';
import { both, type Edit, editTable, markNoData } from './testing/edit-disclosure.ts';

/** What the check says of one table: outcome, message, likelier cause. */
function saidOf(table: number, disclosure: Disclosure) {
  return checkDisclosure(disclosure)
    .filter(({ check, place }) => check === 'no-data' && place.table === table)
    .map(({ outcome, message, likely }) => ({ outcome, message, likely }));
}

const simple = cleanDisclosure(6, { exact: true });
const carried = cleanDisclosure(6, { exact: true, carried: true });
const empty = (number: number): Edit => editTable(number, (table) => ({ ...table, rows: [] }));

test('a table without data that nothing needs is as it should be', () => {
  expect(saidOf(7, simple)).toEqual([
    { outcome: '相符', message: '表七标注“本表无数据”，其他报表也没有对应金额', likely: undefined },
  ]);
});

test('carried-over projects are needed as far as 表三 spends more on projects than 表十二', () => {
  const [said] = saidOf(13, markNoData(13)(carried));
  expect(said?.outcome).toBe('不符');
  expect(said?.likely).toBe('publication');
});

test('where the marked table is needed, the other identities that miss it stay unchecked: one fact, one 不符', () => {
  const failures = checkDisclosure(markNoData(13)(carried)).filter(({ outcome }) => outcome === '不符');
  expect(failures.map(({ check }) => check)).toEqual(['no-data']);
});

test('a table that came out empty without a mark more likely lost its figures on the way', () => {
  const [said] = saidOf(5, empty(5)(simple));
  expect(said?.outcome).toBe('不符');
  expect(said?.likely).toBe('conversion');
});

test('a mark above printed amounts contradicts them', () => {
  const note = { text: '注：本表无数据', line: 5 };
  const [said] = saidOf(3, both(editTable(3, (table) => ({ ...table, noData: note })))(simple));
  expect(said?.message).toBe('表三标注“本表无数据”，但印有金额');
});

test('zeros below a mark are no amounts', () => {
  const zeros = editTable(7, (table) => ({
    ...table,
    columns: [
      { path: '科目名称', role: 'label', side: '' },
      { path: '合计', role: 'amount', side: '' },
    ],
    rows: [{ line: table.line + 1, cells: ['合计', { printed: '0.00', yuan: 0 }] }],
  }));
  expect(saidOf(7, zeros(simple))).toEqual(saidOf(7, simple));
});

test('a table with rows that were not read is not called empty: its identities stay unchecked', () => {
  const unread: Disclosure = {
    ...empty(5)(simple),
    findings: [{ rule: 'rows-unread', status: 'undecided', place: { table: 5 }, message: '' }],
  };
  expect(saidOf(5, unread)).toEqual([]);
  const findings = checkDisclosure(unread);
  expect(findings.filter(({ outcome }) => outcome === '不符')).toEqual([]);
  expect(findings.find(({ check }) => check === 't5-footing')).toMatchObject({
    outcome: '未检查',
    message: '表五有印出而未读取的行',
  });
});
