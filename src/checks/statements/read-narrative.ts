import type { Disclosure } from '../../schema/disclosure.ts';
import { readStatements } from './read-statements.ts';
import type { Statement } from './statement.ts';

/** What a numbered section of the narrative states, 1–12; empty where the section is missing. */
export function readNarrative({ sections }: Disclosure, number: number): Statement[] {
  const section = sections.find((one) => one.kind === 'narrative' && one.number === number);
  return section ? readStatements(section) : [];
}
