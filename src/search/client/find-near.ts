import { loosen } from '../query/loosen.ts';
import { matchSuggestions } from '../query/match-suggestions.ts';
import type { Shard } from '../query/open-shard.ts';
import type { Term } from '../query/read-query.ts';
import { searchArchive } from '../query/search-archive.ts';
import { element } from './element.ts';
import { findPages } from './find-pages.ts';
import { loadSuggestions } from './load-suggestions.ts';
import type { OpenArchive } from './open-archive.ts';
import { pageAddress } from './page-address.ts';
import { renderHit } from './render-hit.ts';

/** Hits of each kind of nearness. */
const shown = 8;
/** Shards of Pagefind that are asked first: each loads some 60 kB of lists, so all those of 3,000 disclosures 4 MB. */
const askedFirst = 2;

/**
 * Finds what is nearest when nothing is exact: of pinyin the words that it spells, of a short name the bodies; rows with
 * fewer terms, or with parts of the phrase; then pages, ranked by Pagefind, on which all terms stand, or all characters of
 * terms in words: of numbers and codes, that their parts stand somewhere on a page says nothing.
 *
 * @param show is given what there is, first without the pages, which take longer
 */
export async function findNear(
  { shards, pagefind }: OpenArchive,
  terms: Term[],
  show: (sections: HTMLElement[]) => void,
): Promise<void> {
  const lead = element('p', { class: 'near-lead' }, '以下不是完全一致的结果，而是相近的内容：');
  // Rows are found without Pagefind: where it cannot be had, they are all that is offered.
  const finding = terms.some(inWords) ? nearPages(pagefind, terms).catch(() => null) : null;
  const words = await wordsMeant(terms);
  if (words) show([words]);
  const rows = await (terms.length > 1 ? fewerTerms(shards, terms) : partsOfTerm(shards, terms[0] as Term));
  const near = words ? [words] : [];
  if (rows.length > 0) near.push(lead, ...rows);
  if (rows.length > 0) show(near);
  const pages = await finding;
  if (pages) show([...near, ...(rows.length > 0 ? [] : [lead]), pages]);
  else if (near.length === 0) show([element('p', {}, noneNear(terms))]);
}

function inWords({ tokens }: Term): boolean {
  return tokens.some((token) => /\p{Script=Han}/u.test(token));
}

function noneNear(terms: Term[]): string {
  if (terms.some(inWords)) return '也没有相近的内容。可以减少字数，或从检索框的建议里选。';
  if (terms.every(inLetters)) return '没有这个代码，也没有拼音或首字母这样连着的词。';
  return '没有这个金额或代码。金额可以查范围，如 1000..2000万元；代码可以只输前几位。';
}

function inLetters({ source }: Term): boolean {
  return /^[a-z']+$/i.test(source);
}

/** Words that are spelled so in pinyin, or bodies that are called so for short, as links to their searches. */
async function wordsMeant(terms: Term[]): Promise<HTMLElement | null> {
  const typed = terms.map(({ source }) => source).join('');
  const spelled = terms.every(inLetters);
  if (!spelled && terms.length > 1) return null;
  const words = matchSuggestions(await loadSuggestions(), typed, shown);
  if (words.length === 0) return null;
  const links = words.map(({ text }) =>
    element(
      'li',
      { class: 'hit' },
      element('p', { class: 'hit-name' }, element('a', { href: pageAddress('search/', '', [], text) }, text)),
    ),
  );
  return section([spelled ? `拼音是“${typed}”的词：` : `名称可以简称“${typed}”的单位：`], links);
}

/** For several terms: leaves out one at a time, and shows the best of what remains. */
async function fewerTerms(shards: Shard[], terms: Term[]): Promise<HTMLElement[]> {
  const sections = await Promise.all(
    terms.map((left) => {
      const kept = terms.filter((term) => term !== left);
      return rowsOf(shards, kept, `不含“${left.source}”`);
    }),
  );
  return sections.filter((one) => one !== null);
}

/** For one phrase: the longest parts of it that stand somewhere. */
async function partsOfTerm(shards: Shard[], term: Term): Promise<HTMLElement[]> {
  for (const parts of loosen(term)) {
    const sections = await Promise.all(parts.map((part) => rowsOf(shards, [part], '只查一部分')));
    const found = sections.filter((one) => one !== null);
    if (found.length > 0) return found.slice(0, 3);
  }
  return [];
}

async function rowsOf(shards: Shard[], terms: Term[], how: string): Promise<HTMLElement | null> {
  const { total, hits } = await searchArchive(shards, {
    terms,
    facets: {},
    order: 'relevance',
    limit: shown,
  });
  if (total === 0) return null;
  const query = terms.map(({ source }) => source).join(' ');
  const all = element('a', { href: pageAddress('search/', '', [], query) }, `“${query}”共 ${total} 条`);
  return section(
    [`${how}：`, all],
    hits.map((hit) => renderHit(hit, terms, true)),
  );
}

/**
 * Pages by Pagefind, from the first shards, which are the newest; the reader can have the others asked too.
 *
 * @param asked shards to ask
 */
async function nearPages(shards: string[], terms: Term[], asked = askedFirst): Promise<HTMLElement | null> {
  const { exact, total, pages } = await findPages(shards.slice(0, asked), terms, shown, terms.every(inWords));
  const whole = asked >= shards.length;
  if (total === 0 && whole) return null;
  const marks = terms.map(({ source }) => source);
  const among = whole ? '' : '最新的公开文本中 ';
  if (total === 0) {
    const none = element('section', {}, element('p', {}, '最新的公开文本中没有相近的页面。'));
    none.append(askOthers(async () => nearPages(shards, terms, shards.length), none));
    return none;
  }
  const found = section(
    [exact ? `分散在同一页里（${among}${total} 页）：` : `字都出现、但不相连的页面（${among}${total} 页）：`],
    pages.map(({ path, title }) => {
      const href = pageAddress(path, '', marks);
      return element(
        'li',
        { class: 'hit', 'data-near-hit': href },
        element('p', { class: 'hit-name' }, element('a', { href }, title)),
      );
    }),
  );
  if (!whole) found.append(askOthers(async () => nearPages(shards, terms, shards.length), found));
  return found;
}

/** A button that puts what all shards know in the place of what the first ones did. */
function askOthers(ask: () => Promise<HTMLElement | null>, found: HTMLElement): HTMLElement {
  const button = element('button', { type: 'button', class: 'near-others' }, '也查较早的公开文本');
  button.addEventListener('click', async () => {
    button.disabled = true;
    const all = await ask().catch(() => null);
    if (all) found.replaceWith(all);
    else button.remove();
  });
  return button;
}

function section(title: (string | HTMLElement)[], hits: HTMLElement[]): HTMLElement {
  return element('section', {}, element('h2', {}, ...title), element('ol', { class: 'hits' }, ...hits));
}
