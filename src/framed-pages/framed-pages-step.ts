import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { writeYears, yearsMark } from '../components/disclosure/write-years.ts';
import { keyOf } from '../key-of.ts';
import { forgetMade, readMade } from '../prepare/made.ts';
import type { Note } from '../prepare/note.ts';
import { readNotes } from '../prepare/note-table.ts';
import { writeFiles } from '../prepare/write-files.ts';
import type { BuildStep } from '../publish/build-site.ts';
import { type FileFacts, factsOf } from '../publish/ledger.ts';
import { startPages } from '../publish/pages-child.ts';
import { writeChanged } from '../publish/write-changed.ts';
import { type Publications, readPublications } from '../record/publications.ts';
import { address, serveUnder } from '../routes/address.ts';
import { type UnitYear, unitYears } from '../routes/unit-years.ts';
import { bodySlug } from '../schema/body-slug.ts';
import type { Settings } from '../settings.ts';
import { type DisclosurePageKind, disclosurePageFile, disclosurePageKinds } from './disclosure-pages.ts';
import { type Frames, fillFrame, frameKinds, readFrames } from './frame.ts';
import { unitChartFiles, unitPageContent } from './unit-page.ts';

/** A disclosure or a unit, whose pages are written together. */
interface Owner {
  /** `<unit>/<year>` or `<unit>` */
  id: string;
  /** Changes with all that its pages show, their frames apart. */
  version: string;
  /** Makes its files, by their paths in the site. */
  files(frames: Frames): Map<string, Uint8Array>;
}

/** What was written last: of each owner the version, and facts of its files by their paths. */
interface Memory {
  /** Digest of the frames. */
  frames: string;
  owners: Record<string, { version: string; files: Record<string, FileFacts> }>;
}

/**
 * Puts the pages of disclosures and units into the frames that Astro rendered. Where a template of the frame changes,
 * no disclosure has to be read again.
 */
export const framedPagesStep: BuildStep = {
  name: '公开页',
  async run(settings, { there, archive }) {
    serveUnder(settings.base);
    const memoryFile = join(settings.cache, 'framed-pages.json');
    const before = readMemory(memoryFile);
    const owners = ownersOf(
      settings,
      archive().disclosures.map(({ id }) => id),
      await readPublications(settings.content),
    );
    const html = await startPages(settings).frames;
    const frames = readFrames(html);
    const framesKey = keyOf(...frameKinds.map((kind) => html[kind]));
    const after: Memory = { frames: framesKey, owners: {} };
    const written = new Map<string, FileFacts>();
    for (const owner of owners) {
      const known = before.frames === framesKey ? before.owners[owner.id] : undefined;
      if (known?.version === owner.version && stands(known.files, there)) {
        after.owners[owner.id] = known;
        continue;
      }
      const files: Record<string, FileFacts> = {};
      const made = owner.files(frames);
      writeFiles(settings.dist, made);
      for (const [path, bytes] of made) {
        files[path] = factsOf(bytes);
        written.set(path, files[path]);
      }
      after.owners[owner.id] = { version: owner.version, files };
      // The threads of the steps beside this one get their work from here.
      await setImmediate();
    }
    for (const id of Object.keys(before.owners)) if (!after.owners[id]) forgetMade(settings.cache, id);
    await writeChanged(memoryFile, JSON.stringify(after));
    const files = Object.values(after.owners).flatMap((owner) => Object.keys(owner.files));
    const pages = (paths: Iterable<string>) => {
      let count = 0;
      for (const path of paths) if (path.endsWith('.html')) count += 1;
      return count.toLocaleString('en');
    };
    return {
      made: `${pages(files)} 页，${pages(written.keys())} 页重新生成`,
      files,
      written: [...written.keys()],
      facts: written,
    };
  },
};

function ownersOf({ cache, base }: Settings, ids: string[], publications: Publications): Owner[] {
  const notes = readNotes(cache);
  const noteOf = (id: string): Note => {
    const note = notes.get(id);
    if (!note) throw new Error(`The disclosure ${id} was not prepared.`);
    return note;
  };
  const units = Map.groupBy(ids, unitOf);
  const bodies = Map.groupBy(ids, (id) => bodySlug(unitOf(id)));
  const ofBody = (unit: string) => (bodies.get(bodySlug(unit)) ?? []).map(yearOf);
  const disclosures = ids.map((id) =>
    disclosureOwner(cache, noteOf(id), ofBody(unitOf(id)), publications.get(id)?.day ?? ''),
  );
  const unitPages = [...units].map(([unit, ids]) => unitOwner(unit, base, ids.map(noteOf), ofBody(unit)));
  return [...disclosures, ...unitPages];
}

const unitOf = (id: string) => id.slice(0, id.indexOf('/'));
const yearOf = (id: string): UnitYear => ({ id, year: Number(id.slice(id.indexOf('/') + 1)) });

function addressOf(id: string, kind: DisclosurePageKind): string {
  return kind === 'disclosure' ? address.disclosure(id) : address[kind](id);
}

/** @param day on which the text was published here, `''` where it was not yet */
function disclosureOwner(
  cache: string,
  { pages: version, summary }: Note,
  years: UnitYear[],
  day: string,
): Owner {
  const { id, known } = summary;
  return {
    id,
    version: keyOf(version, day, ...years.map((year) => year.id)),
    files(frames) {
      const { pages } = readMade(cache, id, version);
      const bodies = {
        disclosure: fillYears(pages.disclosure.body, writeYears(unitYears(id, known, years), day)),
        checks: [pages.checks.body],
        source: [pages.source.body],
      };
      return new Map(
        disclosurePageKinds.map((kind) => [
          disclosurePageFile(id, kind),
          fillFrame(frames[kind], { ...pages[kind].head, address: addressOf(id, kind) }, bodies[kind]),
        ]),
      );
    },
  };
}

/** Puts the years of its body, and the day of its publication, into the page of a disclosure. */
function fillYears(body: Uint8Array, years: string): Uint8Array[] {
  const at = Buffer.from(body.buffer, body.byteOffset, body.length).indexOf(yearsMark);
  if (at === -1) throw new Error('The page of a disclosure has no place for the years of its unit.');
  return [body.subarray(0, at), Buffer.from(years), body.subarray(at + yearsMark.length)];
}

function unitOwner(unit: string, base: string, notes: Note[], ofBody: UnitYear[]): Owner {
  return {
    id: unit,
    version: keyOf(base, ...notes.map(({ version }) => version), ...ofBody.map(({ id }) => id)),
    files(frames) {
      const summaries = notes.map(({ summary }) => summary).sort((a, b) => a.year - b.year);
      const { head, body } = unitPageContent(summaries, ofBody);
      return unitChartFiles(summaries).set(
        `units/${unit}/index.html`,
        fillFrame(frames.unit, { ...head, address: address.unit(unit) }, [Buffer.from(body)]),
      );
    },
  };
}

function stands(files: Record<string, FileFacts>, there: ReadonlyMap<string, FileFacts>): boolean {
  return Object.entries(files).every(([path, [sha256]]) => there.get(path)?.[0] === sha256);
}

function readMemory(file: string): Memory {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Memory;
  } catch {
    return { frames: '', owners: {} }; // not there, or cut off: all pages are put together anew
  }
}
