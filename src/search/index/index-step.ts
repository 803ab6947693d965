import { readNotes } from '../../prepare/note-table.ts';
import type { BuildStep } from '../../publish/build-site.ts';
import { beginIndex } from './begin-index.ts';
import { placeIndex } from './place-index.ts';

/** Indexes the archive and puts the index into the site. */
export const indexStep: BuildStep = {
  name: '检索',
  async run(settings, { there, archive }) {
    const notes = readNotes(settings.cache);
    const index = await beginIndex(
      settings,
      (id) => (notes.get(id)?.summary.checks.不符 ?? 0) > 0,
      archive(),
    );
    return {
      made: `${index.rows} 行，${index.shards} 片（新建 ${index.fresh}）`,
      ...(await placeIndex(index, settings.dist, there)),
    };
  },
};
