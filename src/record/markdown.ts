import type { Root, RootContent, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { markdownToMdast } from 'satteri';
import { unified } from 'unified';

/**
 * Text in which nothing can be markup, wherever it stands: Chinese, letters, digits, full-width punctuation, and
 * some ASCII punctuation between them. Nearly all cells are such, and need no search for what to escape.
 */
const plain =
  /^(?:[\p{Script=Han}a-zA-Z\d，。；：、（）“”‘’《》〈〉〔〕【】「」％≥≤①-⑩%/]|(?<=\d)[.,](?=\d)|(?<=[\p{Script=Han}a-zA-Z\d）])[-( ](?=[\p{Script=Han}a-zA-Z\d（])|(?<=\p{Script=Han})\))*$/u;

/**
 * What canonical Markdown means: CommonMark with GFM, a strikethrough only by two tildes, no smart punctuation.
 * `unsafe` lists what Markdown would trim, fold or take for markup beyond what remark escapes by itself:
 * line breaks and tabs, blanks at an edge, tildes. They are written as references or escapes, so that every
 * text comes back as it was.
 */
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .use(remarkStringify, {
    bullet: '-',
    listItemIndent: 'one',
    handlers: {
      text: ({ value }: Text, _parent, state, info) =>
        plain.test(value) || isGap(value, info) ? value : state.safe(value, info),
    },
    unsafe: [
      ...[...'\t\n\r'].map((character) => ({ character, inConstruct: 'phrasing' as const })),
      { character: ' ', before: '(?<=[ \\n|])', inConstruct: 'phrasing' },
      { character: ' ', after: '(?=[ \\n|])', inConstruct: 'phrasing' },
      { character: '~', inConstruct: 'phrasing' },
    ],
  });

/** Whether a text is the blank between a text and the remark behind it. */
function isGap(value: string, { before, after }: { before: string; after: string }): boolean {
  return value === ' ' && after === '<' && /[^\s|]/.test(before);
}

/** Writes blocks as canonical Markdown. */
export function writeMarkdown(children: RootContent[]): string {
  return processor.stringify({ type: 'root', children });
}

/** Reads canonical Markdown with a native parser, some forty times faster than the definition. */
export function readMarkdown(markdown: string): Root {
  const features = { gfm: { footnotes: false }, frontmatter: false };
  return markdownToMdast(markdown, { position: false, features }) as Root;
}

/** Reads canonical Markdown by the definition, unified and remark-gfm; tests hold `readMarkdown` against it. */
export function defineMarkdown(markdown: string): Root {
  return processor.parse(markdown);
}
