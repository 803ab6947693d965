import { entryAnchors } from '../catalogue/entry-anchors.ts';
import { nameKey } from '../catalogue/name-key.ts';
import type { Catalogue } from '../schema/catalogue.ts';

/** One place where a service stands. */
export interface Place {
  edition: string;
  editionSlug: string;
  department: string;
  departmentSlug: string;
  code: string;
  anchor: string;
}

/** A branch (level 1–3) that departments of an edition share: the same code and name. */
export interface Branch {
  code: string;
  name: string;
  level: number;
  /** `A1502`, `A1502-2` where a code has several names. */
  anchor: string;
  places: Place[];
}

export interface CatalogueIndex {
  /** Services (level 4) by the key of their name, the newest edition first. */
  services: Map<string, Place[]>;
  /** Branches of an edition by its slug, in the order of their codes. */
  branches: Map<string, Branch[]>;
}

/** Finds where each name stands, over departments and editions. */
export function catalogueIndex(editions: readonly Catalogue[]): CatalogueIndex {
  const services = new Map<string, Place[]>();
  const branches = new Map<string, Branch[]>();
  for (const edition of editions) {
    const shared = new Map<string, Branch>();
    for (const department of edition.departments) {
      const anchors = entryAnchors(department.entries);
      department.entries.forEach(({ code, name, level }, at) => {
        if (name === '') return;
        const place: Place = {
          edition: edition.edition,
          editionSlug: edition.slug,
          department: department.name,
          departmentSlug: department.slug,
          code,
          anchor: anchors[at] ?? code,
        };
        if (level === 4) services.set(nameKey(name), [...(services.get(nameKey(name)) ?? []), place]);
        else {
          const key = branchKey(code, name);
          const branch = shared.get(key) ?? { code, name, level, anchor: '', places: [] };
          branch.places.push(place);
          shared.set(key, branch);
        }
      });
    }
    // Most departments first: theirs is the name of the code, others are readings of it.
    const sorted = [...shared.values()].toSorted(
      (a, b) =>
        (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) ||
        b.places.length - a.places.length ||
        (a.name < b.name ? -1 : 1),
    );
    const anchors = entryAnchors(sorted);
    branches.set(
      edition.slug,
      sorted.map((branch, at) => ({ ...branch, anchor: anchors[at] ?? branch.code })),
    );
  }
  return { services, branches };
}

export const branchKey = (code: string, name: string): string => `${code} ${nameKey(name)}`;
