import { expect, test } from 'vitest';
import { checkDisclosure } from '../checks/check-disclosure.ts';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import type { CheckFinding } from '../schema/finding.ts';
import { packFindings, unpackFindings } from './pack-findings.ts';

test('gives back what was packed', () => {
  const findings = checkDisclosure(cleanDisclosure(3), { catalogues: [] });
  expect(findings.length).toBeGreaterThan(100);
  const kept = JSON.parse(JSON.stringify(packFindings(findings)));
  expect(unpackFindings(kept)).toEqual(findings);
});

test('keeps what is nothing, zero or empty apart from what is not there', () => {
  const bare: CheckFinding = { check: 'a', outcome: '未检查', place: {}, operands: [], message: '' };
  const full: CheckFinding = {
    check: 'b',
    outcome: '不符',
    place: { table: 3, project: 2, section: 7, column: '', line: 9 },
    differenceYuan: 0,
    expected: '',
    actual: '0.00',
    operands: [
      { label: '合计', printed: '', place: { column: '上年结转' } },
      { label: '合计', printed: '-1', yuan: -10_000_000_000, place: {} },
    ],
    message: '合计',
    likely: 'publication',
  };
  expect(unpackFindings(packFindings([bare, full, bare]))).toStrictEqual([bare, full, bare]);
});
