import { expect, test } from 'vitest';
import { eachInThreads } from './each-in-threads.ts';

const square = new URL('testing/square.ts', import.meta.url);
const holdWeakly = new URL('testing/hold-weakly.ts', import.meta.url);

async function all(inputs: number[], task = square): Promise<number[]> {
  const outputs: number[] = [];
  for await (const output of eachInThreads<number, number>(task, inputs)) outputs.push(output);
  return outputs;
}

test('gives the outputs in the order of the inputs, few or many', async () => {
  expect(await all([])).toEqual([]);
  expect(await all([3, 2])).toEqual([9, 4]);
  const many = Array.from({ length: 40 }, (_, index) => 40 - index);
  expect(await all(many)).toEqual(many.map((number) => number * number));
});

test('throws the error of the input whose turn it is', async () => {
  await expect(all([1, -1])).rejects.toThrow('negative: -1');
  await expect(all([1, 2, 3, -4, 5, -6])).rejects.toThrow('negative: -4');
});

test('a thread lets go between tasks what only weak references name', async () => {
  const held = await all(
    Array.from({ length: 60 }, (_, index) => index),
    holdWeakly,
  );
  expect(Math.max(...held)).toBeLessThan(5);
});
