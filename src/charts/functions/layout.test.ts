import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Sample, sampleDisclosure } from '../gallery/sample-disclosure.ts';
import { readFunctionTree } from '../read/function-tree.ts';
import { entriesOfTable } from '../read/table-of.ts';
import { arbitrarySample } from '../testing/arbitrary-sample.ts';
import { type IcicleNode, icicleOf } from './icicle.ts';
import { layoutFunctions } from './layout.ts';

const spending: NonNullable<Sample['spending']> = [
  ['', '合计', '100.00', '', ''],
  ['205', '教育支出', '70.00', '', ''],
  ['20502', '普通教育', '70.00', '', ''],
  ['2050202', '小学教育', '40.00', '', ''],
  ['2050203', '初中教育', '20.00', '', ''],
  ['221', '住房保障支出', '30.00', '', ''],
  ['22102', '住房改革支出', '30.00', '', ''],
  ['2210201', '住房公积金', '30.00', '', ''],
];

test('goes from 类 over 款 to 项 and counts leaves only', () => {
  const { roots } = icicleOf(readFunctionTree(entriesOfTable(sampleDisclosure({ spending }), 3)));
  expect(roots.map(({ name, yuan }) => [name, yuan])).toEqual([
    ['教育支出', 700_000],
    ['住房保障支出', 300_000],
  ]);
  expect(leavesOf(roots).map(({ name, yuan }) => [name, yuan])).toEqual([
    ['小学教育', 400_000],
    ['初中教育', 200_000],
    ['未细分', 100_000],
    ['住房公积金', 300_000],
  ]);
});

test('says which subtotal is not the sum of what stands below it', () => {
  const chart = layoutFunctions(sampleDisclosure({ spending }));
  expect(chart?.sentence).toContain('「普通教育」与其下级之和相差 10.00 万元');
  expect(chart?.table.rows.map((row) => row.cells[0])).toContain('普通教育：与下级之差');
});

test('lists in the order of the tree, each row beside its box', () => {
  const scene = layoutFunctions(sampleDisclosure({ spending }))?.scenes?.wide;
  expect(scene?.marks.map((mark) => mark.title.split('：')[0])).toEqual([
    '205 教育支出',
    '20502 普通教育',
    '2050202 小学教育',
    '2050203 初中教育',
    '未细分',
    '221 住房保障支出',
    '22102 住房改革支出',
    '2210201 住房公积金',
  ]);
  const rows = scene?.marks.flatMap((mark) => mark.labels.filter((label) => label.anchor === 'end')) ?? [];
  expect(rows.map((label) => label.y)).toEqual(rows.map((label) => label.y).toSorted((a, b) => a - b));
});

test('draws the boxes of children exactly as high as their parent', () => {
  const marks = layoutFunctions(sampleDisclosure({ spending }))?.scenes?.wide.marks ?? [];
  const bottom = (title: string) => {
    const [shape] = marks.find((mark) => mark.title.includes(title))?.shapes ?? [];
    return shape?.kind === 'box' ? shape.y + shape.height : Number.NaN;
  };
  expect(bottom('未细分')).toBeCloseTo(bottom('普通教育'), 0);
  expect(bottom('普通教育')).toBeCloseTo(bottom('教育支出'), 0);
});

test('groups the smallest 项 of a 类, with their list, and leaves none out', () => {
  const lines = Array.from({ length: 20 }, (_, index): [string, string, string, string, string] => [
    `20501${String(index + 1).padStart(2, '0')}`,
    `科目${index + 1}`,
    `${100 - index}.00`,
    '',
    '',
  ]);
  const { roots, grouped } = icicleOf(
    readFunctionTree(entriesOfTable(sampleDisclosure({ spending: lines }), 3)),
  );
  expect(roots).toHaveLength(7); // lines without a 类 above them stand at the top
  expect(roots.at(-1)).toMatchObject({ name: '其他 14 类' });
  expect(grouped.size).toBe(14);
});

test('whatever the table says, the drawn leaves add up to what stands above them', () => {
  fc.assert(
    fc.property(arbitrarySample, (sample) => {
      const visit = (node: IcicleNode): void => {
        expect(node.yuan).toBeGreaterThan(0);
        if (node.children.length === 0) return;
        expect(node.children.reduce((sum, child) => sum + child.yuan, 0)).toBe(node.yuan);
        node.children.forEach(visit);
      };
      icicleOf(readFunctionTree(entriesOfTable(sampleDisclosure(sample), 3))).roots.forEach(visit);
    }),
    { numRuns: 60, seed: 2031 },
  );
});

function leavesOf(nodes: IcicleNode[]): IcicleNode[] {
  return nodes.flatMap((node) => (node.children.length === 0 ? [node] : leavesOf(node.children)));
}
