import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { anyCatalogue, anyDisclosure } from './arbitrary-disclosure.ts';
import { parseCatalogueMarkdown, stringifyCatalogue } from './catalogue-markdown.ts';
import { readFrontMatter } from './front-matter.ts';
import { defineMarkdown, readMarkdown } from './markdown.ts';
import { plainText } from './marker.ts';
import { parseDisclosureMarkdown } from './parse-disclosure-markdown.ts';
import { stringifyDisclosure } from './stringify-disclosure.ts';

const seeded = { seed: 20240101, numRuns: 300 };

test('any disclosure comes back from its Markdown as it was, and is written to the same bytes again', () => {
  fc.assert(
    fc.property(anyDisclosure, (disclosure) => {
      const markdown = stringifyDisclosure(disclosure);
      const again = parseDisclosureMarkdown(markdown);
      expect(again).toEqual(disclosure);
      expect(stringifyDisclosure(again)).toBe(markdown);
    }),
    seeded,
  );
}, 120_000);

test('any catalogue comes back from its Markdown as it was', () => {
  fc.assert(
    fc.property(anyCatalogue, (catalogue) => {
      expect(parseCatalogueMarkdown(stringifyCatalogue(catalogue))).toEqual(catalogue);
    }),
    seeded,
  );
}, 120_000);

test('the fast reader reads what unified and remark-gfm read', () => {
  fc.assert(
    fc.property(anyDisclosure, (disclosure) => {
      const { body } = readFrontMatter(stringifyDisclosure(disclosure));
      const outline = (tree: ReturnType<typeof readMarkdown>) =>
        tree.children.map((block) => [block.type, plainText(block)]);
      expect(outline(readMarkdown(body))).toEqual(outline(defineMarkdown(body)));
    }),
    seeded,
  );
}, 120_000);

test('the front matter is YAML, and read as YAML reads it', () => {
  fc.assert(
    fc.property(anyDisclosure, (disclosure) => {
      const markdown = stringifyDisclosure(disclosure);
      expect(readFrontMatter(markdown).data).toEqual(
        parse(markdown.slice(4, markdown.indexOf('\n---\n', 3))),
      );
    }),
    seeded,
  );
}, 120_000);
