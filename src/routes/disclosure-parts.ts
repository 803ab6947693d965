import type { Section } from '../schema/block.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { nationalSet } from '../schema/table-titles.ts';
import { LineAnchors } from './line-anchors.ts';
import { type ProjectView, projectView } from './project-view.ts';
import type { Remark, Remarks } from './remark.ts';
import { type SectionView, sectionView } from './section-view.ts';
import { type TableView, tableView } from './table-view.ts';

/** A glossary term, ready to be drawn. */
export interface TermView {
  term: string;
  definition: string;
  line: number;
  anchor: boolean;
  remarks: Remark[];
}

/** The parts of a disclosure in the order of its page, ready to be drawn. */
export interface DisclosureParts {
  about: SectionView[];
  tables: TableView[];
  narrative: SectionView[];
  projects: ProjectView[];
  letters: SectionView[];
  glossary: TermView[];
  others: SectionView[];
  /** Lines that have an anchor on the page, ascending. */
  anchors: number[];
}

/** Makes the parts ready in page order: anchors and remarks go to the first part that shows their line. */
export function drawParts(disclosure: Disclosure, remarks: Remarks): DisclosureParts {
  const { sections, template } = disclosure;
  const anchors = new LineAnchors();
  const parts = {
    about: draw(sections, ['duties', 'structure'], (section) => section.kind, anchors, remarks, template),
    tables: drawTables(disclosure, anchors, remarks),
    narrative: draw(
      sections,
      ['narrative'],
      ({ number, line }) => `s${number ?? line}`,
      anchors,
      remarks,
      template,
    ),
    projects: disclosure.projects.map((project) => projectView(project, anchors, remarks)),
    letters: draw(sections, ['letter'], (_, i) => `letter-${i + 1}`, anchors, remarks, template),
    glossary: disclosure.glossary.map((term) => ({
      ...term,
      anchor: anchors.take(term.line),
      remarks: remarks.takeLine(term.line),
    })),
    others: draw(sections, ['other'], (_, i) => `part-${i + 1}`, anchors, remarks, template),
  };
  return { ...parts, anchors: anchors.lines };
}

function draw(
  sections: Section[],
  kinds: Section['kind'][],
  idOf: (section: Section, index: number) => string,
  anchors: LineAnchors,
  remarks: Remarks,
  template: string,
): SectionView[] {
  const used = new Set<string>();
  return sections
    .filter((section) => kinds.includes(section.kind))
    .map((section, index) => {
      let id = idOf(section, index);
      while (used.has(id)) id += '-2';
      used.add(id);
      const view = sectionView(section, id, anchors, remarks);
      // Elsewhere the sections are numbered in another way: the number says what a section is about.
      return template === nationalSet ? { ...view, ordinal: '' } : view;
    });
}

function drawTables({ tables, template }: Disclosure, anchors: LineAnchors, remarks: Remarks): TableView[] {
  const seen = new Map<string, number>();
  return tables.map((table, index) => {
    const id = table.number === null ? `x${index + 1}` : `t${table.number}`;
    const nth = (seen.get(id) ?? 0) + 1;
    seen.set(id, nth);
    return tableView(table, nth > 1 ? `${id}-${nth}` : id, anchors, remarks, template);
  });
}
