import { describe, expect, test } from 'vitest';
import { checkDisclosure } from '../checks/check-disclosure.ts';
import { digestFindings } from '../checks/digest-findings.ts';
import { checks } from '../checks/index.ts';
import { summarizeFindings } from '../checks/summarize-findings.ts';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import { addToCell } from '../checks/testing/edit-disclosure.ts';
import { allChecksPage } from './all-checks-page.ts';
import { checkPage } from './check-page.ts';
import { checksPage } from './checks-page.ts';
import { summarize } from './summary.ts';
import { type CheckTally, tallyChecks } from './tally-checks.ts';

const disclosure = addToCell([6, '办公费', '/合计'], 77_700)(cleanDisclosure(5, { exact: true }));
const findings = checkDisclosure(disclosure);
const summary = summarize(disclosure, summarizeFindings(findings));
const digest = digestFindings(findings);
const line = disclosure.tables[5]?.rows.find(({ cells }) => cells[0] === '办公费')?.line ?? 0;

describe('the checks of one disclosure', () => {
  const page = checksPage(disclosure, findings, [line]);

  test('begin with what does not hold, with every operand', () => {
    const [failure] = page.failures;
    expect(failure?.message).toContain('办公费');
    expect(failure?.operands.map(({ label }) => label)).toEqual([
      '表六「办公费」合计',
      '表六「办公费」公用经费',
    ]);
  });

  test('link a line to the page where it is shown, and to the source where it is not', () => {
    const places = page.failures.flatMap(({ operands }) => operands.map(({ place }) => place));
    const here = places.find((place) => place?.name === `行 ${line}`);
    const elsewhere = places.find((place) => place?.name !== `行 ${line}`);
    expect(here?.href).toBe(`/units/${disclosure.id}/#L${line}`);
    expect(elsewhere?.href).toMatch(/\/source\/#L\d+$/);
  });

  test('list every check once, in groups', () => {
    const listed = [...page.groups.flatMap((group) => group.checks), ...page.others].map(({ id }) => id);
    expect(listed.toSorted()).toEqual(checks.map(({ id }) => id).toSorted());
  });

  test('list apart those that are none of the document’s', () => {
    const national = { ...cleanDisclosure(5), template: 'national' };
    const { groups, others } = checksPage(national, checkDisclosure(national), []);
    expect(others.map(({ id }) => id)).toContain('form-names');
    expect(groups.flatMap((group) => group.checks.map(({ id }) => id))).not.toContain('form-names');
    for (const { open } of others) expect(open).toMatchObject([{ outcome: '未检查' }]);
  });
});

test('the archive is listed by unit and by check', () => {
  const page = allChecksPage([summary], tallyChecks([digest]));
  expect(page.total.不符).toBe(2);
  expect(page.disclosures[0]?.counts.不符).toBe(2);
  const rows = page.groups.flatMap((group) => group.rows).filter(({ counts }) => counts.不符 > 0);
  expect(rows.map(({ id }) => id)).toEqual(['t6-cross', 't6-footing']);
});

test('a long archive lists those with most 不符 first, and says how many it leaves out', () => {
  const clean = { ...summary, checks: { ...summary.checks, 不符: 0 } };
  const page = allChecksPage([...Array.from({ length: 310 }, () => clean), summary], tallyChecks([]));
  expect(page.disclosures).toHaveLength(300);
  expect(page.disclosures[0]?.counts.不符).toBe(2);
  expect(page.omitted).toBe(11);
});

test('a check lists where it does not hold', () => {
  const check = checks.find(({ id }) => id === 't6-cross');
  if (!check) throw new Error('t6-cross is gone');
  const page = checkPage(
    check,
    [summary, summary],
    tallyChecks([{ byCheck: [], failures: [] }, digest]).get(check.id) as CheckTally,
  );
  expect(page.counts.不符).toBe(1);
  expect(page.failures.map((one) => one.findings.length)).toEqual([1]);
  expect(page.failures[0]?.disclosure.href).toBe(`/units/${disclosure.id}/checks/`);
});
