import { keyOf } from '../key-of.ts';
import type { Archive } from '../record/load-archive.ts';
import type { ArchiveInfo } from '../schema/archive-info.ts';
import { programDigest } from './program-digest.ts';

/** Stands for what is published: changes with every record, the archive's names, and the program. */
export function contentsDigest(
  { name, slug }: Pick<ArchiveInfo, 'name' | 'slug'>,
  { disclosures, catalogues }: Pick<Archive, 'disclosures' | 'catalogues'>,
  program: string = programDigest(),
): string {
  const records = [...catalogues, ...disclosures].map(({ id, digest }) => `${id} ${digest}`);
  return keyOf(name, slug, program, ...records);
}

/**
 * The day that the present contents were published on, `2026-03-01`; undefined where they are not what was published
 * then. A day that was written by hand, without the digest of the contents, is taken as it stands.
 *
 * @param archive listed where it is needed
 */
export function publicationDay(
  info: ArchiveInfo,
  archive: () => Pick<Archive, 'disclosures' | 'catalogues'>,
): string | undefined {
  const { published, contents } = info;
  if (published === undefined || contents === undefined) return published;
  return contents === contentsDigest(info, archive()) ? published : undefined;
}
