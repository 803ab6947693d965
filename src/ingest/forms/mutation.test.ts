import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseForms } from './parse-forms.ts';
import { anyForm, type FormModel } from './testing/any-form.ts';
import { differencesOf } from './testing/compare-form.ts';
import { formFaults } from './testing/form-faults.ts';
import { type PrintedRow, printForm, toLines } from './testing/print-form.ts';

/** Number of damaged forms: 100 in CI, more by hand: `FORM_MUTANTS=4000 npx vitest run --project unit src/ingest/forms`. */
const runs = Number(process.env.FORM_MUTANTS ?? 100);
const timeout = 20_000 + runs * 100;

test('a form without faults arrives whole and without a finding', { timeout }, () => {
  fc.assert(
    fc.property(anyForm, (model) => {
      const { projects, findings } = parseForms(toLines(printForm(model)));
      expect(differencesOf(model, projects)).toEqual([]);
      expect(findings).toEqual([]);
    }),
    { seed: 7, numRuns: Math.max(50, runs / 10) },
  );
});

interface Rate {
  same: number;
  reported: number;
  silent: number;
  example?: string;
}

/** Damages a form with each of the faults that finds a place; null where none does. */
function damage(
  model: FormModel,
  faults: [which: number, at: number][],
): { name: string; rows: PrintedRow[] } | null {
  let rows = printForm(model);
  const names: string[] = [];
  for (const [which, at] of faults) {
    const fault = formFaults[which];
    const damaged = fault?.apply(rows, at);
    if (!fault || !damaged) continue;
    rows = damaged;
    names.push(fault.name);
  }
  return names.length > 0 ? { name: names.join(' + '), rows } : null;
}

/** Whether the parsed forms equal the printed one, differ with a finding at the place, or differ in silence. */
function outcomeOf(
  model: FormModel,
  rows: PrintedRow[],
): { outcome: keyof Omit<Rate, 'example'>; differences: string[] } {
  const { projects, findings } = parseForms(toLines(rows));
  const differences = differencesOf(model, projects);
  if (differences.length === 0) return { outcome: 'same', differences };
  const touched = rows.flatMap((row, index) => (row.isTouched ? [index + 1] : []));
  const isReported = findings.some(
    ({ rule, place }) =>
      touched.length === 0 ||
      rule === 'form-cut' ||
      touched.some((line) => Math.abs(line - (place.line ?? 0)) <= 2),
  );
  return { outcome: isReported ? 'reported' : 'silent', differences };
}

const anyFault = fc.tuple(fc.nat(formFaults.length - 1), fc.nat(9999));

test.each([1, 2])('no form is read wrong in silence, damaged in %i ways at once', { timeout }, (count) => {
  const rates = new Map<string, Rate>();
  fc.assert(
    fc.property(anyForm, fc.array(anyFault, { minLength: count, maxLength: count }), (model, faults) => {
      const damaged = damage(model, faults);
      if (!damaged) return;
      const { outcome, differences } = outcomeOf(model, damaged.rows);
      const name = count === 1 ? damaged.name : 'all';
      const rate = rates.get(name) ?? { same: 0, reported: 0, silent: 0 };
      rate[outcome]++;
      if (outcome === 'silent') rate.example ??= `${damaged.name}: ${differences.slice(0, 3).join('; ')}`;
      rates.set(name, rate);
    }),
    { seed: 2025, numRuns: Math.ceil(runs / count) },
  );
  const total = (key: keyof Omit<Rate, 'example'>) =>
    [...rates.values()].reduce((sum, rate) => sum + rate[key], 0);
  const lines = [...rates].sort().map(([name, rate]) => {
    return `  ${name}: ${rate.same} / ${rate.reported} / ${rate.silent}${rate.example ? ` (${rate.example})` : ''}`;
  });
  const sum = `${total('same')} read the same, ${total('reported')} reported, ${total('silent')} wrong in silence`;
  console.log(
    `forms damaged in ${count} ways: ${sum}\n${runs > 100 || total('silent') > 0 ? lines.join('\n') : ''}`,
  );
  expect(total('silent')).toBe(0);
});
