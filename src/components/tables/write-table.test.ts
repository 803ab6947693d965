import { expect, test } from 'vitest';
import type { TableView } from '../../routes/table-view.ts';
import { writeTable } from './write-table.ts';

const view: TableView = {
  id: 't3',
  ordinal: '表三',
  name: '预算支出总表',
  title: '2031年预算支出总表',
  line: 40,
  anchor: true,
  unit: '万元',
  empty: false,
  emptyIds: [],
  notes: [],
  remarks: [],
  sides: [
    {
      title: '',
      width: 2,
      blankRows: 0,
      head: [
        [
          { text: '科目名称', columns: 1, rows: 1, amount: false },
          { text: '合计', columns: 1, rows: 1, amount: true },
        ],
      ],
      rows: [
        {
          line: 43,
          ids: ['L43'],
          level: 1,
          total: false,
          blank: false,
          cells: [
            { kind: 'head', text: '<b>教育</b>' },
            { kind: 'amount', text: '12345.60' },
          ],
          remarks: [],
        },
      ],
    },
  ],
};

const html = writeTable(view, { source: 'source/' });
const bodyOf = (text: string) => /<tbody>(.*)<\/tbody>/.exec(text)?.[1];

test('writes a row with its anchor, its line in the margin, its heading and its amount', () => {
  expect(bodyOf(html)).toBe(
    '<tr id="L43" class="l1"><td class="ln"><a href="source/#L43">43</a></td>' +
      '<th scope="row">&lt;b&gt;教育&lt;/b&gt;</th><td>12<i>345.60</i></td></tr>',
  );
});

test('puts the id of a line that two rows share into the margin of one of them', () => {
  const side = view.sides[0] as TableView['sides'][0];
  const rows = side.rows.map((row) => ({ ...row, ids: ['L43-2', 'L43'] }));
  expect(bodyOf(writeTable({ ...view, sides: [{ ...side, rows }] }, { source: 'source/' }))).toContain(
    '<tr id="L43-2" class="l1"><td class="ln" id="L43"><a href="source/#L43">43</a></td>',
  );
});

test('keeps the printed text of an amount when markup is taken away', () => {
  expect(bodyOf(html)?.replaceAll(/<[^>]+>/g, '')).toContain('12345.60');
});

test('states the unit once and lets the region be reached by keyboard', () => {
  expect(html.match(/单位：万元/g)).toHaveLength(1);
  expect(html).toContain('role="region" tabindex="0" aria-label="表三　预算支出总表"');
});

test('leaves a blank cell empty, and prints a zero', () => {
  const row = view.sides[0]?.rows[0];
  if (!row) throw new Error('no row');
  const cells = [
    row.cells[0],
    { kind: 'amount', text: '' },
    { kind: 'amount', text: '0.00' },
  ] as typeof row.cells;
  const side = { ...(view.sides[0] as TableView['sides'][0]), rows: [{ ...row, cells }] };
  expect(bodyOf(writeTable({ ...view, sides: [side] }, { source: 's/' }))).toContain(
    '<td></td><td>0.00</td>',
  );
});

test('says that an empty table is empty', () => {
  const text = writeTable(
    { ...view, empty: true, sides: [], emptyIds: ['L43-1', 'L43', 'L43-2'] },
    { source: 's/' },
  );
  expect(text).toContain('本表无数据');
  expect(text).toContain('<span id="L43-1"></span><span id="L43"></span><span id="L43-2"></span>');
  expect(text).not.toContain('<table');
});

test('lets a keyboard pass all line numbers of a table at once', () => {
  expect(html).toContain('href="#t3-end0">跳过表三');
  expect(html.indexOf('<span id="t3-end0">')).toBeGreaterThan(html.indexOf('</table>'));
});
