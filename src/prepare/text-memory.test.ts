import { expect, test } from 'vitest';
import { TextMemory } from './text-memory.ts';

test('encodes texts one after the other, and writes over them only when they are forgotten', () => {
  const memory = new TextMemory();
  const [first, second] = [memory.encode('镇'), memory.encode('𠮷 a')];
  expect([first.toString(), second.toString()]).toEqual(['镇', '𠮷 a']);
  memory.forget();
  memory.encode('乡');
  expect(first.toString()).toBe('乡');
});

test('a text that finds no room gets memory of its own; those before it stay', () => {
  const memory = new TextMemory();
  const before = memory.encode('前');
  const long = '长'.repeat(9 * 1024 * 1024);
  expect(memory.encode(long).length).toBe(long.length * 3);
  expect(before.toString()).toBe('前');
  expect(memory.encode('后').toString()).toBe('后');
});
