import type { CatalogueDepartment } from '../../schema/catalogue.ts';
import type { ConversionFinding } from '../../schema/finding.ts';

/** What the letters say about the edition that they forward. */
export interface ParsedEdition {
  /** Number of the issuing (innermost) document, `晋财综〔2023〕43号`, or `''`. */
  edition: string;
  /** Title as the issuing document names the catalogue, or `''`. */
  title: string;
  issuer: string;
  /** ISO dates, or `''` where not printed. */
  issued: string;
  inForce: string;
  /** Editions that it repeals, in the order printed. */
  repeals: string[];
  findings: ConversionFinding[];
}

/** The catalogue as one disclosure prints it: one copy of an edition. */
export interface ParsedRows {
  /** Title above the first row, or `''`. */
  title: string;
  /** First and last line that belong to the catalogue. */
  first: number;
  last: number;
  departments: CatalogueDepartment[];
  findings: ConversionFinding[];
}

/** Rows and edition together; `title` is the one above the rows, or the letters' where that is missing. */
export type ParsedCatalogue = ParsedRows & ParsedEdition;
