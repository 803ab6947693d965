import { expect, test } from 'vitest';
import { readPort } from './read-port.ts';

test('a port is a whole number, 4321 where none is given', () => {
  expect(readPort({})).toBe(4321);
  expect(readPort({ PORT: '0' })).toBe(0);
  expect(readPort({ PORT: '65535' })).toBe(65_535);
});

test.each(['abc', '', '-1', '80.5', '65536', '1e3'])('%j is no port', (PORT) => {
  expect(() => readPort({ PORT })).toThrow(`现在是「${PORT}」`);
});
