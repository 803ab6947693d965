import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseForms } from './parse-forms.ts';
import { anyForm } from './testing/any-form.ts';
import { differencesOf } from './testing/compare-form.ts';
import { formFaults } from './testing/form-faults.ts';
import { printForm, toLines } from './testing/print-form.ts';

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

test(`of ${runs} damaged forms none is read wrong without a finding at the place`, { timeout }, () => {
  const rates = new Map<string, Rate>();
  fc.assert(
    fc.property(anyForm, fc.nat(formFaults.length - 1), fc.nat(9999), (model, which, at) => {
      const fault = formFaults[which];
      const rows = fault?.apply(printForm(model), at);
      if (!fault || !rows) return;
      const { projects, findings } = parseForms(toLines(rows));
      const differences = differencesOf(model, projects);
      const rate = rates.get(fault.name) ?? { same: 0, reported: 0, silent: 0 };
      const touched = rows.flatMap((row, index) => (row.isTouched ? [index + 1] : []));
      const isReported = findings.some(
        (finding) =>
          touched.length === 0 ||
          touched.some((line) => Math.abs(line - (finding.place.line ?? 0)) <= 2) ||
          finding.rule === 'form-cut',
      );
      if (differences.length === 0) rate.same++;
      else if (isReported) rate.reported++;
      else {
        rate.silent++;
        rate.example ??= `at ${at}: ${differences.slice(0, 3).join('; ')}`;
      }
      rates.set(fault.name, rate);
    }),
    { seed: 2025, numRuns: runs },
  );
  const all = [...rates.values()];
  const total = (key: 'same' | 'reported' | 'silent') => all.reduce((sum, rate) => sum + rate[key], 0);
  console.log(
    [
      `damaged forms: ${total('same')} read the same, ${total('reported')} reported, ${total('silent')} wrong in silence`,
      ...[...rates]
        .sort()
        .map(
          ([name, rate]) =>
            `  ${name}: ${rate.same} / ${rate.reported} / ${rate.silent}${rate.example ? ` (${rate.example})` : ''}`,
        ),
    ].join('\n'),
  );
  expect(total('silent')).toBe(0);
});
