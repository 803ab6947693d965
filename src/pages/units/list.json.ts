import { allSummaries } from '../../routes/archive.ts';
import { unitList } from '../../routes/unit-finder.ts';
import { unitsByRegion } from '../../routes/unit-list.ts';

/** All bodies, for those who look for one in the browser. */
export function GET(): Response {
  return Response.json(unitList(unitsByRegion(allSummaries())));
}
