import { describe, expect, test } from 'vitest';
import type { Disclosure } from '../../schema/disclosure.ts';
import type { Figure } from '../../schema/figure.ts';
import type { Row, Table } from '../../schema/table.ts';
import { checkDisclosure } from '../check-disclosure.ts';
import { cleanDisclosure } from '../testing/clean-disclosure.ts';
import { addToCell, both, type Edit, editTable, undecideCell } from '../testing/edit-disclosure.ts';

const names = ['云溪县图书馆本级', '云溪县少年儿童图书馆'];

/** Prints the projects of table 十二 below two bodies of a department, each with its sum. */
const asDepartment: Edit = (disclosure) => ({
  ...editTable(12, (table) => {
    const [total, ...projects] = table.rows as [Row, ...Row[]];
    const middle = Math.ceil(projects.length / 2);
    const groups = [projects.slice(0, middle), projects.slice(middle)];
    const rows = groups.flatMap((group, index) => [sumOf(table, group, names[index] ?? ''), ...group]);
    return { ...table, rows: [total, ...rows].map((row, index) => ({ ...row, line: 5000 + index })) };
  })(disclosure),
  kind: '部门',
});

function sumOf(table: Table, rows: Row[], name: string): Row {
  const cells = table.columns.map(({ role }, at) => {
    if (role !== 'amount') return role === 'label' ? name : '';
    const yuan = rows.reduce(
      (sum, { cells }) => sum + ((cells[at] as Figure & { yuan: number })?.yuan ?? 0),
      0,
    );
    return yuan === 0 ? null : { printed: (yuan / 10_000).toFixed(2), yuan };
  });
  return { line: 1, cells };
}

const budget = cleanDisclosure(3, { funds: true, exact: true });
const wrongOf = (disclosure: Disclosure) =>
  checkDisclosure(disclosure)
    .filter(({ outcome }) => outcome === '不符')
    .map(({ check, message }) => `${check}: ${message}`);

describe('the projects of a department below its bodies', () => {
  const department = asDepartment(budget);

  test('are paired with their forms, and the bodies are not taken for projects', () => {
    const findings = checkDisclosure(department);
    expect(wrongOf(department)).toEqual([]);
    const paired = (one: Disclosure) =>
      checkDisclosure(one).filter(({ check, outcome }) => check === 'form-amounts' && outcome === '相符')
        .length;
    expect(paired(department)).toBe(paired(budget));
    expect(
      findings.filter(({ check }) => check === 'form-rows').map(({ message }) => message),
    ).not.toContainEqual(expect.stringContaining(names[0] ?? ''));
  });

  test('add up to their body, and the bodies to the department', () => {
    const compared = checkDisclosure(department)
      .filter(({ check, message }) => check === 't12-projects' && /合计/.test(message))
      .map(({ message }) => message);
    expect(compared).toEqual([
      expect.stringMatching(/云溪县图书馆」合计.*与所列 2 项之和一致/),
      expect.stringMatching(/云溪县图书馆本级」合计/),
      expect.stringMatching(/云溪县少年儿童图书馆」合计/),
    ]);
  });

  test('show which body is wrong where its sum was changed', () => {
    const wrong = wrongOf(addToCell([12, names[1] ?? '', '合计'], 540_000)(department));
    expect(wrong).toContainEqual(expect.stringMatching(/^t12-projects: 表十二「云溪县少年儿童图书馆」合计/));
    expect(wrong.filter((one) => one.startsWith('form-'))).toEqual([]);
  });

  test('are told from their bodies by name where a body has an amount that was not read', () => {
    expect(wrongOf(undecideCell([12, names[0] ?? '', '合计'])(department))).toEqual([]);
  });

  test('may stand below a body that is called as the department', () => {
    const renamed = editTable(12, (table) => ({
      ...table,
      rows: table.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => (cell === names[0] ? budget.unit.name : cell)),
      })),
    }))(department);
    expect(wrongOf(renamed)).toEqual([]);
  });

  test('may stand below bodies alone: their sum is the department’s', () => {
    const headless = editTable(12, (table) => ({ ...table, rows: table.rows.slice(1) }))(department);
    expect(wrongOf(headless)).toEqual([]);
    const funds = checkDisclosure(headless).filter(({ check }) => check === 't12-funds');
    expect(funds[0]).toMatchObject({
      outcome: '相符',
      operands: [{ label: '表十二各单位一般公共预算之和' }, {}],
    });
    const wrong = wrongOf(addToCell([5, '合计', '项目支出'], 540_000)(headless));
    expect(wrong).toContainEqual(expect.stringMatching(/^t12-funds: 表十二各单位一般公共预算之和/));
  });

  test('may stand below the department’s name with its code', () => {
    const coded = editTable(12, (table) => ({
      ...table,
      rows: table.rows.map((row, index) => ({
        ...row,
        cells: row.cells.map((cell, column) =>
          table.columns[column]?.role === 'label' && (index === 0 || names.includes(`${cell}`))
            ? `32800${index}-${cell}`
            : cell,
        ),
      })),
    }))(department);
    expect(wrongOf(coded)).toEqual([]);
    expect(checkDisclosure(coded).find(({ check }) => check === 't12-funds')?.outcome).toBe('相符');
  });
});

describe('the unit’s line printed twice', () => {
  const twice = editTable(12, (table) => {
    const [total, ...projects] = table.rows as [Row, ...Row[]];
    return { ...table, rows: [total, { ...total, line: total.line + 900 }, ...projects] };
  });

  test('is the same total again', () => {
    expect(wrongOf(twice(budget))).toEqual([]);
  });

  test('is a fault where its amount is another', () => {
    const { rows, columns } = twice(budget).tables.find(({ number }) => number === 12) as Table;
    const at = columns.findIndex(({ path }) => path === '合计');
    const edit: Edit = editTable(12, (table) => ({
      ...table,
      rows: table.rows.map((row, index) =>
        index === 1
          ? {
              ...row,
              cells: row.cells.map((cell, i) => (i === at ? { printed: '1003.48', yuan: 10_034_800 } : cell)),
            }
          : row,
      ),
    }));
    const found = checkDisclosure(both(twice, edit)(budget)).filter(({ outcome }) => outcome === '不符');
    expect(found.filter(({ check }) => check !== 't12-cross')).toMatchObject([
      { check: 't12-projects', place: { line: rows[1]?.line, column: '合计' }, actual: '1003.48' },
    ]);
  });
});
