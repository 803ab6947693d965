import fc from 'fast-check';
import type { Block, Section } from '../schema/block.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { type Figure, MoneyUnit } from '../schema/figure.ts';
import { Level1, Level2 } from '../schema/project.ts';
import type { Cell, Column, ColumnRole, Table } from '../schema/table.ts';
import { tableTitles } from '../schema/table-titles.ts';

/** What real texts hold that Markdown could take for markup. */
const awkward = [
  ...[
    '|',
    '~',
    '~~',
    '*',
    '**',
    '_',
    '__',
    '<',
    '<!--',
    '-->',
    '<b>',
    '\\',
    '\\\\',
    '`',
    '[',
    ']',
    '![',
    '&amp;',
  ],
  ...[
    '# ',
    '1. ',
    '1) ',
    '2024',
    '- ',
    '+ ',
    '> ',
    '===',
    '---',
    '```',
    ':-',
    '| - |',
    '“',
    '”',
    '"',
    "'",
    '  ',
  ],
  ...[
    '\n',
    '\t',
    '\u3000',
    '\u00a0',
    '：',
    '、',
    '（一）',
    '《办法》',
    '2021~2023年和2024~2025年',
    '**重点：**项目',
  ],
  ...[
    'www.example.com',
    'http://a.cn',
    'a@b.cn',
    '：',
    '预算',
    '312.50',
    '≥98%',
    '&#32;',
    '😀',
    '{a}',
    '$x$',
  ],
];

/** Control characters other than tab and line break; Markdown has no way to write them, and ingest drops them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant
const controls = /[\0-\b\v\f\x0e-\x1f\x7f]/g;

/** Any text that a document can hold: no control characters, no half of a surrogate pair. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...awkward), { maxLength: 5 }).map((parts) => parts.join('')),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'binary', maxLength: 8 }).map((text) => text.replace(controls, '')),
  },
);

const line = fc.integer({ min: 1, max: 9_999 });
const ascii = fc.stringMatching(/^[a-z]{1,4}(-[a-z0-9]{1,4}){0,2}$/);

const figure: fc.Arbitrary<Figure> = fc.oneof(
  fc.integer({ min: 0, max: 9_999_999 }).map((cents) => {
    const printed = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
    return { printed, yuan: cents * 100 };
  }),
  fc.record({ printed: anyText, yuan: fc.integer({ min: -1_000_000, max: 1_000_000 }) }),
  fc.record({ printed: anyText, undecided: anyText }),
);

const column: fc.Arbitrary<Column> = fc.record({
  path: anyText,
  role: fc.constantFrom<ColumnRole>('code', 'label', 'counterpart', 'amount', 'text'),
  side: fc.constantFrom('', '收入', '支出'),
});

const note = fc.record({ text: anyText, line });

/** Any table; `number` is left to the caller where it matters. */
export const anyTable: fc.Arbitrary<Table> = fc.array(column, { maxLength: 4 }).chain((columns) => {
  const cells = columns.map(
    ({ role }): fc.Arbitrary<Cell> =>
      role === 'amount' ? fc.oneof(figure, fc.constant(null), anyText) : fc.oneof(anyText, fc.constant(null)),
  );
  return fc.record({
    number: fc.option(fc.integer({ min: 1, max: tableTitles.length })),
    title: anyText,
    line,
    unit: fc.constantFrom(...MoneyUnit.options),
    columns: fc.constant(columns),
    rows: fc.array(fc.record({ line, cells: fc.tuple(...cells) }), { maxLength: 3 }),
    notes: fc.array(note, { maxLength: 2 }),
    noData: fc.option(note),
  });
});

const lineBreak = fc.record({ at: fc.nat({ max: 200 }), line });

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), text: anyText, line }),
  fc.record({
    kind: fc.constant('paragraph' as const),
    text: anyText,
    line,
    breaks: fc.tuple(lineBreak, lineBreak),
  }),
  fc.record({
    kind: fc.constant('heading' as const),
    depth: fc.integer({ min: 1, max: 4 }),
    text: anyText,
    line,
  }),
  fc.record({ kind: fc.constant('picture' as const), caption: anyText, line }),
  fc.record({ kind: fc.constant('table' as const), table: anyTable }),
);

const section: fc.Arbitrary<Section> = fc.record({
  kind: fc.constantFrom('duties', 'structure', 'narrative', 'letter', 'other'),
  number: fc.option(fc.integer({ min: 1, max: 12 })),
  title: anyText,
  line,
  blocks: fc.array(block, { maxLength: 4 }),
});

const fund = fc.record({
  source: fc.constantFrom('合计' as const, '中央' as const, '自筹' as const),
  total: fc.option(figure),
  annual: fc.option(figure),
  line,
});

