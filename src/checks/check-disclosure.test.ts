import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDisclosure } from '../record/arbitrary-disclosure.ts';
import { checkDisclosure } from './check-disclosure.ts';
import { checks } from './index.ts';
import { summarizeFindings, summarySentence } from './summarize-findings.ts';
import { cleanDisclosure, cleanEdition } from './testing/clean-disclosure.ts';

const kinds = [
  {},
  { carried: true },
  { administrative: true },
  { funds: true },
  { funds: true, carried: true, administrative: true },
];

describe('checkDisclosure', () => {
  test.each(kinds)('finds nothing amiss in 40 rounded clean disclosures %o', (options) => {
    for (let seed = 0; seed < 40; seed += 1) {
      const findings = checkDisclosure(cleanDisclosure(seed, options), { catalogues: [cleanEdition] });
      expect(findings.filter(({ outcome }) => outcome === '不符')).toEqual([]);
    }
  });

  test('every check answers, if only with the reason why it could not check', () => {
    const findings = checkDisclosure(cleanDisclosure(7));
    expect(new Set(findings.map(({ check }) => check))).toEqual(new Set(checks.map(({ id }) => id)));
  });

  test('a text of unknown template is answered with 未检查 throughout', () => {
    const findings = checkDisclosure({ ...cleanDisclosure(7), template: 'unknown' });
    expect(summarizeFindings(findings)).toMatchObject({
      相符: 0,
      不符: 0,
      未检查: checks.length,
      coverage: 0,
    });
  });

  test('no disclosure makes a check throw', () => {
    fc.assert(
      fc.property(anyDisclosure, (disclosure) => {
        const findings = checkDisclosure({ ...disclosure, template: 'shanxi-13', phase: '预算' });
        expect(findings.length).toBeGreaterThanOrEqual(checks.length);
      }),
      { numRuns: 200, seed: 2031 },
    );
  });

  test('a budget without any table leaves every check of tables unchecked', () => {
    const findings = checkDisclosure({ ...cleanDisclosure(7), tables: [] });
    const held = findings.filter(({ check, outcome }) => /^t\d/.test(check) && outcome !== '未检查');
    expect(held).toEqual([]);
  });

  test('the summary is one sentence', () => {
    expect(summarySentence({ 相符: 87, 尾差: 3, 不符: 2, 未检查: 5 })).toBe(
      '87 项相符 · 3 项尾差 · 2 项不符 · 5 项未检查',
    );
  });
});
