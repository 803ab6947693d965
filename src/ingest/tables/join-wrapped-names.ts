import { bodyName } from '../../schema/body-name.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import { displayWidth } from '../text/display-width.ts';
import { matchKey } from '../text/plain.ts';
import type { TablePart } from './find-parts.ts';
import { isAmountLike } from './place-cells.ts';
import type { GridLine } from './read-grid.ts';
import type { LeafTemplate } from './template.ts';

/** Names that the document prints elsewhere in full, as compared by `matchKey`. */
export interface PrintedNames {
  projects: Set<string>;
  /** The publishing body and those that its forms name. */
  bodies: Set<string>;
}

/** Lines of one name at most, beside the one with the amounts, on either side of it. */
const most = 4;
const total = /^(?:合计|总计|小计|部门合计|单位合计)$/;
/** What no name ends with, and none begins with. */
const endsOpen = /[的及和与或、，,：:“《（(—]$/;
const beginsOpen = /^[）)》”、，,。的]/;

interface Item {
  row: GridLine;
  part: number;
  /** Nothing stands between this line and the one before. */
  near: boolean;
}

/**
 * Joins the name of a project that is printed over several lines, of which one has the amounts. A form of the same
 * document that prints the whole name decides; else brackets and words that cannot stand at an end do, or where the
 * lines of the column are full. A line that may be a part of a name or a project of its own stays and is reported.
 */
