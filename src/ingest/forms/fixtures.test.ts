import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseForms } from './parse-forms.ts';
import { describeForms } from './testing/describe-forms.ts';

const folder = new URL('./fixtures/', import.meta.url);

/** One folder a case: `input.txt` as a conversion would leave it, `expected.txt` as reviewed by a person. */
describe('forms as conversion leaves them', () => {
  const cases = readdirSync(folder).sort();
  test('there is a case for each kind of fault', () => expect(cases.length).toBeGreaterThanOrEqual(25));
  test.each(cases)('%s', async (name) => {
    const expected = new URL(`${name}/expected.txt`, folder);
    const input = readFileSync(new URL(`${name}/input.txt`, folder), 'utf8');
    if (!process.env.REVIEW)
      expect(
        existsSync(expected),
        `${name}/expected.txt is missing; write it with REVIEW=1 and read it`,
      ).toBe(true);
    const lines = input.split('\n').map((text, index) => ({ text, line: index + 1 }));
    const parsed = parseForms(lines);
    await expect(describeForms(parsed)).toMatchFileSnapshot(expected.pathname);
    const open = parsed.projects.flatMap(({ indicators }) => indicators.filter((one) => one.undecided));
    const records = parsed.findings.filter(
      ({ rule, status }) => status === 'undecided' && /^(indicator-(?!row-unread)|level-)/.test(rule),
    );
    const linesOf = (list: { line?: number | undefined }[]) =>
      [...new Set(list.map(({ line }) => line))].sort();
    expect(linesOf(open), 'each open indicator has its record, and each record its indicator').toEqual(
      linesOf(records.map(({ place }) => place)),
    );
  });
});
