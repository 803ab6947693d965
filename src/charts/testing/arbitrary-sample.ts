import fc from 'fast-check';
import type { Sample } from '../gallery/sample-disclosure.ts';

/** A printed amount: mostly positive, of very different sizes; also blank, zero, negative and unreadable. */
const amount: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 5_000_000 }).map(print) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 200 }).map(print) },
  { weight: 2, arbitrary: fc.integer({ min: 100_000_000, max: 40_000_000_000 }).map(print) },
  { weight: 2, arbitrary: fc.constantFrom('', '0.00', '12O.5') },
  { weight: 1, arbitrary: fc.integer({ min: -90_000, max: -1 }).map(print) },
);

function print(cents: number): string {
  return (cents / 100).toFixed(2);
}

/** A name of Chinese characters, sometimes with digits, brackets and Latin, up to very long. */
const name: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...'教育社会保障和就业卫生健康支出补助资金管理事务（）“”、2031年A款B'), {
    minLength: 1,
    maxLength: 48,
  })
  .map((characters) => `项${characters.join('')}`);

/** Lines by functional code: some 类, each with 款, each with 项; amounts need not add up. */
const functions = fc
  .array(fc.array(fc.array(fc.tuple(name, amount, amount, amount), { maxLength: 4 }), { maxLength: 3 }), {
    maxLength: 12,
  })
  .chain((tree) =>
    fc.tuple(
      fc.constant(tree),
      fc.array(fc.tuple(name, amount, amount, amount), { minLength: 60, maxLength: 60 }),
    ),
  )
  .map(([tree, spare]) => {
    let next = 0;
    type Line = [string, string, string, string, string];
    const line = (code: string): Line => {
      const [label = '项', ...amounts] = spare[next++ % spare.length] ?? [];
      return [code, label, amounts[0] ?? '', amounts[1] ?? '', amounts[2] ?? ''];
    };
    return tree.flatMap((sections, i): Line[] => {
      const code = String(201 + i);
      return [
        line(code),
        ...sections.flatMap((items, j): Line[] => [
          line(`${code}0${j + 1}`),
          ...items.map(([label, ...amounts], k): Line => [`${code}0${j + 1}0${k + 1}`, label, ...amounts]),
        ]),
      ];
    });
  });

/** Any made-up disclosure, consistent or not. */
export const arbitrarySample: fc.Arbitrary<Sample> = fc.record({
  income: fc.record({
    sources: fc.array(fc.tuple(name, amount), { maxLength: 9 }),
    total: fc.option(amount, { nil: undefined }),
  }),
  funds: fc.record({
    names: fc.constant(['合计', '一般公共预算', '政府性基金', '国有资本经营预算', '单位资金', '上年结转']),
    lines: fc.array(
      fc.tuple(
        fc.integer({ min: 201, max: 212 }).map(String),
        name,
        amount,
        amount,
        amount,
        amount,
        amount,
        amount,
      ),
      { maxLength: 12 },
    ),
  }),
  spending: functions,
  general: functions,
  basic: fc.array(
    fc.tuple(name, fc.constantFrom('', '工资福利支出', '商品和服务支出'), amount, amount, amount),
    { maxLength: 30 },
  ),
  sanGong: fc.array(
    fc.tuple(
      fc.constantFrom('因公出国（境）费', '公务接待费', '①公务用车购置费', '②公务用车运行维护费', '合计'),
      amount,
    ),
    { maxLength: 6 },
  ),
  projects: fc.array(fc.tuple(name, fc.integer({ min: 1, max: 90_000_000 }).map(print)), { maxLength: 30 }),
  forms: fc.array(
    fc.tuple(
      name,
      fc.record({
        合计: fc.integer({ min: 0, max: 9_000_000 }).map(String),
        市县: fc.integer({ min: 0, max: 9_000_000 }).map(String),
      }),
    ),
    { maxLength: 6 },
  ),
});
