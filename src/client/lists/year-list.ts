import { writeYearRows, yearHeadings } from '../../components/years/write-year-rows.ts';
import { yearFilePath } from '../../routes/address.ts';
import { readYearRow } from '../../routes/year-csv.ts';
import { sortYearRows, type YearOrder, type YearRow, yearOrders } from '../../routes/year-rows.ts';
import { pageAddress } from '../../search/client/page-address.ts';
import { fetchData } from '../fetch-data.ts';
import { parseCsv } from '../parse-csv.ts';
import { startFinder } from './finder.ts';

/** Order of the list as the build wrote it. */
const usual = { order: 'spending', down: true } as const;

/** Lets the list of a year be filtered, and ordered by the headings of its columns. */
export function startYearList(document: Document): void {
  const form = document.querySelector<HTMLFormElement>('form[data-finder]');
  const sort = form?.elements.namedItem('sort') as HTMLInputElement | null;
  if (!form || !sort) return;
  const headings = [...document.querySelectorAll<HTMLElement>('th[data-order]')];
  for (const heading of headings) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'order';
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => {
      const order = heading.dataset.order as YearOrder;
      const now = readOrder(sort.value);
      const down = now.order === order ? !now.down : true;
      sort.value = order === usual.order && down ? '' : `${order}${down ? '' : '.asc'}`;
      show();
      update();
    });
  }
  const show = () => {
    const now = readOrder(sort.value);
    for (const heading of headings)
      if (heading.dataset.order === now.order) {
        heading.ariaSort = now.down ? 'descending' : 'ascending';
        bringIntoSight(heading);
      } else heading.removeAttribute('aria-sort');
  };
  const update = startFinder<YearRow>(document, {
    counted: '份公开文本',
    load: async () => parseCsv(await fetchData(yearFilePath(form.dataset.year ?? ''))).map(readYearRow),
    textsOf: ({ name, department, region }) => [name, department, region],
    pick: (rows, params) => {
      const { order, down } = readOrder(params.get('sort') ?? '');
      return sortYearRows(rows, order, down);
    },
    write: (rows) => writeYearRows(rows, (id, page, anchor) => pageAddress(`units/${id}/${page}`, anchor)),
  });
  show();
}

/** `official` is the largest first, `official.asc` the smallest. */
function readOrder(text: string): { order: YearOrder; down: boolean } {
  const [name = '', way] = text.split('.');
  const order = yearOrders.find((one) => one === name && one in yearHeadings);
  return order ? { order, down: way !== 'asc' } : usual;
}

/** Where the table is wider than the window, the column that it is ordered by is shown. */
function bringIntoSight(heading: HTMLElement): void {
  const place = heading.closest('.scroll');
  if (!place) return;
  const hidden = heading.getBoundingClientRect().right - place.getBoundingClientRect().right;
  if (hidden > 0) place.scrollLeft += hidden;
}
