import type { Section } from '../../schema/block.ts';
import type { Disclosure } from '../../schema/disclosure.ts';
import { yuanOf } from '../../schema/figure.ts';
import type { Table } from '../../schema/table.ts';
import { tableName, tableTitles } from '../../schema/table-titles.ts';
import { notApplicable } from '../compare.ts';
import { matchProjects, type ProjectMatches } from '../rules/match-projects.ts';
import { findSection } from '../statements/find-section.ts';
import { readStatements } from '../statements/read-statements.ts';
import type { Statement } from '../statements/statement.ts';
import { type CodeTree, readCodeTree } from './code-tree.ts';
import { type ColumnKind, columnKind } from './column-kind.ts';
import { readEconomicGroups } from './economic-groups.ts';
import { kindNames, TableView } from './table-view.ts';
import { missingTerm, type Term } from './term.ts';
import { readTwoSided, type TwoSided } from './two-sided.ts';

/** A disclosure read for checking: each table by meaning, each thing read once. */
export class Book {
  readonly disclosure: Disclosure;
  private readonly views = new Map<number, TableView | string>();
  private readonly sides = new Map<number, TwoSided>();
  private readonly sections = new Map<number, Section | string>();
  private readonly stated = new Map<number, Statement[]>();
  private readonly trees = new Map<string, CodeTree>();
  private matched: ProjectMatches | undefined;

  constructor(disclosure: Disclosure) {
    this.disclosure = disclosure;
  }

  /** A table with amounts, or the reason why there is none to check. */
  table(number: number): TableView | string {
    let view = this.views.get(number);
    if (view === undefined) {
      view = this.readTable(number);
      this.views.set(number, view);
    }
    return view;
  }

  /** Whether the table is printed, but without any amount. */
  isEmpty(number: number): boolean {
    const tables = this.disclosure.tables.filter((table) => table.number === number);
    return tables.length > 0 && !tables.some(hasAmounts) && !this.hasUnreadRows(number);
  }

  /** First line of the table whose cells could not be given their columns: it may hold a row that is missing. */
  undecidedRow(number: number): number | undefined {
    return this.disclosure.findings.find(
      ({ rule, place }) => rule === 'row-undecided' && place.table === number,
    )?.place.line;
  }

  /** The section of the narrative on the topic of this number, or the reason why there is none. */
  section(number: number): Section | string {
    let section = this.sections.get(number);
    if (section === undefined) {
      section =
        findSection(this.disclosure.sections, number) ??
        `情况说明缺少第${tableTitles[number - 1]?.ordinal}节`;
      this.sections.set(number, section);
    }
    return section;
  }

  /** What a section of the narrative states; empty where the section is missing. */
  statements(number: number): Statement[] {
    let statements = this.stated.get(number);
    if (!statements) {
      const section = this.section(number);
      statements = typeof section === 'string' ? [] : readStatements(section);
      this.stated.set(number, statements);
    }
    return statements;
  }

  twoSided(view: TableView): TwoSided {
    let lines = this.sides.get(view.number);
    if (!lines) {
      lines = readTwoSided(view);
      this.sides.set(view.number, lines);
    }
    return lines;
  }

  codeTree(view: TableView, side = ''): CodeTree {
    const key = `${view.number}${side}`;
    let tree = this.trees.get(key);
    if (!tree) {
      tree = readCodeTree(view, side);
      this.trees.set(key, tree);
    }
    return tree;
  }

  /** Which form belongs to which line of tables 十二 and 十三. */
  matches(): ProjectMatches {
    this.matched ??= matchProjects(this);
    return this.matched;
  }

  /** The 合计 line of a table by code, or an unchecked term that says why there is none. */
  total(number: number, kind: ColumnKind = 'total', side = ''): Term {
    const view = this.table(number);
    if (typeof view === 'string') return this.noTable(number, kind, view);
    return view.find(this.codeTree(view, side).total, side, kind, '合计');
  }

  /** The 合计 line of table 六. */
  economicTotal(kind: ColumnKind = 'total'): Term {
    const view = this.table(6);
    if (typeof view === 'string') return this.noTable(6, kind, view);
    return view.find(readEconomicGroups(view).total, '', kind, '合计');
  }

  /** A summing line of a two-sided table. */
  line(number: number, row: keyof TwoSidedRows, kind: ColumnKind = 'total'): Term {
    const view = this.table(number);
    if (typeof view === 'string') return this.noTable(number, kind, view);
    const [side, name] = twoSidedRows[row];
    return view.find(this.twoSided(view)[row], side, kind, name);
  }

  /** A source of income of a two-sided table, e.g. 一、一般公共预算; nothing printed counts as 0. */
  source(number: number, kind: ColumnKind, carried = false): Term {
    const view = this.table(number);
    if (typeof view === 'string') return this.noTable(number, kind, view);
    const { sources, carriedSources } = this.twoSided(view);
    const line = (carried ? carriedSources : sources).find(({ name }) => columnKind(name) === kind);
    return view.find(line, '收入', 'total', kindNames[kind]);
  }

  private noTable(number: number, kind: ColumnKind, reason: string): Term {
    return missingTerm(`${tableName(number)}${kindNames[kind]}`, { table: number }, reason);
  }

  /** Whether rows of the table stand in the text and are in no cell of the record. */
  private hasUnreadRows(number: number): boolean {
    return this.disclosure.findings.some(
      ({ rule, place }) => rule === 'rows-unread' && place.table === number,
    );
  }

  private readTable(number: number): TableView | string {
    const name = tableName(number);
    const tables = this.disclosure.tables.filter((table) => table.number === number);
    if (tables.length === 0) return `缺少${name}`;
    if (this.hasUnreadRows(number)) return `${name}有印出而未读取的行`;
    const views = tables.filter(hasAmounts).map((table) => new TableView(number, table));
    const [view] = views;
    if (views.length > 1) return `${name}出现 ${views.length} 次，无法确定以哪一张为准`;
    if (view) return view;
    return tables.some((table) => table.noData)
      ? `${notApplicable}${name}标注“本表无数据”`
      : `${notApplicable}${name}没有金额`;
  }
}

/** Whether any amount is printed; in a table that is marked 本表无数据, zeros are none. */
function hasAmounts(table: Table): boolean {
  return table.rows.some(({ cells }) =>
    cells.some((cell) => cell !== null && typeof cell !== 'string' && !(table.noData && yuanOf(cell) === 0)),
  );
}

type TwoSidedRows = Omit<TwoSided, 'sources' | 'carriedSources' | 'functions' | 'balance'>;

const twoSidedRows: Record<keyof TwoSidedRows, ['收入' | '支出', string]> = {
  currentIncome: ['收入', '本年收入合计'],
  carriedIncome: ['收入', '上年结转'],
  totalIncome: ['收入', '收入总计'],
  currentExpense: ['支出', '本年支出合计'],
  closing: ['支出', '年终结转'],
  totalExpense: ['支出', '支出总计'],
};
