import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeChanged } from '../publish/write-changed.ts';
import { describeSite } from './describe-site.ts';

test('counts what the data package counts', async () => {
  const dist = await mkdtemp(join(tmpdir(), 'describe-'));
  expect(await describeSite(dist)).toBe('');
  const resources = [
    { name: 'disclosures', rows: 3 },
    { name: 'figures', rows: 1827 },
  ];
  await writeChanged(join(dist, 'data/datapackage.json'), JSON.stringify({ resources }));
  expect(await describeSite(dist)).toBe('3 份公开文本、1,827 个金额、0 项绩效指标、0 条目录');
});
