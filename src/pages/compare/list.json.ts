import { allSummaries } from '../../routes/archive.ts';
import type { Candidate } from '../../routes/compare-page.ts';

/** The disclosures that can be compared, for the browser. */
export function GET(): Response {
  const list = allSummaries()
    .filter((summary) => summary.known)
    .map(({ id, unit, year, kind, staff }): Candidate => ({ id, unit: unit.name, year, kind, staff }));
  return Response.json(list);
}
