import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';

/** Starting threads costs about as much as this many tasks of 0.1 s: fewer are done where they stand. */
const few = 4;

/** Each thread holds some 250 MB: on a machine of many cores, more of them would not leave the rest 1.5 GB. */
const most = 4;

/** Megabytes of the nursery of a thread, unless said otherwise. */
const usualNursery = 16;

/**
 * Does the same task for many inputs on all cores, and gives the outputs in the order of the inputs.
 *
 * A few inputs ahead are in work at a time, so that memory does not grow with their number. The first error ends it.
 *
 * @param task module whose default export does the task: `(input) => output`; both must be plain data
 * @param nursery megabytes in which a thread's objects begin: a task that makes many short-lived ones costs less in more
 */
export async function* eachInThreads<Input, Output>(
  task: URL,
  inputs: readonly Input[],
  nursery = usualNursery,
): AsyncGenerator<Output> {
  const threads = Math.min(availableParallelism(), most);
  if (inputs.length <= few) {
    const { default: run } = await import(task.href);
    // All are begun: while one waits for another process, the next goes on.
    const begun = inputs.map(async (input): Promise<Output> => run(input));
    for (const output of begun) output.catch(() => {});
    for (const output of begun) yield await output;
    return;
  }
  // As many at least as at most: a thread that has nothing to do for a moment is not ended and started again.
  const pool = new Piscina<Input, Output>({
    filename: fileURLToPath(task),
    minThreads: threads,
    maxThreads: threads,
    // A thread fills what it is given before it collects: a small nursery keeps hundreds of MB free and costs nothing.
    resourceLimits: { maxYoungGenerationSizeMb: nursery },
    // Between tasks a thread goes back to its event loop. Where it waits in `Atomics.wait` instead, all that a weak
    // reference names is held for ever: a thread grew by 1 MB a disclosure.
    atomics: 'disabled',
  });
  const begun: Promise<Output>[] = [];
  try {
    let next = 0;
    for (let done = 0; done < inputs.length; done++) {
      for (; next < inputs.length && next < done + threads * 3; next++) {
        const output = pool.run(inputs[next] as Input);
        // An error is thrown where its turn comes; until then it is not unhandled.
        output.catch(() => {});
        begun[next] = output;
      }
      yield await (begun[done] as Promise<Output>);
      delete begun[done];
    }
  } finally {
    await pool.destroy();
  }
}
