import { element } from '../../search/client/element.ts';
import { copyText } from '../copy-text.ts';
import { compareCells } from './compare-cells.ts';
import { leafColumns } from './leaf-columns.ts';
import { offerAddresses } from './row-addresses.ts';
import { headings, printedText, type RowGroup, rowGroups } from './table-rows.ts';
import { tableText } from './table-text.ts';

/** What the rows are ordered by; as printed where there is none. */
interface Order {
  column: number;
  amounts: boolean;
  down: boolean;
}

/**
 * Opens the tools of a table: headings that order its rows, a field that filters them, copies of the table and of the
 * address of each row.
 *
 * @returns closes them again, with the rows as they were printed
 */
export function openTools(place: HTMLElement): () => void {
  const table = place.querySelector('table') as HTMLTableElement;
  const body = table.tBodies[0] as HTMLTableSectionElement;
  const groups = rowGroups(body);
  const leaves = leafColumns(headings(table));
  let order: Order | undefined;

  const filter = element('input', { type: 'search', placeholder: '筛选行', 'aria-label': '筛选这张表的行' });
  const onlyLeaves = element('input', { type: 'checkbox' });
  const back = element('button', { type: 'button', hidden: '' }, '原顺序');
  const copy = element('button', { type: 'button' }, '复制表格');
  const status = element('span', { role: 'status' });
  const hasSums = groups.some(({ leaf }) => !leaf);
  const bar = element(
    'div',
    { class: 'tools no-print', role: 'group', 'aria-label': '表格工具' },
    ...[filter, hasSums && element('label', {}, onlyLeaves, '只列末级'), back, copy, status],
  );

  const show = () => {
    const words = plain(filter.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { elements, cells, leaf } of groups) {
      const text = plain(cells.join('\t'));
      const isShown = words.every((word) => text.includes(word)) && (leaf || !onlyLeaves.checked);
      for (const one of elements) one.hidden = !isShown;
      if (isShown) count += 1;
    }
    body.append(...inOrder(groups, order).flatMap(({ elements }) => elements));
    back.hidden = !order;
    for (const { cell, column } of columns)
      if (column === order?.column) cell.ariaSort = order.down ? 'descending' : 'ascending';
      else cell.removeAttribute('aria-sort');
    status.textContent = count === groups.length ? '' : `${count} / ${groups.length} 行`;
  };
  const put = (text: string, done: string) =>
    copyText(text).then(
      () => status.replaceChildren(done),
      () => status.replaceChildren('浏览器不许复制'),
    );

  // The largest amount or the first name first, then the other way, then as printed.
  const columns = leaves.slice(1).map(({ path, column }) => {
    const { cell } = path.at(-1) as (typeof path)[number];
    const amounts = cell.classList.contains('n');
    const button = element('button', { type: 'button', class: 'order' }, ...cell.childNodes);
    cell.append(button);
    button.addEventListener('click', () => {
      if (order?.column !== column) order = { column, amounts, down: amounts };
      else order = order.down === amounts ? { column, amounts, down: !amounts } : undefined;
      show();
    });
    return { cell, column, button };
  });
  const removeAddresses = offerAddresses(groups, (address, line) =>
    put(address, `已复制第 ${line} 行的地址`),
  );
  filter.addEventListener('input', show);
  onlyLeaves.addEventListener('change', show);
  back.addEventListener('click', () => {
    order = undefined;
    copy.focus();
    show();
  });
  copy.addEventListener('click', () => {
    const head = leaves.map(({ path }) => path.map(({ cell }) => printedText(cell)).join('／'));
    // Rows without amounts may be folded: what is copied is what is seen.
    const rows = inOrder(groups, order).filter(({ row }) => row.checkVisibility());
    const text = tableText([head, ...rows.map(({ cells }) => cells)]);
    void put(text, `已复制 ${rows.length} 行，可以粘贴到表格软件`);
  });

  place.querySelector('.scroll')?.before(bar);
  filter.focus();
  return () => {
    order = undefined;
    filter.value = '';
    onlyLeaves.checked = false;
    show();
    for (const { button } of columns) button.replaceWith(...button.childNodes);
    removeAddresses();
    bar.remove();
  };
}

function inOrder(groups: RowGroup[], order: Order | undefined): RowGroup[] {
  if (!order) return groups;
  const { column, amounts, down } = order;
  return groups.toSorted((a, b) => compareCells(a.cells[column] ?? '', b.cells[column] ?? '', amounts, down));
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
