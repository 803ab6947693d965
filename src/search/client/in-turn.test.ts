import { expect, test } from 'vitest';
import { inTurn } from './in-turn.ts';

test('so many run at a time, the others in order, also after one failed', async () => {
  const run = inTurn(2);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const results = await Promise.allSettled(
    [0, 1, 2, 3, 4, 5].map((number) =>
      run(async () => {
        begun.push(number);
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, number % 2));
        running--;
        if (number === 1) throw new Error('lost');
        return number;
      }),
    ),
  );
  expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  expect(most).toBe(2);
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    ...['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled'],
  ]);
});
