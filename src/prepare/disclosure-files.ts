import type { Chart } from '../charts/chart.ts';
import { chartFiles, originOf } from '../charts/files/chart-files.ts';
import { type PartFacts, writePart } from '../data/write-part.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { CheckFinding } from '../schema/finding.ts';

/** What the files of one disclosure are made from. */
export interface PreparedContent {
  disclosure: Disclosure;
  findings: CheckFinding[];
  charts: Chart[];
  /** The canonical Markdown as it is. */
  markdown: Uint8Array;
  /** Lines of the text, masked; null where the archive does not keep it. */
  sourceLines: string[] | null;
  /** Gives a text as UTF-8. */
  encode(text: string): Buffer;
}

/**
 * The files that are made of one disclosure alone, by their paths in the site: its data as a package, the downloads of
 * its charts, its text masked, its Markdown.
 */
export function disclosureFiles(
  { disclosure, findings, charts, markdown, sourceLines, encode }: PreparedContent,
  version: string,
): { files: Map<string, Uint8Array>; data: PartFacts } {
  const { id } = disclosure;
  const files = new Map<string, Uint8Array>();
  const data = writePart({ disclosure, findings }, version, encode);
  for (const [name, bytes] of data.files) files.set(`data/${id}/${name}`, bytes);
  for (const { name, text } of chartFiles(charts, originOf(disclosure)))
    files.set(`units/${id}/charts/${name}`, encode(text()));
  files.set(`units/${id}/disclosure.md`, markdown);
  if (sourceLines) files.set(`units/${id}/source.txt`, encode(sourceLines.join('\n')));
  return { files, data: data.facts };
}
