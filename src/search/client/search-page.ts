import { type FacetName, facetNames } from '../query/facets.ts';
import type { Order } from '../query/orders.ts';
import { readQuery, type Term } from '../query/read-query.ts';
import { type Answer, type Hit, searchArchive } from '../query/search-archive.ts';
import { findNear } from './find-near.ts';
import { openArchive } from './open-archive.ts';
import { renderFacets } from './render-facets.ts';
import { renderHit } from './render-hit.ts';
import { sayAmounts } from './say-amounts.ts';
import { readState, type SearchState, step, writeState } from './search-state.ts';

const part = <Kind extends HTMLElement>(name: string) =>
  document.querySelector(`[data-search="${name}"]`) as Kind;
const parts = {
  form: part<HTMLFormElement>('form'),
  input: part<HTMLInputElement>('input'),
  count: part('count'),
  said: part('said'),
  reading: part('reading'),
  facets: part('facets'),
  order: part<HTMLSelectElement>('order'),
  hits: part<HTMLOListElement>('hits'),
  more: part<HTMLButtonElement>('more'),
  near: part('near'),
  page: part('page'),
  fold: part<HTMLDetailsElement>('fold'),
};

let state = readState(location.search);
/** Number of the latest question, so that a late answer to an earlier one is dropped. */
let latest = 0;

/** Shows what the address asks for, and from then on what the reader types and chooses. */
function start(): void {
  parts.fold.open = matchMedia('(width >= 56rem)').matches;
  showState();
  parts.input.addEventListener('input', () => {
    change({ query: parts.input.value, shown: step, each: false }, 'replace');
  });
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    change({ query: parts.input.value, shown: step, each: false }, 'push');
  });
  parts.order.addEventListener('change', () => {
    change({ order: parts.order.value as Order, shown: step }, 'push');
  });
  parts.facets.addEventListener('change', () => {
    change({ facets: chosenFacets(), shown: step }, 'push');
  });
  parts.more.addEventListener('click', showMore);
  parts.page.addEventListener('keydown', moveInHits);
  addEventListener('popstate', () => {
    state = readState(location.search);
    showState();
    void answer();
  });
  void answer();
}

function change(changed: Partial<SearchState>, how: 'push' | 'replace'): void {
  state = { ...state, ...changed };
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', writeState(state) || location.pathname);
  void answer();
}

function showState(): void {
  parts.input.value = state.query;
  parts.order.value = state.order;
}

async function answer(): Promise<void> {
  const question = ++latest;
  const asked = state;
  const terms = readQuery(asked.query);
  try {
    const archive = await openArchive();
    const begun = performance.now();
    let shown: Hit[] = [];
    const found = await searchArchive(
      archive.shards,
      { terms, facets: asked.facets, order: asked.order, limit: asked.shown, each: asked.each },
      (hits) => {
        if (question !== latest) return;
        shown = hits;
        showFirst(hits, terms, asked);
      },
    );
    if (question !== latest) return;
    const took = performance.now() - begun;
    showAnswer(found, terms, asked);
    if (!sameHits(found.hits, shown)) showHits(found.hits, terms);
    parts.page.dataset.ms = took.toFixed(1);
    parts.page.dataset.answered = asked.query;
    parts.near.replaceChildren();
    if (found.total === 0 && terms.length > 0) {
      await findNear(archive, terms, (sections) => {
        if (question === latest) parts.near.replaceChildren(...sections);
      });
    }
    parts.page.dataset.settled = asked.query;
  } catch (error) {
    if (question !== latest) return;
    parts.said.textContent = '检索索引没有载入，请刷新页面重试。';
    parts.page.dataset.failed = String(error);
  }
}

/** Shows the first hits while the others are still counted. */
function showFirst(hits: Hit[], terms: Term[], { query }: SearchState): void {
  showHits(hits, terms);
  // The count of an earlier answer names its own query.
  if (parts.page.dataset.asked === 'true') return;
  parts.page.dataset.asked = 'true';
  parts.count.textContent = '…';
  parts.said.textContent = `条结果：${query}`;
}

function showHits(hits: Hit[], terms: Term[]): void {
  parts.hits.replaceChildren(...hits.map((hit) => renderHit(hit, terms)));
}

function sameHits(a: Hit[], b: Hit[]): boolean {
  const places = (hits: Hit[]) => hits.map(({ page, anchor }) => `${page.path}#${anchor}`).join();
  return a.length > 0 && places(a) === places(b);
}

function showAnswer(
  { total, counts, hits, amounts }: Answer,
  terms: Term[],
  { query, facets, order }: SearchState,
): void {
  const asked = terms.length > 0;
  parts.page.dataset.asked = String(asked);
  parts.count.textContent = String(total);
  parts.count.dataset.hitCount = String(total);
  parts.said.textContent = !asked
    ? ''
    : total > 0
      ? `条结果：${query}`
      : `条结果：没有与“${query}”完全一致的内容`;
  parts.reading.textContent = sayAmounts(terms, amounts);
  const left = hits.reduce((rest, { same }) => rest - 1 - same.length, total);
  parts.more.hidden = left <= 0;
  parts.more.textContent = `再显示 ${Math.min(step * 2, left)} 条（共 ${total} 条）`;
  parts.order.value = order;
  const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement : null;
  const open = new Set([...parts.facets.querySelectorAll('details[open]')].map(facetOf));
  parts.facets.replaceChildren(...(asked ? renderFacets(counts, facets) : []));
  for (const details of parts.facets.querySelectorAll('details')) details.open = open.has(facetOf(details));
  if (focused?.type === 'checkbox')
    parts.facets
      .querySelector<HTMLInputElement>(`[name="${focused.name}"][value="${CSS.escape(focused.value)}"]`)
      ?.focus();
}

function facetOf(details: Element): string {
  return details.closest<HTMLElement>('[data-facet]')?.dataset.facet ?? '';
}

function chosenFacets(): SearchState['facets'] {
  const checked = [...parts.facets.querySelectorAll<HTMLInputElement>('input:checked')];
  const facets: SearchState['facets'] = {};
  for (const name of facetNames) {
    const values = checked.filter((box) => box.name === (name as FacetName)).map(({ value }) => value);
    if (values.length > 0) facets[name] = values;
  }
  return facets;
}

function showMore(): void {
  const before = parts.hits.children.length;
  change({ shown: state.shown + step * 2 }, 'replace');
  const wait = new MutationObserver(() => {
    if (parts.hits.children.length <= before) return;
    wait.disconnect();
    parts.hits.children[before]?.querySelector('a')?.focus();
  });
  wait.observe(parts.hits, { childList: true });
}

/** ↓ from the box goes to the first hit, ↑ ↓ move among hits, Esc goes back to the box. */
function moveInHits(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const links = [...parts.page.querySelectorAll<HTMLAnchorElement>('.hit-name a')];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  const inBox = document.activeElement === parts.input;
  if (event.key === 'Escape' && at >= 0) parts.input.focus();
  else if (event.key === 'ArrowDown' && (at >= 0 || inBox))
    links[Math.min(at + 1, links.length - 1)]?.focus();
  else if (event.key === 'ArrowUp' && at >= 0) (at === 0 ? parts.input : links[at - 1])?.focus();
  else return;
  event.preventDefault();
}

start();
