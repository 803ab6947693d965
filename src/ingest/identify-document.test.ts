import { expect, test } from 'vitest';
import { identifyDocument } from './identify-document.ts';

const linesOf = (text: string) => text.split('\n').map((text, index) => ({ text, line: index + 1 }));

test('a year may be printed in Chinese numerals, with any of the signs for zero', () => {
  for (const year of ['二〇三一', '二零三一', '二○三一', '二O三一'])
    expect(
      identifyDocument(linesOf(`云溪县图书馆\n${year}年度单位预算公开\n\n表一${year}年预算收支总表`)),
    ).toMatchObject({ unit: '云溪县图书馆', year: 2031, findings: [] });
  expect(identifyDocument(linesOf('二〇三〇年云溪县图书馆部门预算公开'))).toMatchObject({
    unit: '云溪县图书馆',
    year: 2030,
    kind: '部门',
  });
});
