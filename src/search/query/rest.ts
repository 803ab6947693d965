/** Milliseconds of work after which the page gets its turn. */
const turn = 10;
let begun = performance.now();

/** Whether work has gone on for so long that the page should get its turn: `if (tired()) await rest();` */
export function tired(): boolean {
  return performance.now() - begun > turn;
}

/** Lets the page draw and react, then goes on. */
export async function rest(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  await (scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
  begun = performance.now();
}
