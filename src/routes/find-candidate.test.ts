import { expect, test } from 'vitest';
import { candidatesLike, findCandidate } from './find-candidate.ts';

const of = (id: string, unit: string) => ({ id, unit, year: Number(id.slice(-4)), kind: '单位' as const });
const candidates = [
  of('jia-xian-tu-shu-guan/2030', '甲县图书馆'),
  of('jia-xian-tu-shu-guan/2031', '甲县图书馆'),
  of('jia-xian-qing-shao-nian-gong/2031', '甲县青少年宫'),
  of('yi-xian-tu-shu-guan/2031', '乙县图书馆'),
  of('yi-xian-tu-shu-guan-fen-guan/2031', '乙县图书馆分馆'),
];
const find = (typed: string) => {
  const found = findCandidate(candidates, typed);
  return 'problem' in found ? found.problem : found.candidate.id;
};

test.each([
  ['甲县图书馆 2030', 'jia-xian-tu-shu-guan/2030'],
  ['甲县图书馆2030', 'jia-xian-tu-shu-guan/2030'],
  ['甲县图书馆　２０３０年', 'jia-xian-tu-shu-guan/2030'],
  ['甲县图书馆 2030 年度单位预算', 'jia-xian-tu-shu-guan/2030'],
  ['jia-xian-tu-shu-guan/2030', 'jia-xian-tu-shu-guan/2030'],
])('takes %s for the disclosure of that year', (typed, id) => {
  expect(find(typed)).toBe(id);
});

test('takes the latest year of a body without a year, and a part of a name that fits only one', () => {
  expect(find('甲县图书馆')).toBe('jia-xian-tu-shu-guan/2031');
  expect(find('青少年')).toBe('jia-xian-qing-shao-nian-gong/2031');
  expect(find('分馆')).toBe('yi-xian-tu-shu-guan-fen-guan/2031');
});

test('takes a whole name before longer ones that begin with it', () => {
  expect(find('乙县图书馆')).toBe('yi-xian-tu-shu-guan/2031');
});

test('says which bodies fit where there are several', () => {
  expect(find('图书馆')).toBe(
    '「图书馆」有 3 个单位：甲县图书馆、乙县图书馆、乙县图书馆分馆。请写得更全一些。',
  );
  const same = [of('a/2031', '文化馆'), of('b/2031', '文化馆')];
  expect(findCandidate(same, '文化馆')).toEqual({
    problem: '「文化馆」有 2 个单位：文化馆（a/2031）、文化馆（b/2031）。请写得更全一些。',
  });
});

test('says which years there are where the one typed is not', () => {
  expect(find('青少年宫 2029年')).toBe('甲县青少年宫没有 2029 年的公开文本，只有 2031 年。');
});

test('says that nothing fits', () => {
  for (const typed of ['丙县', '2031'])
    expect(find(typed)).toBe(`没有找到「${typed}」，请从列出的名称里选。`);
});

test('offers names however they are typed', () => {
  expect(candidatesLike(candidates, '图书馆2031年').map(({ id }) => id)).toEqual([
    'jia-xian-tu-shu-guan/2031',
    'yi-xian-tu-shu-guan/2031',
  ]);
  expect(candidatesLike(candidates, '')).toHaveLength(candidates.length);
});
