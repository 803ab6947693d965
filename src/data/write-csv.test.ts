import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvHeader, csvRows } from './write-csv.ts';

test('a file begins with a byte order mark and its header, and every line ends in CRLF', () => {
  const fields = [
    { name: 'unit', type: 'string' as const, description: '' },
    { name: 'yuan', type: 'integer' as const, description: '' },
  ];
  expect(
    csvHeader(fields) +
      csvRows([
        ['东山镇人民政府', 312500],
        ['西河“站”', null],
      ]),
  ).toBe('\ufeffunit,yuan\r\n东山镇人民政府,312500\r\n西河“站”,\r\n');
});

test('commas, quotes and line breaks are quoted', () => {
  expect(csvRows([['a,b', 'say "no"', 'two\nlines']])).toBe('"a,b","say ""no""","two\nlines"\r\n');
});

test.each(['=SUM(A1)', '+1+cmd', '-2+3', '@now', '＝1+1', '\tx'])('a spreadsheet does not run %j', (text) => {
  expect(csvRows([[text]])).toContain(`'${text}`);
});

test.each(['-12.50', '-1,234.00', '+3%', '－12.00'])('the printed amount %j stays as it is', (text) => {
  expect(parse(csvRows([[text]]))).toEqual([[text]]);
});

test('any text that runs nothing comes back as it was', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((value) => !/^[=+\-@\t\r＝＋－＠]/.test(value));
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), (row) => {
      expect(parse(csvRows([row]), { record_delimiter: '\r\n' })).toEqual([row]);
    }),
    { seed: 1 },
  );
});
