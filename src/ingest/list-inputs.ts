import { isAbsolute, join, resolve } from 'node:path';
import { sayError, systemErrorOf } from '../say-error.ts';
import type { Effects } from './effects.ts';
import type { RefusedText } from './refusal.ts';

/** The files of a run, each once and in order; `refused`: paths that lead nowhere, and folders that cannot be read. */
export interface Inputs {
  files: string[];
  refused: (RefusedText & { file: string })[];
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
  const refused: Inputs['refused'] = [];
  for (const path of paths.length > 0 ? paths : [sources]) {
    const refuse = (error: unknown, file: string) => {
      if (!systemErrorOf(error)) throw error;
      refused.push({ file, refused: sayError(error) });
    };
    const found = await effects.list(path, refuse);
    if (!found) refused.push({ file: path, refused: `路径不存在${triedAt(path)}，应为文件或文件夹` });
    for (const file of found ?? []) if (!(file.startsWith(sources) && kept.test(file))) files.push(file);
  }
  return { files: [...new Set(files)], refused };
}

/** Where a path that is not absolute leads, for whoever is in another folder than he thinks. */
function triedAt(path: string): string {
  return isAbsolute(path) ? '' : `（${resolve(path)}）`;
}
