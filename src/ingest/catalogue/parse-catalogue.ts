import type { CatalogueDepartment, CatalogueEntry } from '../../schema/catalogue.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import { slugOf } from '../../schema/slug-of.ts';
import type { SourceLine } from '../source-line.ts';
import { levelOf, nearestPrinted, parentOf } from './code-tree.ts';
import { findMissingPages } from './find-missing-pages.ts';
import { leaveOutRemarks } from './leave-out-remarks.ts';
import type { ParsedRows } from './parsed-catalogue.ts';
import { type PrintedRow, readLines } from './read-lines.ts';
import { settleCodes } from './settle-codes.ts';
import type { SettledRow } from './settled-row.ts';
import { splitDepartments } from './split-departments.ts';

/**
 * Reads 政府购买服务指导性目录: departments with their rows, each once, as a tree within the department.
 *
 * The length of a code decides its level, whatever column its name stands in. Nothing is made up: a name that is
 * not printed is `''`, a parent that is not printed is missing, and a finding says so.
 *
 * @param lines the catalogue from its title to its last row; page furniture between the rows is passed over
 */
export function parseCatalogue(lines: readonly SourceLine[]): ParsedRows {
  const bare = leaveOutRemarks(lines);
  const printed = readLines(bare.lines);
  const { title, departments, findings } = splitDepartments(printed);
  findings.push(...findMissingPages(printed), ...bare.findings);
  const rows = departments.flatMap((department) => department.rows);
  const names = topLetters(rows);
  const inColumns = rows.filter((row) => row.column === levelOf(row.code)).length * 2 > rows.length;
  const slugs = new Map<string, number>();

  const parsed = departments.map(({ name, line, rows: own }): CatalogueDepartment => {
    const settled = settleCodes(own, names);
    findings.push(...settled.findings);
    const entries = toEntries(settled.rows, findings, inColumns, name);
    if (entries.length === 0) {
      findings.push(
        note(line, 'catalogue-department', 'undecided', `目录部门「${name}」之下没有条目，可能缺页。`),
      );
    }
    const base = slugOf(name) || 'wei-zhu-ming';
    const count = (slugs.get(base) ?? 0) + 1;
    slugs.set(base, count);
    return { name, slug: count === 1 ? base : `${base}-${count}`, line, entries };
  });
  const used = [...rows.map((row) => row.line), ...departments.map((department) => department.line)];
  return {
    title: title.replaceAll(' ', ''),
    first: used.length ? Math.min(...used) : 0,
    last: used.length ? Math.max(...used) : 0,
    departments: parsed,
    findings: findings.toSorted((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0)),
  };
}

/** Letter that most rows of a level-1 name print: `公共服务` → `A`. */
function topLetters(rows: readonly PrintedRow[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { code, name } of rows) {
    if (!/^[A-Z]$/.test(code) || name === '') continue;
    const letters = counts.get(name) ?? new Map<string, number>();
    counts.set(name, letters.set(code, (letters.get(code) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([name, letters]) => {
      const [first] = [...letters].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return [name, first?.[0] ?? ''];
    }),
  );
}

/** Rows as entries: those printed twice once, with parents, and with what is odd about them as findings. */
function toEntries(
  rows: readonly SettledRow[],
  findings: ConversionFinding[],
  inColumns: boolean,
  department: string,
): CatalogueEntry[] {
  const kept: SettledRow[] = [];
  const byCode = new Map<string, SettledRow[]>();
  for (const row of rows) {
    const ofCode = byCode.get(row.code) ?? [];
    const twin = ofCode.find((other) => sameName(other.name, row.name) || !row.name);
    const empty = kept.at(-1)?.code === row.code && kept.at(-1)?.name === '' ? kept.at(-1) : undefined;
    if (twin ?? empty) {
      findings.push(
        note(
          row.line,
          'catalogue-row-twice',
          'decided',
          `目录条目「${row.code} ${row.name}」重复印出，只收一次。`,
        ),
      );
      if (empty && row.name !== '') Object.assign(empty, row);
      continue;
    }
    if (ofCode.length > 0) {
      const message = `部门「${department}」内代码「${row.code}」印有不同的名称「${row.name}」，两条都保留。`;
      findings.push(note(row.line, 'catalogue-code-repeated', 'undecided', message, row.code));
    }
    kept.push(row);
    byCode.set(row.code, [...ofCode, row]);
  }
  const codes = new Set(kept.map((row) => row.code));
  const missing = new Set<string>();
  return kept.map((row, index) => {
    const level = levelOf(row.code);
    if (row.name === '') {
      findings.push(
        note(row.line, 'catalogue-name-empty', 'undecided', `目录条目「${row.code}」没有名称。`, row.code),
      );
    } else if (inColumns && row.column !== level) {
      const message = `目录条目「${row.code} ${row.name}」的名称印在第 ${row.column} 级栏目，按代码长度归入第 ${level} 级。`;
      findings.push(note(row.line, 'catalogue-name-column', 'decided', message));
    }
    const above = parentOf(row.code);
    if (above !== '' && !codes.has(above) && !missing.has(above)) {
      missing.add(above);
      const message = `目录条目「${row.code}」的上级「${above}」没有印出，可能缺页或缺行。`;
      findings.push(note(row.line, 'catalogue-parent-missing', 'undecided', message, row.code, above));
    }
    const gap = gapBefore(kept, index);
    if (gap) {
      const message = `目录条目「${row.code}」之前缺少序号「${gap}」，可能缺行或编码有误。`;
      findings.push(note(row.line, 'catalogue-gap', 'note', message, row.code, gap));
    }
    const { line, code, name, printed } = row;
    const parent = nearestPrinted(above, codes);
    return { code, level, name, parent, line, ...(printed.normalize('NFKC') === code ? {} : { printed }) };
  });
}

const sameName = (a: string, b: string): boolean =>
  a.normalize('NFKC').replaceAll(' ', '') === b.normalize('NFKC').replaceAll(' ', '');

/** Code that a sequence at level 4 skips before this row, or undefined. Codes of other levels skip by nature. */
function gapBefore(rows: readonly SettledRow[], index: number): string | undefined {
  const code = rows[index]?.code ?? '';
  const above = rows[index - 1]?.code ?? '';
  if (code.length !== 7) return undefined;
  const start = above.length === 7 && above.startsWith(code.slice(0, 5)) ? Number(above.slice(5)) : 0;
  if (start === 0 && above !== code.slice(0, 5)) return undefined;
  return Number(code.slice(5)) > start + 1
    ? code.slice(0, 5) + String(start + 1).padStart(2, '0')
    : undefined;
}

function note(
  line: number,
  rule: string,
  status: ConversionFinding['status'],
  message: string,
  actual?: string,
  expected?: string,
): ConversionFinding {
  return {
    rule,
    status,
    place: { line },
    message,
    ...(actual === undefined ? {} : { actual }),
    ...(expected === undefined ? {} : { expected }),
  };
}
