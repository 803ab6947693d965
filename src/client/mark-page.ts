import { findMarks } from '../search/query/mark-text.ts';
import { readQuery } from '../search/query/read-query.ts';

/** Elements whose text is read as one, so that a phrase is found over the elements inside. */
const blocks = 'td, th, p, li, dt, dd, h1, h2, h3, h4, h5, h6, caption, figcaption, summary, pre';
/** More marks help nobody and cost time. */
const most = 2000;

/**
 * Marks terms everywhere in the main part of the page, opens and shows the row that the address names, and takes the
 * marks away at Esc.
 *
 * @param typed what was searched, one a term
 */
export function markPage(typed: string[]): void {
  const terms = typed.flatMap((one) => readQuery(`"${one.replace(/["\s]+/g, ' ')}"`));
  const main = document.querySelector('main') ?? document.body;
  const marks: HTMLElement[] = [];
  for (const [nodes, text] of textBlocks(main)) {
    if (marks.length > most) break;
    const ranges = findMarks(text, terms);
    // From the end, so that earlier offsets stay true while nodes are split.
    for (const [start, end] of ranges.reverse()) marks.push(...wrap(nodes, start, end));
  }
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const target = named?.closest('tr') ?? named;
  const shown = target ?? marks.at(-1);
  for (let at = shown?.parentElement; at; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true;
  for (const details of target?.querySelectorAll('details') ?? [])
    if (details.querySelector('mark[data-found]')) details.open = true;
  if (shown) {
    const tall = shown.getBoundingClientRect().height > innerHeight / 2;
    shown.scrollIntoView({ block: tall ? 'start' : 'center', behavior: 'instant' });
  }
  if (marks.length > 0) clearAtEscape(marks);
}

/** Text nodes of each innermost block, with their joined text. */
function textBlocks(root: HTMLElement): Map<Text[], string> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const byBlock = new Map<Element, Text[]>();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest('svg, script, style')) continue;
    const block = parent.closest(blocks) ?? parent;
    byBlock.set(block, [...(byBlock.get(block) ?? []), node as Text]);
  }
  return new Map([...byBlock.values()].map((nodes) => [nodes, nodes.map(({ data }) => data).join('')]));
}

/** Wraps a stretch of the joined text in marks, one for each text node that it crosses. */
function wrap(nodes: Text[], start: number, end: number): HTMLElement[] {
  const made: HTMLElement[] = [];
  let from = 0;
  for (const node of nodes) {
    const length = node.data.length;
    const first = Math.max(start - from, 0);
    const last = Math.min(end - from, length);
    if (first < last && node.data.slice(first, last).trim()) {
      const mark = document.createElement('mark');
      mark.dataset.found = '';
      const range = document.createRange();
      range.setStart(node, first);
      range.setEnd(node, last);
      range.surroundContents(mark);
      made.push(mark);
    }
    from += length;
  }
  return made;
}

function clearAtEscape(marks: HTMLElement[]): void {
  const clear = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    removeEventListener('keydown', clear);
    for (const mark of marks) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent?.normalize();
    }
    const address = new URL(location.href);
    address.searchParams.delete('hl');
    history.replaceState(history.state, '', address);
  };
  addEventListener('keydown', clear);
}
