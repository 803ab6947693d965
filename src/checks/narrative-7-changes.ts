import type { Check } from './check.ts';
import { compareSum, unchecked } from './compare.ts';
import { halfOf, type Term } from './reading/term.ts';
import { present } from './rules/present.ts';
import { readStatedThreePublic, type StatedPart } from './rules/stated-three-public.ts';

/** In section 七, the change of the total equals the changes of its parts. */
export const narrative7Changes: Check = {
  id: 'narrative-7-changes',
  sentence: '说明七：“三公”经费总额的增减等于各分项增减之和',
  reason: '总额由分项构成，其变动也由分项的变动构成。',
  tables: [],
  sections: [7],
  templates: ['shanxi-13', 'national'],
  run: (book) => {
    const { total, parts } = readStatedThreePublic(book);
    const change = total && changeTerm(total);
    const changes = parts?.map(changeTerm);
    if (!change || !changes || changes.some((term) => !term)) {
      return [unchecked('narrative-7-changes', { section: 7 }, '说明七没有读到总额及全部分项的增减额')];
    }
    const wording = {
      check: 'narrative-7-changes',
      expected: '各分项增减之和',
      conversion: book.disclosure.findings,
    };
    return present([
      compareSum(
        change,
        changes.flatMap((term) => (term ? [term] : [])),
        wording,
      ),
    ]);
  },
};

/** The stated change as an amount with sign; undefined where only a percentage, or nothing, is stated. */
function changeTerm({ statement, term }: StatedPart): Term | undefined {
  const { change } = statement;
  if (!change || (change.direction !== 0 && !change.amount)) return undefined;
  return {
    label: `${term.label}增减`,
    printed: change.amount?.printed ?? '与上年相同',
    yuan: change.direction === 0 ? 0 : change.direction * (change.amount?.yuan ?? 0),
    half: halfOf.万元,
    place: term.place,
  };
}