export function joinWrappedNames(
  parts: TablePart[],
  leaves: LeafTemplate[],
  { projects, bodies }: PrintedNames,
): { parts: TablePart[]; loose: GridLine[]; findings: ConversionFinding[] } {
  const label = leaves.findIndex(({ key }) => key === 'label');
  const items = parts.flatMap((part, index) =>
    part.rows.map((row, at): Item => ({ row, part: index, near: !row.gap && (at > 0 || !part.header) })),
  );
  /** Index of the row with amounts that a line belongs to. */
  const owner = new Map<number, number>();
  const whole = new Set<number>();
  const byForm = new Set<number>();
  const rows = items.flatMap((_, index) => (hasAmounts(index) ? [index] : []));
  const limit = Math.max(0, ...items.map((_, index) => widthOf(index)));
  for (const row of rows) joinPrinted(row);
  for (const run of runs()) joinRun(run);
  return { ...rebuild(), findings: [...decisions(), ...open()].toSorted(byLine) };

  function nameOf(index: number): string {
    const { cells, piece } = (items[index] as Item).row;
    return (piece ? cells[0] : cells[label]) ?? '';
  }

  function widthOf(index: number): number {
    return displayWidth(nameOf(index).trim());
  }

  function hasAmounts(index: number): boolean {
    const { cells, piece } = (items[index] as Item).row;
    return !piece && nameOf(index) !== '' && cells.some((cell, at) => at > label && isAmountLike(cell));
  }

  /** Whether a line holds nothing but a text in the column of the names. */
  function isFragment(index: number): boolean {
    const item = items[index];
    if (!item || owner.has(index) || hasAmounts(index)) return false;
    const text = nameOf(index);
    const alone = item.row.piece || item.row.cells.every((cell, at) => at === label || cell === '');
    return alone && /\p{Script=Han}/u.test(text) && !isName(text);
  }

  /** Whether the text is a name in full: a project with a form, a body or a total. */
  function isName(text: string): boolean {
    const key = matchKey(text);
    return projects.has(key) || bodies.has(key) || total.test(key);
  }

  /** Fragments that stand together on one side of a row, the nearest first. */
  function beside(row: number, step: 1 | -1): number[] {
    const found: number[] = [];
    for (let index = row + step; found.length < most && isFragment(index); index += step) found.push(index);
    return found;
  }

  /** Takes the lines around a row that make its name one which a form prints, where one choice of them does. */
  function joinPrinted(row: number): void {
    const [before, after] = [beside(row, -1), beside(row, 1)];
    const fitting: number[][] = [];
    for (let heads = 0; heads <= before.length; heads++) {
      for (let tails = 0; tails <= after.length; tails++) {
        const taken = [...before.slice(0, heads), ...after.slice(0, tails)];
        if (isName(joined(row, taken))) fitting.push(taken);
      }
    }
    const [only] = fitting;
    if (!only || fitting.length > 1) return;
    whole.add(row);
    for (const index of only) owner.set(index, row);
    if (only.length > 0) byForm.add(row);
  }

  function joined(row: number, taken: number[]): string {
    return [row, ...taken]
      .toSorted((a, b) => a - b)
      .map((index) => nameOf(index).trim())
      .join('');
  }

  /** Fragments that follow each other without a gap and belong to no row yet. */
  function runs(): number[][] {
    const found: number[][] = [];
    for (const [index, { near }] of items.entries()) {
      if (!isFragment(index)) continue;
      const last = found.at(-1);
      if (near && last?.at(-1) === index - 1) last.push(index);
      else found.push([index]);
    }
    return found;
  }

  /** Gives a run to the row above or below it, where only one of them can have it. */
  function joinRun(run: number[]): void {
    const [first, last] = [run[0] as number, run.at(-1) as number];
    const takes = (index: number) => rows.includes(index) && !whole.has(index) && !isName(nameOf(index));
    const above = items[first]?.near && takes(first - 1) ? first - 1 : undefined;
    // A line without cells is the head of the first column only.
    const heads = label === 0 || run.every((index) => !items[index]?.row.piece);
    const below = heads && items[last + 1]?.near && takes(last + 1) ? last + 1 : undefined;
    if (run.length > most) return;
    const to = byWording(run, above, below) ?? byWidth(run, above, below);
    if (to !== undefined) for (const index of run) owner.set(index, to);
  }

  function byWording(
    run: number[],
    above: number | undefined,
    below: number | undefined,
  ): number | undefined {
    const text = run.map(nameOf).join('');
    const isTail =
      above !== undefined &&
      (endsOpen.test(nameOf(above)) ||
        unclosed(joined(above, [])) > 0 ||
        beginsOpen.test(text) ||
        unclosed(text) < 0);
    const isHead =
      below !== undefined &&
      (endsOpen.test(text) ||
        unclosed(text) > 0 ||
        beginsOpen.test(nameOf(below)) ||
        unclosed(nameOf(below)) < 0);
    if (isTail === isHead) return undefined;
    return isTail ? above : below;
  }

  /** Every line of a wrapped name but its last fills the column. */
  function byWidth(run: number[], above: number | undefined, below: number | undefined): number | undefined {
    const isFull = (index: number) => widthOf(index) >= limit - 2;
    const isTail =
      above !== undefined &&
      isFull(above) &&
      run.slice(0, -1).every(isFull) &&
      widthOf(run.at(-1) as number) <= limit;
    const isHead = below !== undefined && run.every(isFull);
    if (run.every((index) => items[index]?.row.piece)) {
      // A line break inside a cell leaves the head of the name on a line of its own.
      if (isTail && isHead) return undefined;
      return isTail ? above : below;
    }
    const rest = widthOf(run[0] as number);
    const isRest = run.length === 1 && rest <= 16 && isTail && rest < widthOf(above) && !isHead;
    return isRest && !bodyName.test(nameOf(run[0] as number)) ? above : undefined;
  }

  function membersOf(row: number): number[] {
    return [...owner].flatMap(([index, to]) => (to === row ? [index] : []));
  }

  function rebuild(): { parts: TablePart[]; loose: GridLine[] } {
    const kept = items.flatMap(({ row, part }, index) => {
      if (owner.has(index) || row.piece) return [];
      const members = hasAmounts(index) ? membersOf(index) : [];
      if (members.length === 0) return [{ part, row }];
      const gap = items[Math.min(index, ...members)]?.row.gap ?? row.gap;
      return [{ part, row: { ...row, gap, cells: row.cells.with(label, joined(index, members)) } }];
    });
    return {
      parts: parts.map((part, index) => ({
        ...part,
        rows: kept.flatMap((item) => (item.part === index ? [item.row] : [])),
      })),
      loose: items.flatMap(({ row }, index) => (row.piece && !owner.has(index) ? [row] : [])),
    };
  }

  function lineOf(index: number): number {
    return (items[index] as Item).row.line;
  }

  function decisions(): ConversionFinding[] {
    return rows.flatMap((row): ConversionFinding[] => {
      const lines = [row, ...membersOf(row)].map(lineOf).toSorted((a, b) => a - b);
      if (lines.length === 1) return [];
      const printed = lines.slice(0, -1).map((line) => `第${line}行`);
      return [
        {
          rule: 'row-joined',
          status: 'decided',
          place: { line: lineOf(row) },
          message: `${printed.join('、')}与第${lines.at(-1)}行是同一行被断开，${byForm.has(row) ? '据绩效目标表所印项目名称' : ''}已合并`,
        },
      ];
    });
  }

  function open(): ConversionFinding[] {
    if (rows.length === 0) return [];
    return items.flatMap(({ row }, index): ConversionFinding[] => {
      if (owner.has(index)) return [];
      const text = nameOf(index);
      const isOpen = isFragment(index) && (row.piece || !bodyName.test(text));
      if (!isOpen && !row.piece) return [];
      return [
        {
          rule: 'name-open',
          status: 'undecided',
          place: { line: row.line },
          message: row.piece
            ? `第${row.line}行「${text}」夹在表格行之间，可能是上一行或下一行名称的一部分，无法确定，按附注保留`
            : `第${row.line}行「${text}」没有金额，可能是上一行或下一行名称的一部分，也可能是未列金额的项目，无法确定，按原行保留`,
          actual: text,
        },
      ];
    });
  }
}

/** Brackets and quotation marks that are opened and not closed; negative where more are closed. */
function unclosed(text: string): number {
  const count = (signs: RegExp) => text.match(signs)?.length ?? 0;
  return count(/[（(《“]/g) - count(/[）)》”]/g);
}

function byLine(a: ConversionFinding, b: ConversionFinding): number {
  return (a.place.line ?? 0) - (b.place.line ?? 0);
}
