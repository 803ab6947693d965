import { columnInDoubt, type Figure, type MoneyUnit } from '../../schema/figure.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import { readFigure } from '../../schema/read-figure.ts';
import { tableName } from '../../schema/table-titles.ts';
import { type Equation, type Ref, stateOf } from './equations.ts';
import type { TableHeader, TablePart } from './find-parts.ts';
import type { HeaderMatch } from './match-header.ts';
import { isValid, type Placement, placeShifted, placeStraight, type Shift, shiftsOf } from './place-cells.ts';
import type { GridLine } from './read-grid.ts';
import type { TableTemplate } from './template.ts';

/** A row whose cells have their columns. */
export interface PlacedRow extends GridLine {
  placement: Placement;
  /** Text by leaf. */
  texts: string[];
  /** Amount by leaf; null where blank or no amount column. */
  figures: (Figure | null)[];
}

interface Options {
  spec: TableTemplate;
  unit: MoneyUnit;
  /** Whether the text as a whole has lost the blanks at the end of its lines. */
  trimmed: boolean;
  /** Sums that rows with these texts must satisfy. */
  equations: (rows: PlacedRow[]) => Equation[];
}

/** Rows that lost or gained the same columns, and so are placed together. */
interface Group {
  rows: number[];
  header: HeaderMatch | undefined;
  /** Ways to place them: one placement a row. */
  candidates: { how: string; placements: Placement[] }[];
}

/** Yuan that amounts of a unit are printed in: whole 元, hundredths of all others. */
const steps: Record<MoneyUnit, number> = { 元: 1, 千元: 10, 万元: 100, 百万元: 10_000, 亿元: 1_000_000 };

/**
 * Gives every cell its column. Rows as wide as the table stand as they are; where cells were lost or gained, or
 * heading words stand elsewhere than the template has them, the sums decide. What they cannot decide is undecided.
 */
