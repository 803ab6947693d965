import type { Disclosure } from './disclosure.ts';
import { slugOf } from './slug-of.ts';

/** What tells a body's publications of one year apart: for itself (单位) or with the units below it (部门); 预算 or 决算. */
type Kind = Pick<Disclosure, 'kind' | 'phase'>;

/**
 * Address of a body's publications of one kind, over the years: its name's, and what is not its own budget as a suffix.
 *
 * A bureau publishes its own budget and that of its department in the same year: neither may take the other's place.
 */
export function seriesSlug(unit: string, { kind, phase }: Kind): string {
  return [slugOf(unit), kind === '部门' ? 'bu-men' : '', phase === '决算' ? 'jue-suan' : '']
    .filter((part) => part !== '')
    .join('-');
}

/** The body's name in lists, where several of its series may stand side by side: `云溪县水利局（部门）`. */
export function seriesName(unit: string, { kind, phase }: Kind): string {
  const marks = `${kind === '部门' ? '部门' : ''}${phase === '决算' ? '决算' : ''}`;
  return marks === '' ? unit : `${unit}（${marks}）`;
}
