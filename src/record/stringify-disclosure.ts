import type { RootContent } from 'mdast';
import type { Section } from '../schema/block.ts';
import { Disclosure, type Term } from '../schema/disclosure.ts';
import { writeFrontMatter } from './front-matter.ts';
import { writeMarkdown } from './markdown.ts';
import { marked, text } from './marker.ts';
import { writeProject } from './project-markdown.ts';
import { writeSection } from './section-markdown.ts';
import { writeTable } from './table-markdown.ts';

/** Headings of the parts that are not running text; the remark tells them from a section of the same name. */
export const partTitles = { tables: '预算报表', projects: '项目支出绩效目标', glossary: '名词解释' } as const;

/**
 * Writes a disclosure as canonical Markdown: the same disclosure gives the same bytes, and
 * `parseDisclosureMarkdown` gives back an equal disclosure.
 *
 * Order: duties and structure, tables, narrative, projects, letters, glossary; `sections` keep their own order.
 *
 * @throws where it is not as the schema says, or a row has not as many cells as its table has columns
 */
export function stringifyDisclosure(disclosure: Disclosure): string {
  // Parsing puts the keys into the schema's order, whatever order ingest made them in.
  const { sections, tables, projects, glossary, corrections, findings, ...head } =
    Disclosure.parse(disclosure);
  const toTables = firstIndex(
    sections,
    (section) => section.kind === 'narrative' || section.kind === 'letter',
  );
  const toProjects = firstIndex(sections, (section) => section.kind === 'letter');
  const blocks: RootContent[] = [
    { type: 'heading', depth: 1, children: text(titleOf(disclosure)) },
    ...sections.slice(0, toTables).flatMap(writeSection),
    ...part(
      'tables',
      tables.flatMap((table) => writeTable(table, 3, disclosure.template)),
    ),
    ...sections.slice(toTables, toProjects).flatMap(writeSection),
    ...part('projects', projects.flatMap(writeProject)),
    ...sections.slice(toProjects).flatMap(writeSection),
    ...part('glossary', writeGlossary(glossary)),
  ];
  return writeFrontMatter(head, { corrections, findings }, writeMarkdown(blocks));
}

function titleOf({ unit, year, kind, phase }: Disclosure): string {
  return `${unit.name} ${year}年${kind}${phase}`;
}

function firstIndex(sections: Section[], test: (section: Section) => boolean): number {
  const index = sections.findIndex(test);
  return index === -1 ? sections.length : index;
}

function part(name: keyof typeof partTitles, blocks: RootContent[]): RootContent[] {
  if (blocks.length === 0) return [];
  return [{ type: 'heading', depth: 2, children: marked(partTitles[name], name) }, ...blocks];
}

function writeGlossary(glossary: Term[]): RootContent[] {
  if (glossary.length === 0) return [];
  const children = glossary.map(({ term, definition, line }) => ({
    type: 'listItem' as const,
    spread: true,
    children: [
      { type: 'paragraph' as const, children: marked(term, String(line)) },
      ...(definition === '' ? [] : [{ type: 'paragraph' as const, children: text(definition) }]),
    ],
  }));
  return [{ type: 'list', spread: true, children }];
}
