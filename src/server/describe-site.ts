import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Package = z.object({ resources: z.array(z.object({ name: z.string(), rows: z.number() })) });

const kinds = [
  ['disclosures', '份公开文本'],
  ['figures', '个金额'],
  ['indicators', '项绩效指标'],
  ['catalogue', '条目录'],
] as const;

/**
 * Says what a built site holds, from its data package: `3 份公开文本、827 个金额、…`.
 *
 * @param dist folder of the built site
 * @returns `''` where it has no data package
 */
export async function describeSite(dist: string): Promise<string> {
  const text = await readFile(join(dist, 'data/datapackage.json'), 'utf8').catch(() => null);
  if (text === null) return '';
  const { resources } = Package.parse(JSON.parse(text));
  const rows = new Map(resources.map((resource) => [resource.name, resource.rows]));
  return kinds.map(([name, unit]) => `${(rows.get(name) ?? 0).toLocaleString('en-US')} ${unit}`).join('、');
}
