import { expect, test } from 'vitest';
import { chartsOf } from '../charts/charts-of.ts';
import { checkDisclosure } from '../checks/check-disclosure.ts';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import { addToCell } from '../checks/testing/edit-disclosure.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { disclosurePages } from './disclosure-pages.ts';

function pagesOf(disclosure: Disclosure, sourceLines: string[] | null = null) {
  return disclosurePages(disclosure, {
    checks: checkDisclosure(disclosure),
    charts: chartsOf(disclosure),
    catalogueSlug: () => undefined,
    sourceLines,
  });
}

/** Tags that were opened and not closed, or closed and not opened. */
function unbalanced(html: string): string[] {
  const open: string[] = [];
  for (const [, end, name = '', rest = ''] of html.matchAll(/<(\/?)([a-z][\w-]*)([^>]*)>/g)) {
    if (rest.endsWith('/') || ['input', 'br', 'hr', 'img'].includes(name)) continue;
    if (!end) open.push(name);
    else if (open.at(-1) === name) open.pop();
    else return [...open, `/${name}`];
  }
  return open;
}

const disclosure = cleanDisclosure(1);

test.each(['disclosure', 'checks', 'source'] as const)(
  'the page %s is well-formed, its ids unique',
  (kind) => {
    const { body } = pagesOf(disclosure, ['一', '二'])[kind];
    expect(unbalanced(body)).toEqual([]);
    const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  },
);

test('every line that the page refers to by its number leads to an anchor of the page', () => {
  const { body } = pagesOf(disclosure).disclosure;
  const anchors = new Set([...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  const targets = [...body.matchAll(/ href="#([^"]*)"/g)].map(([, target]) => target);
  expect(targets.length).toBeGreaterThan(100);
  expect(targets.filter((target) => !anchors.has(target))).toEqual([]);
});

test('an amount that the checks name leads to the row that it was printed in, on either side of a table', () => {
  const pages = pagesOf(disclosure);
  const rows = new Map(
    [...pages.disclosure.body.matchAll(/<tr id="([^"]*)".*?<\/tr>/g)].map(([row, id]) => [id, row]),
  );
  const changed = pagesOf(addToCell([1, '本年支出合计', '2031年合计'], 10_000)(disclosure));
  const named = [
    ...changed.checks.body.matchAll(
      /<li>表[一四]「([^」]+)」[^<]*<span[^>]*>[^<]*<\/span><a href="[^"]*\/#(L[^"]*)">/g,
    ),
  ];
  expect(named.map(([, name]) => name)).toContain('本年支出合计');
  for (const [, name = '', anchor] of named) expect(rows.get(anchor)).toContain(`${name}</th>`);
});

test('what stands in the document is shown as text, never as markup', () => {
  const name = '<script>alert("1")</script>&amp;';
  const [project] = disclosure.projects;
  const sly: Disclosure = {
    ...disclosure,
    unit: { ...disclosure.unit, name },
    projects: project ? [{ ...project, name }] : [],
    glossary: [{ term: name, definition: name, line: 1990 }],
  };
  for (const { body } of Object.values(pagesOf(sly, [name]))) {
    expect(body).not.toContain('<script');
    expect(body).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;');
  }
});

test('a difference is listed first among the checks, with both sides', () => {
  const { body } = pagesOf(addToCell([3, '合计', '合计'], 10_000)(disclosure)).checks;
  expect(body).toMatch(
    /^<h1>.*<h2 id="failures">不符的关系<\/h2><ul class="findings"><li class="finding is-bad">/,
  );
  expect(body).toContain('<ul class="operands"><li>');
  expect(pagesOf(disclosure).checks.body).not.toContain('不符的关系');
});

test('an unknown text is shown as it is, with a word about it', () => {
  const { disclosure: page } = pagesOf({ ...disclosure, template: 'unknown', tables: [], projects: [] });
  expect(page.body).toContain('<span class="badge">未识别模板</span>');
  expect(page.body).not.toContain('class="chart"');
});

test('a source that is not kept is said not to be', () => {
  expect(pagesOf(disclosure, null).source.body).toContain('<p>本站没有保存这份原文。</p>');
  expect(pagesOf(disclosure, ['甲\t乙']).source.body).toContain('<p id="L1"><b>1</b>甲\t乙</p>');
});

test('says how a figure is cited, with lines that can be led to by their number', () => {
  const { body } = pagesOf(disclosure).disclosure;
  expect(body).toContain(`<dt>引用</dt><dd>${disclosure.unit.name} 2031 年单位预算，原文第 … 行。`);
  expect(body).toMatch(/<tr id="L\d+"/);
});
