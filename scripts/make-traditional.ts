import { writeFileSync } from 'node:fs';
import { makeTraditional } from '../src/search/make-traditional.ts';

const [traditional, simplified] = makeTraditional();
writeFileSync(
  'src/search/traditional.ts',
  `// Made by scripts/make-traditional.ts from the tables of OpenCC.
export const traditional =
  '${traditional}';
export const simplified =
  '${simplified}';
`,
);
