import { expect, test } from 'vitest';
import { tableText } from './table-text.ts';

test('parts cells by tabs, as printed, and lets no text run as a formula', () => {
  expect(
    tableText([
      ['行', '项目名称', '合计'],
      ['12', '一个\n项目\t名称', '1234.5678'],
      ['13', '=1+1', '-20.00'],
      ['14', '-补助', ''],
    ]),
  ).toBe("行\t项目名称\t合计\n12\t一个 项目 名称\t1234.5678\n13\t'=1+1\t-20.00\n14\t'-补助\t\n");
});
