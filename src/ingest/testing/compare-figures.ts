import type { Disclosure } from '../../schema/disclosure.ts';
import { entriesOf } from '../../schema/table.ts';
import { tableName } from '../../schema/table-titles.ts';

/** How the figures of a damaged text compare with those of the clean one. */
export interface Comparison {
  right: number;
  /** Undecided, or missing from a row or table that a finding names. */
  reported: number;
  /** Wrong or missing, and nothing says so: never to happen. */
  silent: string[];
  /** Wrong or missing although a finding names the row. */
  noted: string[];
}

interface Placed {
  key: string;
  yuan: number | undefined;
  line: number;
  table: number;
  column: string;
}

/** Compares figure by figure: table, side, row (code and name, n-th of its kind) and column. */
export function compareFigures(clean: Disclosure, read: Disclosure): Comparison {
  const expected = new Map(figuresOf(clean).map((figure) => [figure.key, figure]));
  const found = figuresOf(read);
  const byKey = new Map(found.map((figure) => [figure.key, figure]));
  const open = read.findings.filter(({ status }) => status === 'undecided');
  const absent =
    read.findings
      .find(({ rule }) => rule === 'table-missing')
      ?.message.replace('未见', '')
      .split('、') ?? [];
  const noted = read.findings.filter(({ rule }) => rule === 'sum-open');
  const result: Comparison = { right: 0, reported: 0, silent: [], noted: [] };
  const isTotalOf = (
    { place }: Disclosure['findings'][number],
    { table, column }: { table: number; column: string },
  ) => place.table === table && columnKey(place.column ?? '') === column;
  const judge = (place: { table: number; line?: number | undefined; column: string }, message: string) => {
    const here = (finding: Disclosure['findings'][number]) =>
      finding.place.table === place.table && (place.line === undefined || finding.place.line === place.line);
    if (open.some(here) || absent.includes(tableName(place.table))) result.reported += 1;
    else if (noted.some((finding) => here(finding) || isTotalOf(finding, place))) result.noted.push(message);
    else result.silent.push(message);
  };
  for (const [key, figure] of expected) {
    const other = byKey.get(key);
    if (other && other.yuan === figure.yuan) result.right += 1;
    else if (other && other.yuan === undefined) result.reported += 1;
    else
      judge(
        { table: figure.table, line: other?.line, column: figure.column },
        `${key}: ${figure.yuan} → ${other ? other.yuan : 'missing'}`,
      );
  }
  for (const figure of found) {
    if (expected.has(figure.key) || figure.yuan === undefined) continue;
    // A line that the text prints twice is there twice.
    if (expected.get(figure.key.replace(/\|\d\|/, '|1|'))?.yuan === figure.yuan) continue;
    judge(figure, `${figure.key}: not printed, read as ${figure.yuan}`);
  }
  return result;
}

function figuresOf(disclosure: Disclosure): Placed[] {
  const seen = new Map<string, number>();
  return disclosure.tables.flatMap((table) =>
    entriesOf(table).flatMap((entry) => {
      const row = [table.number, entry.side, entry.code, entry.label.replace(/\s+/g, '')].join('|');
      const count = (seen.get(row) ?? 0) + 1;
      seen.set(row, count);
      return [...entry.amounts].map(([path, figure]) => ({
        key: `${row}|${count}|${columnKey(path)}`,
        yuan: 'yuan' in figure ? figure.yuan : undefined,
        line: entry.line,
        table: table.number as number,
        column: columnKey(path),
      }));
    }),
  );
}

/** A column's own word, however the year and 预算 are printed with it. */
function columnKey(path: string): string {
  const leaf = path.split('/').at(-1) ?? '';
  const key = leaf.replace(/^\d{4}年?/, '').replace(/^(政府性基金|预算数?)预算$/, '$1');
  return key === '' || key === '预算数' || key === '金额' ? '金额' : key;
}
