/**
 * Text of `verify.mjs`, which stands in each copy of the offline edition and needs nothing but Node:
 * it reads `manifest.sha256` and says what is missing, changed or strange.
 */
export const verifyScript = `// 核对这份离线档案：node verify.mjs
// 逐个比对 manifest.sha256 中的 SHA-256；无误时退出码为 0。
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const expected = new Map(
  readFileSync(join(root, 'manifest.sha256'), 'utf8')
    .split('\\n')
    .filter(Boolean)
    .map((line) => [line.slice(66), line.slice(0, 64)]),
);
let faults = 0;
const fault = (what, path) => {
  faults += 1;
  console.log(what + '  ' + path);
};
for (const [path, hash] of expected) {
  let bytes;
  try {
    bytes = readFileSync(join(root, path));
  } catch {
    fault('缺少', path);
    continue;
  }
  if (createHash('sha256').update(bytes).digest('hex') !== hash) fault('不同', path);
}
for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
  const path = relative(root, join(entry.parentPath, entry.name)).replaceAll('\\\\', '/');
  if (entry.isFile() && path !== 'manifest.sha256' && !expected.has(path)) fault('多出', path);
}
console.log(faults === 0 ? '核对无误：' + expected.size + ' 个文件' : '发现 ' + faults + ' 处不一致');
process.exitCode = faults === 0 ? 0 : 1;
`;
