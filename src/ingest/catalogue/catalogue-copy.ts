import type { ParsedCatalogue } from './parsed-catalogue.ts';

/** What one copy of an edition says, as far as the merging asks: statements, departments, rows. */
export interface CatalogueCopy
  extends Pick<ParsedCatalogue, 'title' | 'issuer' | 'issued' | 'inForce' | 'repeals'> {
  edition: string;
  departments: CopiedDepartment[];
}

export interface CopiedDepartment {
  name: string;
  line: number;
  entries: CopiedEntry[];
}

export interface CopiedEntry {
  code: string;
  name: string;
  line: number;
  /** Code as printed, where it differs from `code`. */
  printed?: string | undefined;
}

/** The copy that a parsed catalogue is, as plain data of its own. */
export function copyOf({
  edition,
  title,
  issuer,
  issued,
  inForce,
  repeals,
  departments,
}: ParsedCatalogue): CatalogueCopy {
  return {
    ...{ edition, title, issuer, issued, inForce, repeals },
    departments: departments.map(({ name, line, entries }) => ({
      name,
      line,
      entries: entries.map(({ code, name: entryName, line: at, printed }) => ({
        ...{ code, name: entryName, line: at },
        ...(printed === undefined ? {} : { printed }),
      })),
    })),
  };
}
