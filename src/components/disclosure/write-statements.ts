import type { Part, Statement } from '../../routes/statement.ts';
import { escapeHtml } from '../escape-html.ts';

/** Writes the first screen: questions that citizens ask, each answered by a sentence with figures that lead to their rows. */
export function writeStatements(statements: Statement[]): string {
  const items = statements.map(
    ({ question, parts, tone }) =>
      `<div${tone ? ` class="${tone}"` : ''}><dt>${escapeHtml(question)}</dt><dd>${parts.map(writePart).join('')}</dd></div>`,
  );
  return `<dl class="statements">${items.join('')}</dl>`;
}

function writePart(part: Part): string {
  if (typeof part === 'string') return escapeHtml(part);
  const href = escapeHtml(part.href);
  if ('figure' in part)
    return `<a class="figure" href="${href}" title="${escapeHtml(part.title)}">${escapeHtml(part.figure)}</a>`;
  return `<a href="${href}">${escapeHtml(part.text)}</a>`;
}
