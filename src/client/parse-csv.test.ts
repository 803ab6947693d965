import { expect, test } from 'vitest';
import { parseCsv } from './parse-csv.ts';

test('reads records by the names of the first line', () => {
  expect(parseCsv('\uFEFFlabel,yuan\r\n教育支出,120000\r\n文化支出,\r\n')).toEqual([
    { label: '教育支出', yuan: '120000' },
    { label: '文化支出', yuan: '' },
  ]);
});

test('reads quotes, commas and line breaks inside cells', () => {
  expect(parseCsv('a,b\n"他说""好"",走了","两\n行"')).toEqual([{ a: '他说"好",走了', b: '两\n行' }]);
});

test('says that a quote is not closed', () => {
  expect(() => parseCsv('a\n"b')).toThrow(/quote/);
});
