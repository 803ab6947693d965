import { expect, test } from 'vitest';
import { headcountOf } from './headcount.ts';

const structure = (text: string) => [
  {
    kind: 'structure' as const,
    number: null,
    title: '机构设置情况',
    line: 7,
    blocks: [{ kind: 'paragraph' as const, text, line: 8 }],
  },
];

test.each([
  ['编制40人，编制内实有在职人数30名', 30],
  ['编制人数30人，年末实有人数29人', 29],
  ['现有在职人员 12 人', 12],
  ['事业编制20名，在编人员18人', 18],
  ['共有教职工312人，其中专任教师276人，离退休教职工45人', 312],
  ['财政负担事业人员63人，离退休人员5人', 63],
  ['教职工编制95名，实有在职教职工92人，退休13人', 92],
  ['行政编制32人，实有人数30人；事业编制120人，实有人数112人', 142],
  ['实有人员142人，其中机关实有30人、事业单位实有112人', 142],
])('%s', (text, staff) => {
  expect(headcountOf(structure(text))).toEqual({ staff, line: 8 });
});

test('does not take posts or retired staff for people in post', () => {
  expect(headcountOf(structure('核定编制40人，离退休教职工12人，内设4个科室'))).toBeUndefined();
});

test('does not take the people of one unit for those of all', () => {
  expect(headcountOf(structure('总馆编制40人，实有38人。分馆编制10人，实有9人。'))).toBeUndefined();
});
