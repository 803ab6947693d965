import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { editionsAbout } from '../catalogue/editions-about.ts';
import { checkDisclosure } from '../checks/check-disclosure.ts';
import { digestFindings } from '../checks/digest-findings.ts';
import { summarizeFindings } from '../checks/summarize-findings.ts';
import { type FileFacts, factsOf } from '../publish/ledger.ts';
import { openDisclosure } from '../record/load-archive.ts';
import { summarize } from '../routes/summary.ts';
import type { Settings } from '../settings.ts';
import { disclosureFiles } from './disclosure-files.ts';
import { writeFindings } from './findings-file.ts';
import type { Note } from './note.ts';
import { replaceFile } from './replace-file.ts';
import { stampOf } from './stamp-of.ts';
import { type NamedEdition, versionOf } from './version-of.ts';

/** One disclosure to prepare; plain data, for another thread. */
export interface PrepareTask {
  settings: Pick<Settings, 'content' | 'cache' | 'dist'>;
  id: string;
  digest: string;
  /** Digest of the program. */
  program: string;
  /** All that are known. */
  editions: NamedEdition[];
}

/** What was written of it. */
export interface Prepared {
  id: string;
  note: Note;
  facts: [path: string, facts: FileFacts][];
}

/** Reads and checks a disclosure once, and writes all that is made of it alone. */
export default function prepareDisclosure({
  settings,
  id,
  digest,
  program,
  editions,
}: PrepareTask): Prepared {
  const entry = openDisclosure(settings, id, digest);
  const disclosure = entry.load();
  const about = editionsAbout(editions, disclosure.catalogue.edition);
  const version = versionOf({ program, digest, hasSource: entry.hasSource, editions: about });
  const findings = checkDisclosure(disclosure, { catalogues: about });
  const markdown = readFileSync(entry.path);
  const { files, data } = disclosureFiles(
    { disclosure, findings, markdown, sourceLines: entry.sourceLines() },
    version,
  );
  const facts = [...files].map(([path, bytes]): [string, FileFacts] => [path, factsOf(bytes)]);
  const made = new Set<string>();
  for (const [path, bytes] of files) {
    const folder = dirname(join(settings.dist, path));
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    replaceFile(join(settings.dist, path), bytes);
  }
  writeFindings(settings.cache, id, version, findings);
  const note: Note = {
    digest,
    version,
    stamp: stampOf([...files.keys()], new Map(facts)),
    files: [...files.keys()],
    data,
    summary: summarize(disclosure, summarizeFindings(findings)),
    findings: digestFindings(findings),
    glossary: disclosure.glossary,
  };
  return { id, note, facts };
}
