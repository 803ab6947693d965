import { expect, test } from 'vitest';
import { unfoldAligned } from './unfold-aligned.ts';

const unfold = (text: string) =>
  unfoldAligned(text.split('\n').map((line, index) => ({ text: line, line: index + 1 }))).lines.map(
    (line) => line.text,
  );

test('one row that blanks align below its headings is a table', () => {
  const rows = unfold(`单位名称          合计       一般公共预算
部门合计          7890.12    7890.12`);
  expect(rows).toEqual(['单位名称\t合计\t一般公共预算', '部门合计\t7890.12\t7890.12']);
});

test('one amount between words is none', () => {
  const text = '附件一          96.34    说明';
  expect(unfold(text)).toEqual([text]);
});
