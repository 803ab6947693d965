import { join } from 'node:path';
import type { Effects } from './effects.ts';

/** The files of a run, each once and in order; `missing`: paths that lead nowhere. */
export interface Inputs {
  files: string[];
  missing: string[];
}

/** Texts that a later one replaced stand beside it in the archive as `<year>.<n>.txt`. */
const kept = /\.\d+\.txt$/;

/** Lists what to take in: files as given, and what lies in folders; without paths the texts of the archive. */
export async function listInputs(
  paths: readonly string[],
  content: string,
  effects: Pick<Effects, 'list'>,
): Promise<Inputs> {
  const sources = join(content, 'sources');
  const files: string[] = [];
  const missing: string[] = [];
  for (const path of paths.length > 0 ? paths : [sources]) {
    const found = await effects.list(path);
    if (!found) missing.push(path);
    for (const file of found ?? []) if (!(file.startsWith(sources) && kept.test(file))) files.push(file);
  }
  return { files: [...new Set(files)], missing };
}
