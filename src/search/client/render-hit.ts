import { findMarks, markText, type Segment } from '../query/mark-text.ts';
import type { Term } from '../query/read-query.ts';
import type { Hit } from '../query/search-archive.ts';
import type { RowAmount } from '../search-page.ts';
import { element } from './element.ts';
import { pageAddress } from './page-address.ts';
import { readState, step, writeState } from './search-state.ts';
import { totalsAsked } from './totals-asked.ts';

/** Characters of an excerpt. */
const excerpt = 120;
const amountsShown = 3;
/** Bodies that are named where texts are the same. */
const namesShown = 3;

/** Draws one hit: what stands in the row, and where the row stands. */
export function renderHit(hit: Hit, terms: Term[], near = false): HTMLLIElement {
  const { page, kind, anchor, texts, group } = hit;
  const [name = '', code = '', ...others] = texts;
  const href = pageAddress(page.path, anchor, marksOf(hit, terms));
  const holds = (text: string) => text !== '' && findMarks(text, terms).length > 0;
  // Other cells are shown where they are what was found.
  const rest = kind !== '说明' && (holds(name) || holds(code)) ? [] : others.filter(holds);
  const definition = kind === '名词' || kind === '绩效指标' ? others[0] : '';
  const below = [...new Set([definition, ...rest].filter(Boolean))] as string[];
  const department = kind === '单位' || kind === '项目';
  return element(
    'li',
    { class: 'hit', [near ? 'data-near-hit' : 'data-hit']: href },
    element(
      'p',
      { class: 'hit-name' },
      element(
        'a',
        { href },
        ...marked(markText(name || code || group.title, terms, excerpt)),
        name && code && !department ? codeOf(code, terms) : null,
      ),
      name && department && holds(code) ? codeOf(code, terms, '主管部门代码') : null,
      ...amountsOf(hit, terms),
    ),
    ...below.map((text) => element('p', { class: 'hit-text' }, ...marked(markText(text, terms, excerpt)))),
    sameElsewhere(hit, terms),
    element(
      'p',
      { class: 'hit-place' },
      element('span', { class: 'hit-kind' }, kind),
      ` ${placeOf(hit)}`,
      repealed(hit),
    ),
  );
}

function codeOf(code: string, terms: Term[], label = ''): HTMLElement {
  return element('span', { class: 'hit-code' }, `${label} `, ...marked(markText(code, terms)));
}

/** Names bodies whose texts say just the same, with a link to all of them. */
function sameElsewhere({ page, kind, same }: Hit, terms: Term[]): HTMLElement | null {
  if (same.length === 0) return null;
  const names = [...new Set(same.map(({ title, unit, year }) => (unit ? `${unit} ${year} 年` : title)))];
  const named = names.filter((name) => name !== `${page.unit} ${page.year} 年`).slice(0, namesShown);
  const state = readState(location.search);
  const query = terms.map(({ source }) => source).join(' ');
  const all = writeState({
    ...state,
    query,
    facets: { ...state.facets, kind: [kind] },
    shown: step,
    each: true,
  });
  return element(
    'p',
    { class: 'hit-same' },
    `另有 ${same.length} 处与此相同：${named.join('、')}${names.length > named.length ? '等' : ''} `,
    element('a', { href: pageAddress('search/') + all }, '逐份列出'),
  );
}

/** Unit, year, table and line. */
function placeOf({ page, group, anchor, kind, texts }: Hit): string {
  const [name = ''] = texts;
  // Of a table its number is left: `表十`.
  const title =
    kind === '单位' ? '' : kind === '表格' || group.title === name ? before(group.title, name) : group.title;
  const [, number] = /^L(\d+)/.exec(anchor) ?? [];
  const line = number ? `第 ${number} 行` : '';
  return [page.title, page.catalogueDepartment === title ? '' : title, line].filter(Boolean).join(' · ');
}

function before(title: string, end: string): string {
  return title.endsWith(end) ? title.slice(0, title.length - end.length).trim() : title;
}

function repealed({ page }: Hit): HTMLElement | null {
  return page.repealedBy
    ? element('span', { class: 'hit-repealed' }, ` 已废止（见${page.repealedBy}）`)
    : null;
}

function amountsOf({ kind, texts, amounts, matched, group }: Hit, terms: Term[]): HTMLElement[] {
  const [title = '', ...headings] = texts;
  const inCells =
    kind === '表格'
      ? totalsAsked({ title, headings, amounts }, terms)
      : amounts.filter(({ column }) => column !== '');
  const hits = inCells.filter(({ yuan }) => matches(yuan, matched, terms));
  const shown = [...hits, ...inCells.filter((amount) => !hits.includes(amount))].slice(
    0,
    Math.max(hits.length, amountsShown),
  );
  return inCells
    .filter((amount) => shown.includes(amount))
    .map((amount) => {
      const printed = hits.includes(amount) ? element('mark', {}, amount.printed) : amount.printed;
      return element(
        'span',
        { class: 'hit-amount' },
        element('span', { class: 'hit-column' }, `${amount.column} `),
        printed,
        ` ${group.money}`,
      );
    });
}

function matches(yuan: number, matched: number | undefined, terms: Term[]): boolean {
  return (
    matched !== undefined &&
    terms.some(({ ranges }) => ranges.some(([from, to]) => yuan >= from && yuan <= to))
  );
}

/** What the opened page should mark: the terms, and the amounts as they are printed there. */
function marksOf(hit: Hit, terms: Term[]): string[] {
  const printed = hit.amounts
    .filter(({ yuan }) => matches(yuan, hit.matched, terms))
    .map((amount: RowAmount) => amount.printed);
  const words = terms.filter(({ tokens }) => tokens.length > 0).map(({ source }) => source.trim());
  return [...new Set([...words, ...printed])].slice(0, 6);
}

function marked(segments: Segment[]): (HTMLElement | string)[] {
  return segments.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
}
