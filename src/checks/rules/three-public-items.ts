import type { CheckFinding } from '../../schema/finding.ts';
import { compareWithin, unchecked } from '../compare.ts';
import type { Book } from '../reading/book.ts';
import { readEconomicGroups } from '../reading/economic-groups.ts';
import { readThreePublic, threePublicPart } from '../reading/three-public.ts';
import { present } from './present.ts';

/** The “三公” items among the basic spending of table 六 are a part of table 十's lines, general budget. */
export function threePublicItems(check: string, book: Book): CheckFinding[] {
  const [six, ten] = [book.table(6), book.table(10)];
  if (typeof six === 'string') return [unchecked(check, { table: 6 }, six)];
  if (typeof ten === 'string') return [unchecked(check, { table: 10 }, ten)];
  const lines = readThreePublic(ten);
  const items = readEconomicGroups(six).groups.flatMap((group) => group.items);
  return present(
    items.map((item) => {
      const part = threePublicPart(item.name);
      if (!part || part === 'total') return null;
      const term = six.find(item, '', 'total', item.label);
      const whole = ten.find(
        lines.get(part),
        '',
        ten.column('', 'general') ? 'general' : 'total',
        item.label,
      );
      return compareWithin(term, whole, { check, conversion: book.disclosure.findings });
    }),
  );
}
