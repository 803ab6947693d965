import { editionsAbout } from '../catalogue/editions-about.ts';
import { codeDigest } from '../code-digest.ts';
import type { BuildStep } from '../publish/build-site.ts';
import type { FileFacts } from '../publish/ledger.ts';
import type { Archive } from '../record/load-archive.ts';
import { segmentsKey, segmentsProgram } from '../search/index/disclosure-segments.ts';
import { keptSegments } from '../search/index/kept-segments.ts';
import { eachInThreads } from '../threads/each-in-threads.ts';
import { isMadeKept } from './made.ts';
import type { Note } from './note.ts';
import { readNotes, writeNotes } from './note-table.ts';
import type { Prepared, PrepareTask } from './prepare-disclosure.ts';
import type { RestoreTask } from './restore-disclosure.ts';
import { stampOf } from './stamp-of.ts';
import { type NamedEdition, pagesVersionOf, versionOf } from './version-of.ts';

/** Folders of the program that a disclosure's own files are made by. */
const folders = [
  ...['catalogue', 'charts', 'checks', 'components', 'data', 'framed-pages', 'prepare', 'routes', 'schema'],
];

const prepareTask = new URL('prepare-disclosure.ts', import.meta.url);
const restoreTask = new URL('restore-disclosure.ts', import.meta.url);

/** Megabytes in which a thread makes them: in fewer, more of a disclosure is copied before it is done with. */
const nursery = 32;

/**
 * Makes what belongs to one disclosure alone: findings, data, downloads of charts, texts, and the note from which the
 * archive-wide pages and files are made. Only disclosures that are new or changed are read; where the
 * site lost the files of another, they are written again as they were made.
 */
export const prepareStep: BuildStep = {
  name: '公开文本',
  async run(settings, { there, archive: listed }) {
    const { content, cache, dist, base } = settings;
    const archive = listed();
    const editions = namedEditions(archive);
    const program = codeDigest(...folders);
    const segmentsOf = await lackingSegments(cache);
    const before = readNotes(cache);
    const notes = new Map<string, Note>();
    const tasks: PrepareTask[] = [];
    const lost: RestoreTask[] = [];
    for (const { id, digest, hasSource } of archive.disclosures) {
      const note = before.get(id);
      const about = note && editionsAbout(editions, note.summary.edition);
      const isMade =
        note?.digest === digest &&
        note.version === versionOf({ program, digest, hasSource, editions: about ?? [] }) &&
        note.pages === pagesVersionOf(note.version, base) &&
        isMadeKept(cache, id, note.pages);
      if (!isMade) {
        const segments = segmentsOf({ id, digest });
        tasks.push({
          settings: { content, cache, dist, base },
          id,
          digest,
          program,
          editions,
          segments,
        });
        continue;
      }
      notes.set(id, note);
      if (note.stamp !== stampOf(note.files, there)) lost.push({ cache, dist, id, version: note.pages });
    }
    const facts = new Map<string, FileFacts>();
    const restored = eachInThreads<RestoreTask, [string, FileFacts][]>(restoreTask, lost);
    for await (const files of restored) for (const [path, fact] of files) facts.set(path, fact);
    for await (const made of eachInThreads<PrepareTask, Prepared>(prepareTask, tasks, nursery)) {
      notes.set(made.id, made.note);
      for (const [path, fact] of made.facts) facts.set(path, fact);
    }
    const sorted = new Map(archive.disclosures.map(({ id }) => [id, notes.get(id) as Note]));
    if (tasks.length > 0 || sorted.size !== before.size) writeNotes(cache, sorted);
    return {
      made: `${sorted.size} 份，${tasks.length} 份重新生成${lost.length > 0 ? `，${lost.length} 份取自缓存` : ''}`,
      files: [...sorted.values()].flatMap(({ files }) => files),
      written: [...facts.keys()],
      facts,
    };
  },
};

/** Tells the key of a disclosure's segments where the search index does not keep them. */
async function lackingSegments(cache: string) {
  const program = segmentsProgram();
  const kept = await keptSegments(cache);
  return (record: { id: string; digest: string }) => {
    const key = segmentsKey(program, record);
    return kept.has(key) ? undefined : key;
  };
}

function namedEditions({ catalogues }: Archive): NamedEdition[] {
  return catalogues.map((record) => {
    const { slug, edition, issued, inForce, repeals } = record.load();
    return { slug, edition, issued, inForce, repeals };
  });
}
