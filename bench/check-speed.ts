import { checkDisclosure } from '../src/checks/check-disclosure.ts';
import { cleanDisclosure, cleanEdition } from '../src/checks/testing/clean-disclosure.ts';

/** Time a disclosure: `node bench/check-speed.ts [COUNT]`; also counts 不符 in clean disclosures, which must be 0. */
const count = Number(process.argv[2] ?? 3000);
const options = { funds: true, carried: true, administrative: true };
let milliseconds = 0;
let failures = 0;
for (let seed = 0; seed < count; seed += 1) {
  const disclosure = cleanDisclosure(seed, options);
  const start = process.cpuUsage();
  const findings = checkDisclosure(disclosure, { catalogues: [cleanEdition] });
  const { user, system } = process.cpuUsage(start);
  milliseconds += (user + system) / 1000;
  failures += findings.filter(({ outcome }) => outcome === '不符').length;
}
console.log(
  `${count} disclosures: ${(milliseconds / count).toFixed(2)} ms of processor time each, ${failures} 不符`,
);
