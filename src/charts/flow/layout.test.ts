import { expect, test } from 'vitest';
import { galleryCases } from '../gallery/cases.ts';
import { sampleDisclosure } from '../gallery/sample-disclosure.ts';
import { sumOf } from '../part.ts';
import { layoutFlow } from './layout.ts';
import { readFlow, throughput } from './read-flow.ts';

const ordinary = galleryCases.find((entry) => entry.id === 'ordinary')?.disclosure ?? sampleDisclosure({});
const flow = readFlow(ordinary);

test('what flows into a function flows out of it', () => {
  const functions = flow.nodes.filter((node) => node.stage === 1);
  expect(functions.length).toBeGreaterThan(3);
  for (const { id } of functions) {
    const into = sumOf(flow.links.filter((link) => link.target === id));
    expect(into).toBe(sumOf(flow.links.filter((link) => link.source === id)));
  }
});

test('basic spending goes on to its economic groups, projects end', () => {
  const names = (id: string) =>
    flow.links
      .filter((link) => link.source === id)
      .map((link) => flow.nodes.find((node) => node.id === link.target)?.name);
  expect(names('k:basic')).toEqual(['工资福利支出', '商品和服务支出', '对个人和家庭的补助', '资本性支出']);
  expect(names('k:project')).toEqual([]);
});

test('draws bands in proportion, nodes as high as what passes through them', () => {
  const scene = layoutFlow(ordinary)?.scenes?.wide;
  const band = scene?.marks.find((mark) => mark.title.startsWith('教育支出 → 基本支出'))?.shapes[0];
  const node = scene?.marks.find((mark) => mark.title.startsWith('教育支出：'))?.shapes[0];
  if (band?.kind !== 'ribbon' || node?.kind !== 'box') throw new Error('A band and a node were expected.');
  expect(band.thickness / node.height).toBeCloseTo(1114.02 / 2216.96, 2);
});

test('writes the printed total where only rounding differs', () => {
  const disclosure = sampleDisclosure({
    spending: [
      ['', '合计', '30.01', '10.00', '20.01'],
      ['205', '教育支出', '10.00', '10.00', ''],
      ['208', '社会保障和就业支出', '10.00', '', '10.00'],
      ['210', '卫生健康支出', '10.00', '', '10.00'],
    ],
  });
  const read = readFlow(disclosure);
  expect(throughput(read, 'k:project')).toBe(200_000);
  expect(read.nodes.find((node) => node.id === 'k:project')?.printed).toBe(200_100);
});

test('says where income and spending of a function differ', () => {
  const disclosure = sampleDisclosure({
    funds: {
      names: ['合计', '一般公共预算'],
      lines: [
        ['205', '教育支出', '9.00', '9.00'],
        ['210', '卫生健康支出', '5.00', '5.00'],
      ],
    },
    spending: [
      ['205', '教育支出', '12.00', '12.00', ''],
      ['210', '卫生健康支出', '5.00', '', '5.00'],
    ],
  });
  expect(layoutFlow(disclosure)?.sentence).toContain('「教育支出」收入 9.00 万元与支出 12.00 万元不等');
});