export function placeRows(
  parts: TablePart[],
  { leaves }: TableHeader,
  options: Options,
): { rows: PlacedRow[]; used: Set<number>; findings: ConversionFinding[] } {
  const step = steps[options.unit];
  const findings: ConversionFinding[] = [];
  const rows: PlacedRow[] = [];
  const groups: Group[] = [];
  for (const part of parts) addPart(part);

  // Texts do not move with amounts, so the sums can be set up once rows stand as they first fit.
  let equations = options.equations(rows);
  // Where no line of a table ends in a blank cell and lines differ in width, blanks at the end were trimmed.
  const ends = parts.flatMap((part) => part.rows.map(({ cells }) => cells));
  const trimmed =
    options.trimmed ||
    (ends.length >= 3 &&
      ends.every((cells) => cells.at(-1) !== '' && cells.length <= leaves.length) &&
      new Set(ends.map((cells) => cells.length)).size >= 2);
  settleAll(groups.filter(({ candidates }) => candidates.length > 1));
  for (const group of groups) {
    const [only, ...others] = group.candidates;
    if (!only) giveUp(group);
    else if (others.length === 0 && only.how !== 'straight') recordDecision(group, 0, 0);
  }
  equations = options.equations(rows);
  const certain = new Set(groups.flatMap((group) => (group.candidates.length === 1 ? group.rows : [])));
  mendSingleRows();
  doubtCutFigures();
  reportOpenSums();

  const used = new Set(
    rows.flatMap(({ placement, cells }) =>
      placement.filter((leaf, index) => leaf >= 0 && cells[index] !== ''),
    ),
  );
  return { rows, used, findings };

  function addPart(part: TablePart): void {
    const byWidth = new Map<number, number[]>();
    for (const row of part.rows) {
      const index = rows.push(placed(row, [])) - 1;
      byWidth.set(row.cells.length, [...(byWidth.get(row.cells.length) ?? []), index]);
    }
    for (const [width, indexes] of byWidth) {
      const group: Group = { rows: indexes, header: part.header, candidates: [] };
      group.candidates = candidatesOf(indexes, width, part.header);
      // Rows that share a width but no shift were damaged one by one.
      const together = group.candidates.length > 0 || indexes.length === 1;
      const split = together
        ? [group]
        : indexes.map((index) => ({
            rows: [index],
            header: part.header,
            candidates: candidatesOf([index], width, part.header),
          }));
      for (const each of split) {
        groups.push(each);
        apply(each, 0);
      }
    }
  }

  function candidatesOf(
    indexes: number[],
    width: number,
    header: HeaderMatch | undefined,
  ): Group['candidates'] {
    const all: Group['candidates'] = [];
    const add = (how: string, place: (cells: string[]) => Placement | undefined) => {
      const placements = indexes.map((index) => place(rows[index]?.cells ?? []));
      if (placements.some((placement) => placement === undefined)) return;
      const candidate = { how, placements: placements as Placement[] };
      if (!all.some((other) => samePlaces(other.placements, candidate.placements, indexes)))
        all.push(candidate);
    };
    const straight = (cells: string[]) => placeStraight(cells, leaves);
    const printed = header && printedOrder(header, width);
    if (width === leaves.length) {
      add('straight', straight);
      if (printed) add('printed', (cells) => byColumns(cells, printed));
      if (all.length === 0) addShifts(2);
      return all;
    }
    if (printed) add('printed', (cells) => byColumns(cells, printed));
    add('straight', straight);
    addShifts(Math.min(2, Math.max(1, Math.abs(width - leaves.length))));
    return all;

    function addShifts(changes: number): void {
      const directions: (1 | -1)[] = width < leaves.length ? [1] : width > leaves.length ? [-1] : [1, -1];
      for (const shifts of shiftsOf(width, changes, directions)) {
        if (shifts.length > 0) add('shifted', (cells) => placeShifted(cells, shifts as Shift[], leaves));
      }
    }
  }

  /** Leaf by column as the part's own header prints it, where that differs from the template's order. */
  function printedOrder(header: HeaderMatch, width: number): number[] | undefined {
    if (header.width !== width) return undefined;
    const order = new Array<number>(width).fill(-1);
    header.columns.forEach((column, leaf) => {
      if (column !== undefined && column < width) order[column] = leaf;
    });
    const named = order.filter((leaf) => leaf >= 0).length;
    if (named === 0) return undefined;
    const missing = leaves.flatMap((_, leaf) => (order.includes(leaf) ? [] : [leaf]));
    if (width === leaves.length) {
      for (const [column, leaf] of order.entries()) if (leaf < 0) order[column] = missing.shift() ?? -1;
      return order.every((leaf, column) => leaf === column) ? undefined : order;
    }
    return named === width ? order : undefined;
  }

  function byColumns(cells: string[], order: number[]): Placement | undefined {
    const placement = cells.map((cell, column) => (cell === '' ? -1 : (order[column] ?? -1)));
    return isValid(placement, cells, leaves) ? placement : undefined;
  }

  function placed(row: GridLine, placement: Placement): PlacedRow {
    const texts = new Array<string>(leaves.length).fill('');
    placement.forEach((leaf, index) => {
      if (leaf >= 0 && row.cells[index]) texts[leaf] = row.cells[index] as string;
    });
    const figures = leaves.map(({ role }, leaf) =>
      role === 'amount' ? readFigure(texts[leaf] ?? '', options.unit) : null,
    );
    return { ...row, placement, texts, figures };
  }

  function apply(group: Group, candidate: number): void {
    group.rows.forEach((index, position) => {
      const placement = group.candidates[candidate]?.placements[position];
      if (placement) rows[index] = placed(rows[index] as PlacedRow, placement);
    });
  }

  /** Chooses the placements that the sums support; where several are supported alike, what differs is undecided. */
  function settleAll(doubtful: Group[]): void {
    if (doubtful.length === 0) return;
    const combinations = doubtful.reduce((product, { candidates }) => product * candidates.length, 1);
    const tied = combinations <= 600 ? bestTogether(doubtful) : bestOneByOne(doubtful);
    const chosen = tied[0] as number[];
    chosen.forEach((candidate, index) => {
      apply(doubtful[index] as Group, candidate);
    });
    doubtful.forEach((group, index) => {
      settle(group, chosen[index] as number, [
        ...new Set(tied.map((combination) => combination[index] as number)),
      ]);
    });
  }

  /** All combinations with the best score, by trying every one. */
  function bestTogether(doubtful: Group[]): number[][] {
    const touching = equationsTouching(doubtful.flatMap((group) => group.rows));
    let best = { fails: Number.POSITIVE_INFINITY, holds: 0 };
    let tied: number[][] = [];
    const visit = (depth: number, combination: number[]) => {
      const group = doubtful[depth];
      if (!group) {
        const score = scoreOf(touching);
        const order = score.fails - best.fails || best.holds - score.holds;
        if (order < 0) [best, tied] = [score, []];
        if (order <= 0) tied.push(combination);
        return;
      }
      group.candidates.forEach((_, candidate) => {
        apply(group, candidate);
        visit(depth + 1, [...combination, candidate]);
      });
    };
    visit(0, []);
    return tied;
  }

  /** For many groups: each in turn against the others, from several beginnings, until nothing gets better. */
  function bestOneByOne(doubtful: Group[]): number[][] {
    const touching = equationsTouching(doubtful.flatMap((group) => group.rows));
    const ways = ['straight', 'printed', 'shifted'];
    let best: { score: { fails: number; holds: number }; choice: number[] } | undefined;
    for (const way of ways) {
      const choice = doubtful.map(({ candidates }) =>
        Math.max(
          0,
          candidates.findIndex(({ how }) => how === way),
        ),
      );
      choice.forEach((candidate, index) => {
        apply(doubtful[index] as Group, candidate);
      });
      for (let round = 0; round < 3; round++) {
        doubtful.forEach((group, index) => {
          choice[index] = bestOf(group)[0] as number;
          apply(group, choice[index] as number);
        });
      }
      const score = scoreOf(touching);
      const better =
        !best ||
        score.fails < best.score.fails ||
        (score.fails === best.score.fails && score.holds > best.score.holds);
      if (better) best = { score, choice };
    }
    const { choice } = best as { choice: number[] };
    choice.forEach((candidate, index) => {
      apply(doubtful[index] as Group, candidate);
    });
    return doubtful.flatMap((group, index) => {
      const tied = bestOf(group);
      apply(group, choice[index] as number);
      return [choice, ...tied.map((candidate) => choice.with(index, candidate))];
    });
  }

  /** Candidates of one group with the best score while all others stay. */
  function bestOf(group: Group): number[] {
    const touching = equationsTouching(group.rows);
    const scores = group.candidates.map((_, candidate) => {
      apply(group, candidate);
      return scoreOf(touching);
    });
    const best = scores.reduce((a, b) =>
      b.fails < a.fails || (b.fails === a.fails && b.holds > a.holds) ? b : a,
    );
    return scores.flatMap((score, index) =>
      score.fails === best.fails && score.holds === best.holds ? [index] : [],
    );
  }

  /** Marks what stays open in a group, or puts its decision on record. */
  function settle(group: Group, chosen: number, tied: number[]): void {
    const { holds } = scoreOf(equationsTouching(group.rows));
    if (trimmed && group.candidates[tied[0] as number]?.how === 'straight') tied.length = 1;
    const printedWins =
      group.candidates[chosen]?.how === 'printed' &&
      rows[group.rows[0] as number]?.cells.length !== leaves.length;
    const open = new Set<string>();
    group.rows.forEach((index, position) => {
      const row = rows[index] as PlacedRow;
      row.placement.forEach((leaf, cell) => {
        if (leaf < 0 || row.cells[cell] === '' || leaves[leaf]?.role !== 'amount') return;
        const agreed =
          printedWins ||
          tied.every((other) => group.candidates[other]?.placements[position]?.[cell] === leaf);
        const failing = equationsTouching([index]).some(
          (equation) =>
            involves(equation, { row: index, leaf }) && stateOf(equation, yuanAt, step) === 'fails',
        );
        if (agreed && !failing) return;
        open.add(`${index}:${leaf}`);
        row.figures[leaf] = { printed: row.cells[cell] as string, undecided: columnInDoubt };
        findings.push({
          rule: 'column-undecided',
          status: 'undecided',
          place: { line: row.line, column: leaves[leaf]?.path.at(-1) },
          message:
            row.cells.length === leaves.length
              ? `表头文字与栏目错位，第${row.line}行金额「${row.cells[cell]}」的所属栏目无法确定`
              : `第${row.line}行比本表应有的栏目${row.cells.length < leaves.length ? '少' : '多'}，金额「${row.cells[cell]}」的所属栏目无法确定`,
          actual: row.cells[cell],
        });
      });
    });
    if (open.size === 0) recordDecision(group, chosen, holds);
  }

  function recordDecision(group: Group, chosen: number, holds: number): void {
    const first = rows[group.rows[0] as number] as PlacedRow;
    const last = rows[group.rows.at(-1) as number] as PlacedRow;
    const hasAmounts = group.rows.some((index) =>
      (rows[index] as PlacedRow).figures.some((figure) => figure !== null),
    );
    if (!hasAmounts) return;
    const how = group.candidates[chosen]?.how;
    const lines = first.line === last.line ? `第${first.line}行` : `第${first.line}至${last.line}行`;
    const width = first.cells.length;
    const basis = holds > 0 ? `据 ${holds} 项勾稽关系` : '据单元格内容';
    findings.push({
      rule: width === leaves.length ? 'header-shift-decided' : 'column-shift-decided',
      status: 'decided',
      place: { line: first.line },
      message:
        width === leaves.length
          ? `${lines}的表头文字与栏目错位，${basis}按${how === 'printed' ? '表头印刷位置' : '本表应有的顺序'}归栏`
          : `${lines}有 ${width} 格，本表应有 ${leaves.length} 栏，${basis}归栏`,
      actual: String(width),
      expected: String(leaves.length),
    });
  }

  /** No column fits some cell: amounts stay with their text and no value. */
  function giveUp(group: Group): void {
    for (const index of group.rows) {
      const row = rows[index] as PlacedRow;
      const placement = row.cells.map((cell, position) =>
        cell === '' ? -1 : Math.min(position, leaves.length - 1),
      );
      const texts = new Array<string>(leaves.length).fill('');
      placement.forEach((leaf, cell) => {
        if (leaf >= 0) texts[leaf] = [texts[leaf], row.cells[cell]].filter(Boolean).join(' ');
      });
      const figures = leaves.map(({ role }, leaf) =>
        role === 'amount' && texts[leaf]
          ? { printed: texts[leaf] as string, undecided: columnInDoubt }
          : null,
      );
      rows[index] = { ...row, placement, texts, figures };
      findings.push({
        rule: 'row-undecided',
        status: 'undecided',
        place: { line: row.line },
        message: `第${row.line}行的单元格与本表的栏目对不上，金额未取值`,
        actual: row.cells.filter(Boolean).join('｜'),
      });
    }
  }

  /** A row of full width whose sums fail, and hold when its cells shift in one way only: shifted. */
  function mendSingleRows(): void {
    for (const index of certain) {
      const touching = equationsTouching([index]);
      const before = scoreOf(touching);
      if (before.fails === 0) continue;
      const row = rows[index] as PlacedRow;
      const options = shiftsOf(row.cells.length, 2, [1, -1])
        .map((shifts) => placeShifted(row.cells, shifts as Shift[], leaves))
        .filter((placement): placement is Placement => placement !== undefined);
      const better = new Map<string, Placement>();
      for (const placement of options) {
        rows[index] = placed(row, placement);
        if (scoreOf(touching).fails === 0) better.set(placement.join(), placement);
      }
      const only = better.size === 1 ? [...better.values()][0] : undefined;
      rows[index] = only ? placed(row, only) : row;
      if (!only) continue;
      findings.push({
        rule: 'row-shift-decided',
        status: 'decided',
        place: { line: row.line },
        message: `第${row.line}行的金额错位，据 ${before.fails} 项原不成立的勾稽关系移回所属栏目`,
      });
    }
  }

  /** An amount with fewer decimals than all others of the table, in a sum that fails, was cut. */
  function doubtCutFigures(): void {
    const decimals = (printed: string) =>
      /[.．](\d*)$/.exec(printed.normalize('NFKC').trim())?.[1]?.length ?? 0;
    const all = rows.flatMap(({ figures }) =>
      figures.flatMap((figure) => (figure ? [decimals(figure.printed)] : [])),
    );
    const usual = Math.max(0, ...all);
    if (all.length < 4 || all.filter((count) => count === usual).length < all.length - 1) return;
    for (const [index, row] of rows.entries()) {
      row.figures.forEach((figure, leaf) => {
        if (!figure || !('yuan' in figure) || decimals(figure.printed) === usual) return;
        const fails = equations.some(
          (equation) =>
            involves(equation, { row: index, leaf }) && stateOf(equation, yuanAt, step) === 'fails',
        );
        if (!fails) return;
        row.figures[leaf] = { printed: figure.printed, undecided: '数字似被截断' };
        findings.push({
          rule: 'figure-cut',
          status: 'undecided',
          place: { line: row.line, column: leaves[leaf]?.path.at(-1) },
          message: `第${row.line}行「${figure.printed}」的小数位少于表内其他金额，且合计不符，似被截断，未取值`,
          actual: figure.printed,
        });
      });
    }
  }

  /** Sums that do not hold where nothing was in doubt: the print or a misreading; checks show which. */
  function reportOpenSums(): void {
    for (const equation of equations) {
      if (equation.kind === '表' || stateOf(equation, yuanAt, step) !== 'fails') continue;
      const row = rows[equation.target.row] as PlacedRow;
      const name = leaves[equation.target.leaf]?.path.at(-1) ?? '';
      findings.push({
        rule: 'sum-open',
        status: 'note',
        place: { line: row.line, column: name },
        message: `${tableName(options.spec.number)}第${row.line}行「${name}」${equation.kind === '行' ? '不等于本行各栏之和' : '不等于其下各行之和'}，按印刷位置保留`,
      });
    }
  }

  function yuanAt({ row, leaf }: Ref): number | null | undefined {
    const figure = rows[row]?.figures[leaf];
    if (!figure) return null;
    return 'yuan' in figure ? figure.yuan : undefined;
  }

  function equationsTouching(indexes: number[]): Equation[] {
    const set = new Set(indexes);
    return equations.filter(
      ({ target, parts: members }) => set.has(target.row) || members.some(({ row }) => set.has(row)),
    );
  }

  function scoreOf(list: Equation[]): { fails: number; holds: number } {
    const states = list.map((equation) => stateOf(equation, yuanAt, step));
    return {
      fails: states.filter((state) => state === 'fails').length,
      holds: states.filter((state) => state === 'holds').length,
    };
  }

  function samePlaces(a: Placement[], b: Placement[], indexes: number[]): boolean {
    return indexes.every((index, position) =>
      (rows[index]?.cells ?? []).every(
        (cell, column) => cell === '' || a[position]?.[column] === b[position]?.[column],
      ),
    );
  }
}

function involves({ target, parts }: Equation, ref: Ref): boolean {
  return [target, ...parts].some(({ row, leaf }) => row === ref.row && leaf === ref.leaf);
}
