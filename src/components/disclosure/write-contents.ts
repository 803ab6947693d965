import type { ContentsEntry } from '../../routes/contents.ts';
import { escapeHtml } from '../escape-html.ts';

/** Writes the contents list. Long parts are folded; on wide screens the list stays in sight and follows the reading. */
export function writeContents(entries: ContentsEntry[]): string {
  return `<nav class="contents" aria-label="本页目录"><ol>${entries.map(writeEntry).join('')}</ol></nav>`;
}

function writeEntry(entry: ContentsEntry): string {
  if (entry.children.length === 0) return `<li>${writeLink(entry)}</li>`;
  const children = entry.children.map((child) => `<li>${writeLink(child)}</li>`).join('');
  return `<li><details><summary>${writeName(entry)}</summary><ol>${children}</ol></details></li>`;
}

function writeLink(entry: ContentsEntry): string {
  return `<a href="#${escapeHtml(entry.anchor)}">${writeName(entry)}</a>`;
}

function writeName({ name, note }: ContentsEntry): string {
  return escapeHtml(name) + (note && `<small>${escapeHtml(note)}</small>`);
}
