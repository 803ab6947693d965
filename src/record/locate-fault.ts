import { z } from 'zod';
import type { Cursor } from './cursor.ts';
import { defineMarkdown } from './markdown.ts';
import { NotCanonical } from './not-canonical.ts';

/** Blocks of the body at which the parts of a record begin, by its fields: `tables: [12, 16]`. */
export type Begins = Record<string, number[]>;

/**
 * Reads a record from the blocks of its body; an error is located in the file. Only then is the body read once more, for
 * the lines of its blocks.
 *
 * @param begins filled while it is read
 * @throws NotCanonical
 */
export function locateFaults<Content>(
  { markdown, body, cursor, begins }: { markdown: string; body: string; cursor: Cursor; begins: Begins },
  read: () => Content,
): Content {
  try {
    return read();
  } catch (error) {
    const bodyLine = linesOf(markdown.slice(0, markdown.length - body.length));
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    if (!issue) {
      const message = error instanceof Error ? error.message : String(error);
      throw new NotCanonical(message, bodyLine + lineOfBlock(body, cursor.block, cursor.row));
    }
    const [field = '', index = 0, within, row] = issue.path;
    const message = `${z.core.toDotPath(issue.path)}：${issue.message}`;
    const block = begins[String(field)]?.[Number(index)];
    if (block === undefined) throw new NotCanonical(message, lineInHead(markdown, issue.path));
    const inRow = (within === 'rows' || within === 'entries') && typeof row === 'number';
    const at = inRow ? cursor.next('table', block) : block;
    throw new NotCanonical(message, bodyLine + lineOfBlock(body, at, inRow ? row : null));
  }
}

function linesOf(text: string): number {
  return text.split('\n').length - 1;
}

/** Line of a block in the body, or of a row of a table, whose rows stand behind its header and a line of dashes. */
function lineOfBlock(body: string, block: number, row: number | null): number {
  const blocks = defineMarkdown(body).children;
  const line = blocks[block]?.position?.start.line ?? linesOf(body.trimEnd()) + 1;
  return row === null ? line : line + 2 + row;
}

/** Line of a field in the front matter, as far as it is found there; the records of a list take a line each. */
function lineInHead(markdown: string, path: readonly PropertyKey[]): number {
  const lines = markdown.split('\n');
  let at = 0;
  for (const part of path) {
    const next = lines.findIndex(
      (line, index) => index >= at && new RegExp(`^ *${String(part)}:`).test(line),
    );
    if (typeof part === 'number') return at + 2 + part;
    if (next === -1) break;
    at = next;
  }
  return at + 1;
}
