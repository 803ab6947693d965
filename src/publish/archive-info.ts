import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { ArchiveInfo } from '../schema/archive-info.ts';
import { readYaml, YamlError } from '../schema/read-yaml.ts';
import { writeChanged } from './write-changed.ts';

const file = 'archive.yaml';

/**
 * Reads `content/archive.yaml`; all of it has defaults.
 *
 * @throws YamlError with the line and what was expected
 */
export async function readArchiveInfo(content: string): Promise<ArchiveInfo> {
  return parse(await readText(content), content);
}

/**
 * Notes the day of a publication and the digest of what was published; comments of the file stay.
 *
 * @returns writes the file as it was
 * @throws YamlError where the file cannot be read as it stands
 */
export async function writePublished(
  content: string,
  { published, contents }: Required<Pick<ArchiveInfo, 'published' | 'contents'>>,
): Promise<() => Promise<void>> {
  const text = await readText(content);
  parse(text, content);
  const document = parseDocument(text);
  document.set('published', published);
  document.set('contents', contents);
  await writeChanged(join(content, file), document.toString());
  return async () => {
    await writeChanged(join(content, file), text);
  };
}

function parse(text: string, content: string): ArchiveInfo {
  return readYaml(text, join(content, file), ArchiveInfo, {});
}

async function readText(content: string): Promise<string> {
  const path = join(content, file);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.of();
    throw new YamlError(`${path}：无法读取（${error.code}）`);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new YamlError(`${path}：应为 UTF-8 编码的文本`);
  }
}
