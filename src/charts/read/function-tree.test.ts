import { expect, test } from 'vitest';
import { sampleDisclosure } from '../gallery/sample-disclosure.ts';
import { readFunctionTree } from './function-tree.ts';
import { entriesOfTable } from './table-of.ts';

test('adds up what the units of a department spend on one function', () => {
  const disclosure = sampleDisclosure({
    spending: [
      ['', '合计', '60.00', '45.00', '15.00'],
      ['301', '某县文化局', '60.00', '45.00', '15.00'],
      ['301001', '某县文化局本级', '40.00', '30.00', '10.00'],
      ['207', '文化旅游体育与传媒支出', '40.00', '30.00', '10.00'],
      ['20701', '文化和旅游', '40.00', '30.00', '10.00'],
      ['301002', '某县图书馆', '20.00', '15.00', '5.00'],
      ['207', '文化旅游体育与传媒支出', '20.00', '15.00', '5.00'],
      ['20701', '文化和旅游', '20.00', '15.00', '5.00'],
    ],
  });
  const tree = readFunctionTree(entriesOfTable(disclosure, 3));
  expect(tree).toMatchObject({ total: 600_000, basic: 450_000, project: 150_000 });
  expect(tree.roots).toMatchObject([
    {
      code: '207',
      yuan: 600_000,
      basic: 450_000,
      children: [{ code: '20701', yuan: 600_000, children: [], residual: 0 }],
      residual: 0,
    },
  ]);
});

test('knows rounding from a difference', () => {
  const disclosure = sampleDisclosure({
    spending: [
      ['208', '社会保障和就业支出', '10.01', '', ''],
      ['20805', '养老支出', '5.00', '', ''],
      ['20808', '抚恤', '5.00', '', ''],
      ['210', '卫生健康支出', '10.00', '', ''],
      ['21011', '医疗', '7.00', '', ''],
    ],
  });
  const { roots } = readFunctionTree(entriesOfTable(disclosure, 3));
  expect(roots.map((root) => root.residual)).toEqual([0, 30_000]);
});
