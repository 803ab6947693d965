import { expect, test } from 'vitest';
import { keyOf } from './key-of.ts';

test('names the same values the same, and others otherwise', () => {
  expect(keyOf('a', 'b')).toBe(keyOf('a', 'b'));
  expect(keyOf('a', 'b')).not.toBe(keyOf('b', 'a'));
});

test('parts do not run into each other', () => {
  expect(keyOf('ab', 'c')).not.toBe(keyOf('a', 'bc'));
});
