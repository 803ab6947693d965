import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { SourceLine } from '../source-line.ts';
import { joinWraps } from './cells-of.ts';
import { type ParsedForms, parseForms } from './parse-forms.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const own = textsIn(`${root}content/sources`);
const real = textsIn(`${root}../shared/disclosures`);

/** Text files below a folder, none where it does not exist. */
function textsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

test('says which texts are checked', () => {
  const said =
    real.length > 0
      ? `${real.length} received disclosures are checked`
      : '../shared/disclosures is not here: only the sample archive is checked';
  console.log(`conservation of forms: ${said}, and ${own.length} texts of the archive`);
  expect(said).toMatch(/checked$/);
  expect(own.length).toBeGreaterThan(0);
});

/** A cell that must arrive, by its line and text. */
interface Cell {
  line: number;
  text: string;
}

const words =
  /^((产出|效益|满意度|数量|质量|时效|成本|经济[效收]益|社会效益|生态效益|可持续影响|服务对象满意度?)(指标?)?|(绩效|一级|二级|三级)\s*指标|指标值|指|标)$/;
const fields =
  /^(项目概况|立项依据|项目设立必要性|保证项目实施的制度、措施|项目实施计划|总体目标|实施期目标|年度目标)$/;
const amount = /^-?\d[\d,]*(\.\d+)?$/;

/** Cells of the forms' lists and money grids, found by plain patterns that know nothing of the reader. */
function rawCells(lines: SourceLine[]): {
  heads: number[];
  amounts: Cell[];
  texts: Cell[];
  indicators: Cell[];
} {
  const found = {
    heads: [] as number[],
    amounts: [] as Cell[],
    texts: [] as Cell[],
    indicators: [] as Cell[],
  };
  let part: 'none' | 'head' | 'list' = 'none';
  let goals = -1;
  for (const { text, line } of lines) {
    const cells = text
      .split('\t')
      .map(joinWraps)
      .filter((cell) => cell !== '');
    const first = cells[0] ?? '';
    if (first === '项目名称' && !cells.includes('合计')) {
      found.heads.push(line);
      part = 'head';
    } else if (/^负责人/.test(first) || (cells.length === 1 && /目标表$/.test(first))) part = 'none';
    else if (first === '总体目标') goals = line;
    const isList = cells.some((cell) => words.test(cell)) && cells.length > 1 && goals > 0;
    if (part === 'head' && isList) {
      part = 'list';
      goals = -1;
    }
    if (
      part === 'head' &&
      cells.some((cell) => /资金总额|财政资|单位自筹|其他资金/.test(cell)) &&
      first !== '总体目标'
    ) {
      for (const cell of cells) if (amount.test(cell)) found.amounts.push({ line, text: cell });
    }
    if (part === 'head' && (fields.test(first) || goals === line || (goals > 0 && !words.test(first)))) {
      for (const cell of cells)
        if (!fields.test(cell) && !words.test(cell)) found.texts.push({ line, text: cell });
    }
    if (part === 'list' && text.includes('\t')) {
      for (const cell of cells) if (!words.test(cell)) found.indicators.push({ line, text: cell });
    }
  }
  return found;
}

/** Takes each cell out of what arrived; returns the cells that did not arrive and what arrived without being printed. */
function account(
  printed: Cell[],
  arrived: Cell[],
  parsed: ParsedForms,
): { missing: Cell[]; extra: Cell[]; leftOut: number } {
  const rest = [...arrived];
  const left = parsed.leftOut.map(({ line, text }) => ({ line, text: joinWraps(text) }));
  const takeFrom = (list: Cell[], test: (cell: Cell) => boolean): boolean => {
    const at = list.findIndex(test);
    if (at < 0) return false;
    list.splice(at, 1);
    return true;
  };
  const isNoted = (rule: string, { line, text }: Cell) =>
    parsed.findings.some(
      (one) =>
        one.rule === rule &&
        one.message.includes(`「${text}」`) &&
        (one.place.line === line || one.message.includes(`行 ${line} `)),
    );
  let leftOut = 0;
  const missing = printed.filter((cell) => {
    if (takeFrom(rest, (one) => one.line === cell.line && one.text === cell.text)) return false;
    if (takeFrom(left, (one) => one.line === cell.line && one.text === cell.text)) {
      leftOut++;
      return false;
    }
    if (isNoted('indicator-paired', cell)) return !takeFrom(rest, (one) => one.text === cell.text);
    if (isNoted('cell-parted', cell)) {
      const name = takeFrom(rest, (one) => one.line === cell.line && cell.text.startsWith(one.text));
      return !(name && takeFrom(rest, (one) => one.line === cell.line && cell.text.endsWith(one.text)));
    }
    if (isNoted('name-joined', cell))
      return !takeFrom(rest, (one) => one.line === cell.line && one.text.startsWith(cell.text));
    return true;
  });
  return { missing, extra: rest.filter(({ text }) => !words.test(text)), leftOut };
}

test.each([...real, ...own].map((path) => ({ name: basename(path), path })))(
  'every form, amount, name and value of $name arrives exactly once',
  ({ path, name }) => {
    const lines = readFileSync(path, 'utf8')
      .split('\n')
      .map((text, index) => ({ text, line: index + 1 }));
    const parsed = parseForms(lines);
    const raw = rawCells(lines);
    const sheets = parsed.projects.flatMap((project) => project.sheets);
    expect(sheets.length).toBe(raw.heads.length);
    for (const head of raw.heads)
      expect(sheets.filter(({ first, last }) => first <= head && head <= last)).toHaveLength(1);

    const funds = parsed.projects.flatMap((project) =>
      project.funds.flatMap(({ total, annual, line }) =>
        [total, annual].flatMap((figure) => (figure ? [{ line, text: figure.printed }] : [])),
      ),
    );
    const money = account(raw.amounts, funds, parsed);
    expect(money.missing).toEqual([]);
    expect(money.extra).toEqual([]);

    const written = parsed.projects.map((project) => ({
      ...project,
      all: project.texts.map((text) => text.text).join('\n'),
    }));
    const lostTexts = raw.texts.filter(({ line, text }) => {
      const project = written.find(({ sheets: own }) =>
        own.some(({ first, last }) => first <= line && line <= last),
      );
      const isOfLaterSheet = (project?.sheets[0]?.last ?? 0) < line;
      return (
        !isOfLaterSheet && !project?.all.includes(text) && !parsed.leftOut.some((one) => one.line === line)
      );
    });
    expect(lostTexts).toEqual([]);

    const indicators = parsed.projects.flatMap((project) =>
      project.indicators.flatMap((one) =>
        [one.name, one.value].flatMap((text) => (text ? [{ line: one.line, text }] : [])),
      ),
    );
    const lists = account(raw.indicators, indicators, parsed);
    expect(lists.missing).toEqual([]);
    expect(lists.extra).toEqual([]);
    console.log(
      `${name}: ${parsed.projects.length} projects on ${sheets.length} sheets, ${raw.amounts.length} amounts (${money.leftOut} of repeated heads), ${raw.texts.length} cells of text, ${raw.indicators.length} names and values (${lists.leftOut} left out with their reasons)`,
    );
  },
);
