import { expect, test } from 'vitest';
import { type EditionDates, inForceIn } from './in-force-in.ts';

const older: EditionDates = {
  edition: '云财综〔2031〕6号',
  issued: '2031-11-03',
  inForce: '2032-01-01',
  repeals: [],
};
const newer: EditionDates = {
  edition: '云财综〔2033〕4号',
  issued: '2033-08-22',
  inForce: '2033-08-22',
  repeals: ['云财综[2031]6号'],
};

test.each([
  [2031, { status: 'not-yet', since: '2032-01-01' }],
  [2032, { status: 'in-force', since: '2032-01-01' }],
  [2033, { status: 'in-force', since: '2032-01-01' }],
  [2034, { status: 'repealed', since: '2033-08-22', by: '云财综〔2033〕4号' }],
])('the older edition in %i', (year, expected) => {
  expect(inForceIn([older, newer], older.edition, year)).toEqual(expected);
});

test('an older edition that nothing known repeals is not proved to be in force', () => {
  expect(inForceIn([older], older.edition, 2033).status).toBe('in-force');
  expect(inForceIn([older], older.edition, 2034)).toEqual({ status: 'unrepealed', since: '2032-01-01' });
});

test('repealed from the first day of the year', () => {
  const later = { ...newer, inForce: '2034-01-01' };
  expect(inForceIn([older, later], older.edition, 2034).status).toBe('repealed');
});

test('an edition whose date is not printed, or that is not in the archive', () => {
  expect(inForceIn([{ ...older, issued: '', inForce: '' }], older.edition, 2034)).toEqual({
    status: 'unknown',
  });
  expect(inForceIn([], older.edition, 2034)).toEqual({ status: 'unknown' });
});
