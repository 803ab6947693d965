import type { SourceLine } from '../source-line.ts';

/**
 * Turns `<table>` markup and GFM pipes that some conversions print into lines of tab-separated cells, one a row, so
 * that everything after it sees one kind of table. `colspan` and `rowspan` become blank cells.
 */
export function unfoldTables(lines: SourceLine[]): SourceLine[] {
  return unfoldHtml(lines).flatMap(({ text, line }) => {
    if (!/^\s*\|.*\|\s*$/.test(text)) return [{ text, line }];
    if (/^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/.test(text)) return [];
    const cells = text
      .trim()
      .slice(1, -1)
      .split(/(?<!\\)\|/);
    return [{ text: cells.map((cell) => cell.replaceAll('\\|', '|').trim()).join('\t'), line }];
  });
}

function unfoldHtml(lines: SourceLine[]): SourceLine[] {
  if (!lines.some(({ text }) => /<table|<tr/i.test(text))) return lines;
  const out: SourceLine[] = [];
  let open: { line: number; text: string } | undefined;
  let below = new Map<number, number>();
  for (const { text, line } of lines) {
    let rest = text;
    if (open) rest = `${open.text}${rest}`;
    else if (!/<\/?(?:table|tr|td|th|tbody|thead)\b/i.test(rest)) {
      out.push({ text, line });
      continue;
    }
    if (/<table\b/i.test(rest)) below = new Map();
    const first = open?.line ?? line;
    open = undefined;
    const row = /<tr\b[^>]*>([\s\S]*?)<\/tr\s*>/gi;
    let end = 0;
    let lead = rest.slice(0, rest.search(/<(?:table|tbody|thead|tr)\b/i));
    if (rest.search(/<(?:table|tbody|thead|tr)\b/i) < 0) lead = '';
    if (lead.trim()) out.push({ text: lead, line: first });
    for (const match of rest.matchAll(row)) {
      out.push({ text: cellsOf(match[1] ?? '', below).join('\t'), line: first });
      end = match.index + match[0].length;
    }
    const tail = rest.slice(end);
    if (/<tr\b/i.test(tail)) open = { line, text: tail };
    else if (end === 0 || tail.trim())
      out.push({ text: end ? tail.replace(/<\/?(?:table|tbody|thead)[^>]*>/gi, '') : '', line });
  }
  if (open) out.push({ text: open.text.replace(/<\/?t[a-z]+[^>]*>/gi, '\t'), line: open.line });
  return out;
}

function cellsOf(row: string, below: Map<number, number>): string[] {
  const cells: string[] = [];
  const skipSpanned = () => {
    for (let left = below.get(cells.length) ?? 0; left > 0; left = below.get(cells.length) ?? 0) {
      below.set(cells.length, left - 1);
      cells.push('');
    }
  };
  for (const [, attributes = '', content = ''] of row.matchAll(/<t[dh]\b([^>]*)>([\s\S]*?)<\/t[dh]\s*>/gi)) {
    skipSpanned();
    const span = (name: string) =>
      Number(new RegExp(`${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes)?.[1] ?? 1);
    const [columns, rows] = [span('colspan'), span('rowspan')];
    for (let column = 0; column < columns; column++) {
      if (rows > 1) below.set(cells.length, rows - 1);
      cells.push(column === 0 ? content.replace(/\s+/g, ' ').trim() : '');
    }
  }
  skipSpanned();
  return cells;
}
