import { readFileSync } from 'node:fs';
import { editionsAbout } from '../catalogue/editions-about.ts';
import { chartsOf } from '../charts/charts-of.ts';
import { checkDisclosure } from '../checks/check-disclosure.ts';
import { digestFindings } from '../checks/digest-findings.ts';
import { summarizeFindings } from '../checks/summarize-findings.ts';
import { disclosurePages } from '../framed-pages/disclosure-pages.ts';
import { type FileFacts, factsOf } from '../publish/ledger.ts';
import { openDisclosure } from '../record/load-archive.ts';
import { serveUnder } from '../routes/address.ts';
import { summarize } from '../routes/summary.ts';
import { maskSource } from '../schema/mask-source.ts';
import { keepDisclosureSegments } from '../search/index/disclosure-segments.ts';
import type { Settings } from '../settings.ts';
import { disclosureFiles } from './disclosure-files.ts';
import { keepMade } from './made.ts';
import type { Note } from './note.ts';
import { stampOf } from './stamp-of.ts';
import { TextMemory } from './text-memory.ts';
import { type NamedEdition, pagesVersionOf, versionOf } from './version-of.ts';
import { writeFiles } from './write-files.ts';

/** One disclosure to prepare; plain data, for another thread. */
export interface PrepareTask {
  settings: Pick<Settings, 'content' | 'cache' | 'dist' | 'base'>;
  id: string;
  digest: string;
  /** Digest of the program. */
  program: string;
  /** All that are known. */
  editions: NamedEdition[];
  /** Key of its segments of the search index, where they are not kept. */
  segments?: string | undefined;
}

/** What was written of it. */
export interface Prepared {
  id: string;
  note: Note;
  facts: [path: string, facts: FileFacts][];
}

const texts = new TextMemory();

/** Reads and checks a disclosure once, and writes all that is made of it alone; its segments of the search index too. */
export default function prepareDisclosure({
  settings,
  id,
  digest,
  program,
  editions,
  segments,
}: PrepareTask): Prepared {
  const entry = openDisclosure(settings, id, digest);
  const disclosure = entry.load();
  const about = editionsAbout(editions, disclosure.catalogue.edition);
  const version = versionOf({ program, digest, hasSource: entry.hasSource, editions: about });
  const findings = checkDisclosure(disclosure, { catalogues: about });
  const lines = entry.sourceLines();
  const sourceLines = lines && maskSource(lines, disclosure.corrections);
  const charts = chartsOf(disclosure);
  const markdown = readFileSync(entry.path);
  texts.forget();
  const { encode } = texts;
  const { files, data } = disclosureFiles(
    { disclosure, findings, charts, markdown, sourceLines, encode },
    version,
  );
  const facts = new Map([...files].map(([path, bytes]) => [path, factsOf(bytes)] as const));
  writeFiles(settings.dist, files);
  const pages = pagesVersionOf(version, settings.base);
  serveUnder(settings.base);
  keepMade(
    settings.cache,
    id,
    pages,
    files,
    facts,
    disclosurePages(disclosure, {
      checks: findings,
      charts,
      catalogueSlug: (edition) => about.find((one) => one.edition === edition)?.slug,
      sourceLines,
    }),
    encode,
  );
  if (segments) keepDisclosureSegments(settings.cache, segments, disclosure);
  const note: Note = {
    digest,
    version,
    pages,
    stamp: stampOf([...files.keys()], facts),
    files: [...files.keys()],
    data,
    summary: summarize(disclosure, summarizeFindings(findings)),
    findings: digestFindings(findings),
    glossary: disclosure.glossary,
  };
  return { id, note, facts: [...facts] };
}
