import { element } from '../../search/client/element.ts';
import { pageAddress } from '../../search/client/page-address.ts';
import { nameMatcher } from './name-matcher.ts';

/** A list of the archive that is filtered and ordered in the browser. */
export interface Finder<Row> {
  load(): Promise<Row[]>;
  /** What a row is found by: its name first. */
  textsOf(row: Row): string[];
  /** Leaves out and orders rows as the address says. */
  pick(rows: Row[], params: URLSearchParams): Row[];
  /** HTML of rows of the table. */
  write(rows: Row[]): string;
  /** `个单位` */
  counted: string;
}

/** Rows that are shown at first, and added each time. */
const step = 100;

/**
 * Lets a list be filtered and ordered: by the fields of the form `data-finder`, in the table `data-finder-table`, whose own
 * rows come back when all fields are empty. The address says what is shown. The data are loaded when they are first asked for.
 *
 * @returns shows the list anew, after a field was set by the page itself
 */
export function startFinder<Row>(document: Document, finder: Finder<Row>): () => void {
  const form = document.querySelector<HTMLFormElement>('form[data-finder]');
  const table = document.querySelector<HTMLTableElement>('table[data-finder-table]');
  const place = table?.closest<HTMLElement>('.scroll');
  const status = document.querySelector<HTMLElement>('[data-finder-status]');
  const more = document.querySelector<HTMLButtonElement>('[data-finder-more]');
  if (!form || !table || !place || !status || !more) return () => {};
  const given = [...table.tBodies];
  const givenHidden = place.hasAttribute('hidden');
  const made = document.createElement('tbody');
  let loading: Promise<Row[]> | undefined;
  let limit = step;
  let turn = 0;

  const put = (bodies: HTMLElement[], hidden: boolean) => {
    for (const body of [...table.tBodies]) body.remove();
    table.append(...bodies);
    place.hidden = hidden;
  };
  const update = async () => {
    const params = paramsOf(form);
    const mine = ++turn;
    keepInAddress(params);
    if (params.toString() === '') {
      put(given, givenHidden);
      more.hidden = true;
      status.textContent = '';
      return;
    }
    loading ??= finder.load();
    try {
      const [rows, fits] = await Promise.all([loading, nameMatcher(params.get('q') ?? '')]);
      // What was typed meanwhile is shown by a later turn.
      if (mine !== turn) return;
      const found = finder.pick(
        rows.filter((row) => fits(finder.textsOf(row))),
        params,
      );
      made.innerHTML = finder.write(found.slice(0, limit));
      put([made], found.length === 0);
      more.hidden = found.length <= limit;
      status.replaceChildren(...sayFound(found.length, params.get('q') ?? ''));
    } catch {
      loading = undefined;
      status.textContent = '名单没有读到，请再试一次。';
    }
  };
  const sayFound = (found: number, typed: string): (string | Node)[] => {
    const [measure = ''] = finder.counted;
    if (found > 0) return [`${found} ${finder.counted}${limit < found ? `，先列 ${limit} ${measure}` : ''}`];
    const none = `没有符合的${finder.counted.slice(1)}。`;
    return typed === ''
      ? [none]
      : [none, element('a', { href: pageAddress('search/', '', [], typed) }, `在全部文本里检索「${typed}」`)];
  };
  const begin = () => {
    limit = step;
    void update();
  };

  form.addEventListener('input', begin);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    begin();
  });
  more.addEventListener('click', () => {
    const first = limit;
    limit += step;
    void update().then(() => made.rows[first]?.querySelector('a')?.focus());
  });
  const asked = new URLSearchParams(location.search);
  for (const field of form.elements)
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
      field.value = asked.get(field.name) ?? '';
  if (paramsOf(form).toString() !== '') begin();
  return begin;
}

/** What the form says, without empty fields. */
function paramsOf(form: HTMLFormElement): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const text = String(value).trim();
    if (text !== '') params.set(name, text);
  }
  return params;
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Not at every letter: browsers refuse addresses that change too often. */
function keepInAddress(params: URLSearchParams): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const query = params.toString();
    history.replaceState(history.state, '', `${location.pathname}${query && `?${query}`}${location.hash}`);
  }, 300);
}
