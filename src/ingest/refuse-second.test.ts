import { expect, test } from 'vitest';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import { guardText } from './guard-text.ts';
import { joinDocument, printDocument } from './testing/print-document.ts';

const clean = cleanDisclosure(3);
const text = joinDocument(printDocument(clean));
const of = (unit: string, year: number) =>
  text.replaceAll(clean.unit.name, unit).replaceAll(String(clean.year), String(year));

test.each([
  ['云溪县文化馆', clean.year],
  [clean.unit.name, clean.year + 1],
])('a text with the disclosure of %s %i behind another is refused where it begins', (unit, year) => {
  const both = `${text}\n${of(unit, year)}`;
  const line = both.split('\n').findLastIndex((one) => one.startsWith('第一部分')) + 1;
  expect(() => guardText(both)).toThrow(
    expect.objectContaining({
      line,
      message: `从这里起是另一份公开「${unit}${year}年」，一个文件应只有一份`,
    }),
  );
});

test('a text whose tables are printed twice, or of which some name another body, is one disclosure', () => {
  expect(() => guardText(`${text}\n${text}`)).not.toThrow();
  const named = `单位名称：${clean.unit.name}`;
  const at = text.indexOf(named, text.indexOf(named) + 1);
  expect(() =>
    guardText(`${text.slice(0, at)}单位名称：云溪县${text.slice(at + named.length)}`),
  ).not.toThrow();
});
