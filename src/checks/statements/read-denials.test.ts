import { expect, test } from 'vitest';
import { readDenials } from './read-denials.ts';

function denied(text: string): string[] {
  const blocks = [{ kind: 'paragraph' as const, text, line: 10 }];
  const section = { kind: 'narrative' as const, number: 4, title: '', line: 9, blocks };
  return readDenials(section, '云溪县图书馆').map(({ what }) => what);
}

test.each([
  ['2031年本单位无政府性基金预算支出。', ['政府性基金']],
  [
    '云溪县图书馆2031年度没有使用政府性基金预算和国有资本经营预算安排的支出。',
    ['政府性基金', '国有资本经营'],
  ],
  ['我馆无上年结转资金，无项目支出。', ['上年结转', '项目']],
  ['其中：未安排“三公”经费。', ['“三公”经费']],
])('%s', (text, expected) => expect(denied(text)).toEqual(expected));

test.each([
  '下属单位无政府性基金预算支出。',
  '政府性基金预算与上年相比无变化。',
  '除总馆外无项目支出。',
  '项目支出3万元，无。',
])('%s denies nothing of the body', (text) => expect(denied(text)).toEqual([]));
