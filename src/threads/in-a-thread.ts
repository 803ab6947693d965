import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';

/**
 * Does a task in a thread of its own, so that the work of this one goes on beside it.
 *
 * @param task module whose default export does the task: `(input) => output`; both must be plain data
 */
export async function inAThread<Input, Output>(task: URL, input: Input): Promise<Output> {
  const pool = new Piscina<Input, Output>({ filename: fileURLToPath(task), minThreads: 1, maxThreads: 1 });
  try {
    return await pool.run(input);
  } finally {
    await pool.destroy();
  }
}
