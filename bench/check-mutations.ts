import { detectMutations } from '../src/checks/testing/detect-mutations.ts';
import { tableName } from '../src/schema/table-titles.ts';

/** Detection rate a table: `node bench/check-mutations.ts [SEEDS]` changes every figure of SEEDS × 4 clean disclosures. */
const seeds = Array.from({ length: Number(process.argv[2] ?? 20) }, (_, index) => index + 1);
for (const [table, { found, missed }] of detectMutations(seeds, 1)) {
  const rate = ((100 * found) / (found + missed.length)).toFixed(2);
  console.log(`${tableName(table)}\t${found + missed.length}\t${rate} %\t${missed.slice(0, 2).join('; ')}`);
}
