import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { parseCatalogue } from './parse-catalogue.ts';
import { splitAttachment } from './split-attachment.ts';

const root = join(import.meta.dirname, '../../..');
const real = join(root, '../shared/disclosures');
const sample = join(root, 'content/sources');

/** Paths of all texts below a folder. */
function textsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name))
    .toSorted();
}

/** Printed rows of a text, read with nothing of the parser: lines whose first cell is a code, with or without letter. */
function printedRows(lines: string[], first: number, last: number): { line: number; code: string }[] {
  return lines.slice(first - 1, last).flatMap((text, index) => {
    const code = /^\|?\s*([A-Z](?:\d{1,7})?|\d{4,6})\s*[\t|]/.exec(text)?.[1];
    return code === undefined ? [] : [{ line: first + index, code }];
  });
}

const texts = [...textsIn(sample), ...textsIn(real)];

test('the texts at hand are what is tested here', () => {
  const said = existsSync(real)
    ? `${textsIn(real).length} real texts`
    : 'no real texts: ../shared/disclosures is not at hand';
  console.log(`catalogue conservation: ${textsIn(sample).length} sample texts, ${said}`);
  expect(said).toMatch(existsSync(real) ? /^[1-9]\d* real texts$/ : /is not at hand$/);
});

test.each(texts.map((path) => [basename(path), path]))(
  '%s: every printed code is there once, none is made up',
  (_, path) => {
    const lines = readFileSync(path, 'utf8').split(/\r?\n/);
    const { catalogue } = splitAttachment(lines.map((text, index) => ({ text, line: index + 1 })));
    const parsed = parseCatalogue(catalogue);
    const printed = printedRows(lines, catalogue[0]?.line ?? 1, catalogue.at(-1)?.line ?? 0);
    const twice = new Set(
      parsed.findings.filter((one) => one.rule === 'catalogue-row-twice').map((one) => one.place.line),
    );
    const entries = parsed.departments.flatMap((department) => department.entries);
    expect(entries.map((entry) => entry.line)).toEqual(
      printed.filter((row) => !twice.has(row.line)).map((row) => row.line),
    );

    const byLine = new Map(entries.map((entry) => [entry.line, entry]));
    const changed = printed.filter(({ line, code }) => byLine.has(line) && byLine.get(line)?.code !== code);
    for (const { line, code } of changed) expect(byLine.get(line)?.printed).toBe(code);
    for (const { name, entries: own } of parsed.departments) {
      const said = parsed.findings
        .filter((one) => one.rule === 'catalogue-code-repeated')
        .map((one) => one.place.line);
      const codes = own.filter((entry) => !said.includes(entry.line)).map((entry) => entry.code);
      expect(codes.length, name).toBe(new Set(codes).size);
    }
  },
);
