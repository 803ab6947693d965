import type { Section } from '../../schema/block.ts';
import type { Disclosure } from '../../schema/disclosure.ts';
import type { Figure } from '../../schema/figure.ts';
import type { FundSource, Project } from '../../schema/project.ts';
import type { Table } from '../../schema/table.ts';

/** A change to a disclosure; the given one is left as it is. */
export type Edit = (disclosure: Disclosure) => Disclosure;

/** Where a cell stands: number of the table, a text in its row, the end of its column's path. */
export type CellAt = [table: number, row: string, column: string];

/** Adds yuan to a printed amount of a table. Throws where there is no such cell: the example would prove nothing. */
export function addToCell(at: CellAt, yuan: number): Edit {
  return editCell(at, (figure) => {
    const sum = (figure && 'yuan' in figure ? figure.yuan : 0) + yuan;
    return { printed: (sum / 10_000).toFixed(2), yuan: sum };
  });
}

/** Makes an amount of a table undecided. */
export function undecideCell(at: CellAt): Edit {
  return editCell(at, () => ({ printed: '1O.5', undecided: '无法识别为金额' }));
}

/** Leaves tables out. */
export function dropTables(...numbers: number[]): Edit {
  return (disclosure) => ({
    ...disclosure,
    tables: disclosure.tables.filter(({ number }) => !numbers.includes(number ?? 0)),
  });
}

export function editTable(number: number, edit: (table: Table) => Table): Edit {
  return (disclosure) => ({
    ...disclosure,
    tables: disclosure.tables.map((table) => (table.number === number ? edit(table) : table)),
  });
}

/** Empties a table and marks it 本表无数据. */
export function markNoData(number: number): Edit {
  return editTable(number, (table) => {
    const note = { text: '注：本表无数据', line: table.line + 1 };
    return { ...table, rows: [], notes: [note], noData: note };
  });
}

/** Replaces text in a section of the narrative. Throws where the text is not there. */
export function reword(section: number, was: string | RegExp, now: string): Edit {
  return editSection(section, (text) => text.replace(was, now));
}

/** Adds yuan to the amount that follows a name in a section of the narrative. */
export function addToStated(section: number, name: string, yuan: number): Edit {
  return editSection(section, (text) =>
    text.replace(new RegExp(`(${name})([\\d,]+(?:\\.\\d+)?)万元`), (_, before: string, amount: string) => {
      const sum = Math.round(Number(amount.replaceAll(',', '')) * 100) + yuan / 100;
      return `${before}${(sum / 100).toFixed(2)}万元`;
    }),
  );
}

/** Leaves a section of the narrative out. */
export function dropSection(number: number): Edit {
  return (disclosure) => ({
    ...disclosure,
    sections: disclosure.sections.filter((one) => one.number !== number),
  });
}

/** Changes the first project. */
export function editProject(edit: (project: Project) => Project): Edit {
  return (disclosure) => ({
    ...disclosure,
    projects: disclosure.projects.map((project, index) => (index === 0 ? edit(project) : project)),
  });
}

/** Changes an amount of the first project's form. */
export function editFunds(
  source: FundSource,
  when: 'total' | 'annual',
  edit: (yuan: number) => Figure | null,
): Edit {
  return editProject((project) => ({
    ...project,
    funds: project.funds.map((line) => {
      const figure = line[when];
      if (line.source !== source || !figure || !('yuan' in figure)) return line;
      return { ...line, [when]: edit(figure.yuan) };
    }),
  }));
}

export const yuanFigure = (yuan: number): Figure => ({ printed: String(yuan), yuan });

/** One edit after the other. */
export function both(...edits: Edit[]): Edit {
  return (disclosure) => edits.reduce((edited, edit) => edit(edited), disclosure);
}

function editCell([number, rowText, columnEnd]: CellAt, edit: (figure: Figure | null) => Figure): Edit {
  return editTable(number, (table) => {
    const column = table.columns.findIndex(({ path, role }) => role === 'amount' && path.endsWith(columnEnd));
    const side = table.columns[column]?.side;
    const row = table.rows.findIndex(({ cells }) =>
      cells.some(
        (cell, index) =>
          typeof cell === 'string' && cell.includes(rowText) && table.columns[index]?.side === side,
      ),
    );
    if (column < 0 || row < 0) throw new Error(`表 ${number} 没有「${rowText}」「${columnEnd}」一格`);
    const rows = table.rows.map((one, index) => {
      if (index !== row) return one;
      const cells = one.cells.map((cell, at) => {
        if (at !== column) return cell;
        return edit(typeof cell === 'string' ? null : cell);
      });
      return { ...one, cells };
    });
    return { ...table, rows };
  });
}

function editSection(number: number, edit: (text: string) => string): Edit {
  return (disclosure) => {
    let changed = false;
    const sections = disclosure.sections.map((section): Section => {
      if (section.number !== number) return section;
      const blocks = section.blocks.map((block) => {
        if (block.kind !== 'paragraph' || changed) return block;
        const text = edit(block.text);
        changed = text !== block.text;
        return { ...block, text };
      });
      return { ...section, blocks };
    });
    if (!changed) throw new Error(`说明 ${number} 没有要改的文字`);
    return { ...disclosure, sections };
  };
}
