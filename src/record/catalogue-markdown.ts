import type { RootContent, TableRow } from 'mdast';
import { Catalogue, type CatalogueDepartment, type CatalogueEntry } from '../schema/catalogue.ts';
import { Cursor } from './cursor.ts';
import { readFrontMatter, writeFrontMatter } from './front-matter.ts';
import { grid } from './grid.ts';
import { locateFaults } from './locate-fault.ts';
import { readMarkdown, writeMarkdown } from './markdown.ts';
import { marked, plainText, readMarked, text } from './marker.ts';

const header = ['代码', '级', '名称', '上级', '原印代码', '行'];

/** Writes an edition of the procurement catalogue as canonical Markdown: a heading and a table a department. */
export function stringifyCatalogue(catalogue: Catalogue): string {
  const { departments, variants, ...head } = Catalogue.parse(catalogue);
  const blocks: RootContent[] = [
    { type: 'heading', depth: 1, children: text(head.title === '' ? head.edition : head.title) },
    ...departments.flatMap(writeDepartment),
  ];
  return writeFrontMatter(head, { variants }, writeMarkdown(blocks));
}

function writeDepartment({ name, slug, line, copy, entries }: CatalogueDepartment): RootContent[] {
  const rows = entries.map((entry) => [
    text(entry.code),
    text(String(entry.level)),
    text(entry.name),
    text(entry.parent),
    entry.printed === '' ? marked('', 'blank') : text(entry.printed ?? ''),
    text([entry.line, entry.copy].filter((part) => part !== undefined).join(' ')),
  ]);
  return [
    {
      type: 'heading',
      depth: 2,
      children: marked(name, [line, slug, copy].filter((part) => part !== undefined).join(' ')),
    },
    ...(rows.length > 0 ? [grid(header, [false, true, false, false, false, true], rows)] : []),
  ];
}

/** Reads a catalogue from the Markdown that `stringifyCatalogue` wrote. @throws NotCanonical with the line */
export function parseCatalogueMarkdown(markdown: string): Catalogue {
  const { data, body } = readFrontMatter(markdown);
  const cursor = new Cursor(readMarkdown(body).children);
  const departments: CatalogueDepartment[] = [];
  const begins: number[] = [];
  return locateFaults({ markdown, body, cursor, begins: { departments: begins } }, () => {
    cursor.take('heading');
    while (cursor.peek()) {
      begins.push(cursor.at);
      departments.push(readDepartment(cursor));
    }
    return Catalogue.parse({ ...data, departments });
  });
}

function readDepartment(cursor: Cursor): CatalogueDepartment {
  const { text: name, remark } = readMarked(cursor.take('heading'));
  const [line = '', slug = '', copy] = (remark ?? '').split(' ');
  const table = cursor.peek()?.type === 'table' ? cursor.take('table') : undefined;
  const rows = table?.type === 'table' ? table.children.slice(1) : [];
  return {
    name,
    slug,
    line: Number(line),
    ...(copy === undefined ? {} : { copy }),
    entries: rows.map(readEntry),
  };
}

function readEntry(row: TableRow): CatalogueEntry {
  const [code = '', level, name = '', parent = '', , place = ''] = row.children.map(plainText);
  const [line, copy] = place.split(' ');
  const [, , , , printedCell] = row.children;
  const printed = printedCell ? readMarked(printedCell) : { text: '', remark: null };
  const entry = {
    ...{ code, level: Number(level), name, parent, line: Number(line) },
    ...(copy === undefined ? {} : { copy }),
  };
  return printed.text !== '' || printed.remark !== null ? { ...entry, printed: printed.text } : entry;
}
