import type { FindingsDigest } from '../checks/digest-findings.ts';
import type { PartFacts } from '../data/write-part.ts';
import type { Summary } from '../routes/summary.ts';
import type { Term } from '../schema/disclosure.ts';

/** What the archive-wide pages and files need to know of one disclosure, without reading it. */
export interface Note {
  /** Of the record, as the archive lists it. */
  digest: string;
  /** Changes with all that the disclosure's own files and this note are made from. */
  version: string;
  /** Changes with all that its pages show, their frames and the unit's other years apart. */
  pages: string;
  /** Digest of its files as they were written, see `stampOf`. */
  stamp: string;
  /** Its own files, relative to `dist`: data, charts, texts. */
  files: string[];
  data: PartFacts;
  summary: Summary;
  findings: FindingsDigest;
  glossary: Term[];
}
