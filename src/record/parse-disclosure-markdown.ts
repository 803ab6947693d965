import { Disclosure, type Term } from '../schema/disclosure.ts';
import { Cursor } from './cursor.ts';
import { readFrontMatter } from './front-matter.ts';
import { locateFaults } from './locate-fault.ts';
import { readMarkdown } from './markdown.ts';
import { plainText, readMarked } from './marker.ts';
import { readProject } from './project-markdown.ts';
import { readSection } from './section-markdown.ts';
import { readTable } from './table-markdown.ts';

/**
 * Reads a disclosure from the Markdown that `stringifyDisclosure` wrote.
 *
 * @throws NotCanonical with the line
 */
export function parseDisclosureMarkdown(markdown: string): Disclosure {
  const { data, body } = readFrontMatter(markdown);
  const cursor = new Cursor(readMarkdown(body).children);
  const parts: Pick<Disclosure, 'sections' | 'tables' | 'projects' | 'glossary'> = {
    sections: [],
    tables: [],
    projects: [],
    glossary: [],
  };
  const begins = { sections: [] as number[], tables: [] as number[], projects: [] as number[] };
  const template = String((data as { template?: unknown }).template ?? '');
  return locateFaults({ markdown, body, cursor, begins }, () => {
    cursor.take('heading');
    while (cursor.peek()) {
      const begin = cursor.at;
      const { text, remark } = readMarked(cursor.take('heading'));
      if (remark === 'tables') {
        while (cursor.atHeading(3)) {
          begins.tables.push(cursor.at);
          parts.tables.push(readTable(cursor, template));
        }
      } else if (remark === 'projects') {
        while (cursor.atHeading(3)) {
          begins.projects.push(cursor.at);
          parts.projects.push(readProject(cursor));
        }
      } else if (remark === 'glossary') parts.glossary.push(...readGlossary(cursor));
      else {
        begins.sections.push(begin);
        parts.sections.push(readSection(text, remark ?? '', cursor));
      }
    }
    return Disclosure.parse({ ...data, ...parts });
  });
}

function readGlossary(cursor: Cursor): Term[] {
  const list = cursor.take('list');
  if (list.type !== 'list') return [];
  return list.children.map(({ children: [head, definition] }) => {
    if (!head) throw new Error('名词解释里有一条是空的');
    const { text, remark } = readMarked(head);
    return { term: text, definition: definition ? plainText(definition) : '', line: Number(remark) };
  });
}
