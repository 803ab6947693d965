import type { SourceLineView } from '../../routes/source-page.ts';
import { escapeHtml } from '../escape-html.ts';

/** Writes the source text as numbered lines; tabs, which part the cells of a table, are kept. */
export function writeSource(lines: SourceLineView[], disclosure: string): string {
  return lines
    .map((line) => `<p id="L${line.number}">${number(line, disclosure)}${escapeHtml(line.text)}</p>`)
    .join('');
}

function number({ number, anchor }: SourceLineView, disclosure: string): string {
  if (!anchor) return `<b>${number}</b>`;
  return `<a href="${disclosure}#L${number}">${number}</a>`;
}
