import type { Disclosure } from '../../schema/disclosure.ts';
import { findSection } from './find-section.ts';
import { readStatements } from './read-statements.ts';
import type { Statement } from './statement.ts';

/** What the section of the narrative on a topic of the template states, 1–12; empty where the section is missing. */
export function readNarrative({ sections }: Disclosure, number: number): Statement[] {
  const section = findSection(sections, number);
  return section ? readStatements(section) : [];
}
