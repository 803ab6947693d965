import { expect, test } from 'vitest';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { bodyStatement, changeStatements, checkStatement } from './side-statement.ts';
import { plainText, type Statement } from './statement.ts';

const withText = (number: number | null, text: string): Disclosure => ({
  ...cleanDisclosure(1),
  sections: [
    {
      kind: number === null ? 'structure' : 'narrative',
      number,
      title: '',
      line: 9,
      blocks: [{ kind: 'paragraph', text, line: 10 }],
    },
  ],
});

const read = ([statement]: Statement[]) => statement && plainText(statement.parts);

test('says whose money it is', () => {
  expect(read(bodyStatement(withText(null, '编制20名，实有在职人数18人。')))).toMatch(
    /^云溪县图书馆由云溪县文化和旅游局主管，在山西省云溪县，在职 18 人。/,
  );
});

test('repeats what the document says of the change against the year before', () => {
  const year = cleanDisclosure(1).year;
  const text = `${year}年度云溪县图书馆预算收入总计120.00万元，比上年增加20.00万元，增长20.00%。`;
  expect(read(changeStatements(withText(1, text)))).toBe(
    `原文写明：收入总计比 ${year - 1} 年增加 20.00 万元，增长 20.00%。`,
  );
});

test('says nothing of a change that the document does not state', () => {
  expect(changeStatements(withText(1, '预算安排见表。'))).toEqual([]);
});

test('says how many relations do not hold', () => {
  const counts = { 相符: 8, 尾差: 1, 不符: 2, 未检查: 0, coverage: 1 };
  const [statement] = checkStatement(counts, 'x/2031');
  expect(statement?.tone).toBe('bad');
  expect(read([statement as Statement])).toBe('核对了 11 项勾稽关系：9 项相符，2 项不符。逐项查看');
});