const project = fc
  .record({
    number: fc.integer({ min: 1, max: 99 }),
    name: anyText,
    line,
    sheets: fc.array(fc.record({ first: line, last: line }), { maxLength: 3 }),
    department: fc.record({ code: anyText, name: anyText }),
    unit: anyText,
    attribute: anyText,
    period: anyText,
    moneyUnit: fc.option(fc.constantFrom('万元' as const, '千元' as const), { nil: undefined }),
    funds: fc.array(fund, { maxLength: 2 }),
    texts: fc.array(
      fc.record({
        field: fc.constantFrom('项目概况' as const, '年度总体目标' as const),
        text: anyText,
        line,
      }),
      { maxLength: 2 },
    ),
    indicators: fc.array(
      fc
        .record({
          scope: fc.constantFrom('实施期' as const, '年度' as const),
          level1: fc.option(fc.constantFrom(...Level1.options)),
          level2: fc.option(fc.constantFrom(...Level2.options)),
          name: anyText,
          value: anyText,
          line,
          undecided: fc.option(anyText, { nil: undefined }),
        })
        .map(({ undecided, ...indicator }) =>
          undecided === undefined ? indicator : { ...indicator, undecided },
        ),
      { maxLength: 4 },
    ),
    timestamp: fc.constantFrom('', '20240312101112'),
  })
  .map(({ moneyUnit, ...form }) => (moneyUnit ? { ...form, moneyUnit } : form));

const place = fc.record(
  { table: fc.integer({ min: 1, max: 13 }), project: line, column: anyText, line },
  { requiredKeys: [] },
);

/** Any disclosure that the schema allows. */
export const anyDisclosure: fc.Arbitrary<Disclosure> = fc.record({
  id: ascii.map((slug) => `${slug}/2024`),
  unit: fc.record({ name: anyText, slug: ascii }),
  year: fc.integer({ min: 1990, max: 2100 }),
  kind: fc.constantFrom('单位', '部门'),
  phase: fc.constantFrom('预算', '决算'),
  template: fc.constantFrom('shanxi-13', 'national', 'unknown'),
  region: fc.record({ province: anyText, city: anyText, county: anyText }),
  department: fc.record({ code: anyText, name: anyText }),
  source: fc.record({ file: anyText, sha256: anyText, encoding: anyText, lines: line }),
  sections: fc.array(section, { maxLength: 4 }),
  tables: fc.array(anyTable, { maxLength: 3 }),
  projects: fc.array(project, { maxLength: 2 }),
  catalogue: fc.record({ edition: anyText, first: fc.nat(), last: fc.nat() }),
  glossary: fc.array(fc.record({ term: anyText, definition: anyText, line }), { maxLength: 3 }),
  corrections: fc.array(
    fc.record({
      line,
      was: anyText,
      now: anyText,
      why: anyText,
      kind: fc.constantFrom('misreading' as const, 'mask' as const),
      from: fc.nat(),
      to: line,
    }),
    { maxLength: 2 },
  ),
  findings: fc.array(
    fc.record(
      {
        rule: ascii,
        status: fc.constantFrom('decided' as const, 'undecided' as const, 'note' as const),
        place,
        message: anyText,
        actual: anyText,
        expected: anyText,
      },
      { requiredKeys: ['rule', 'status', 'place', 'message'] },
    ),
    { maxLength: 2 },
  ),
});

/** Any catalogue that the schema allows. */
export const anyCatalogue: fc.Arbitrary<Catalogue> = fc.record({
  edition: anyText,
  slug: ascii,
  title: anyText,
  issuer: anyText,
  issued: fc.constantFrom('', '2023-08-22'),
  inForce: fc.constantFrom('', '2023-08-22'),
  repeals: fc.array(anyText, { maxLength: 2 }),
  copies: fc.array(ascii, { maxLength: 2 }),
  departments: fc.array(
    fc.record({
      name: anyText,
      slug: ascii,
      line,
      copy: fc.option(ascii, { nil: undefined }),
      entries: fc.array(
        fc.record(
          {
            code: anyText,
            level: fc.integer({ min: 1, max: 4 }),
            name: anyText,
            parent: anyText,
            line,
            printed: anyText,
            copy: ascii,
          },
          { requiredKeys: ['code', 'level', 'name', 'parent', 'line'] },
        ),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 3 },
  ),
  variants: fc.array(
    fc.record({
      department: anyText,
      code: anyText,
      occurrence: fc.nat(9),
      readings: fc.array(
        fc.record({
          name: fc.option(anyText),
          line: fc.option(line),
          copies: fc.array(anyText, { maxLength: 2 }),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      chosen: fc.nat(1),
      decision: fc.constantFrom('majority' as const, 'correction' as const, 'undecided' as const),
    }),
    { maxLength: 2 },
  ),
});
