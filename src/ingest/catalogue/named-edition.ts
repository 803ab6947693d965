import type { ParsedEdition } from './parsed-catalogue.ts';

/**
 * The edition with a name to file it under: where no letter tells its number, the catalogue is an edition of its
 * own, named for the disclosure that attaches it. It is never taken for another one.
 *
 * @param line first line of the catalogue
 */
export function namedEdition(
  edition: ParsedEdition,
  { unit, year }: { unit: string; year: number },
  line: number,
): ParsedEdition {
  if (edition.edition !== '') return edition;
  const name = `文号不详（${unit}${year}年）`;
  const message = `所附目录没有印出印发文号，单独列为「${name}」，无法判断其版本和效力。`;
  const finding = {
    rule: 'catalogue-edition',
    status: 'undecided' as const,
    place: line > 0 ? { line } : {},
    message,
  };
  return { ...edition, edition: name, findings: [...edition.findings, finding] };
}
