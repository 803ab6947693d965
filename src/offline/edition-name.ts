import type { ArchiveInfo } from '../schema/archive-info.ts';

/** Name of the offline edition's folder and, with `.zip`, of its file: `mingzhang-2026-03-01`. */
export function editionName({ slug, published }: Pick<ArchiveInfo, 'slug' | 'published'>): string {
  return [slug, published].filter(Boolean).join('-');
}
