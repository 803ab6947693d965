import type { Summary } from './summary.ts';

/** What a publication is called where it stands by itself: `某局 2031 年单位预算`. */
export function publicationTitle({
  body,
  year,
  kind,
  phase,
}: Pick<Summary, 'body' | 'year' | 'kind' | 'phase'>): string {
  return `${body} ${year} 年${kind}${phase}`;
}
