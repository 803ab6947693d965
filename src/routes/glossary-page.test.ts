import { expect, test } from 'vitest';
import { glossaryPage } from './glossary-page.ts';

const source = (id: string, ...terms: [string, string][]) => ({
  id,
  unit: `单位${id[0]}`,
  year: 2031,
  terms: terms.map(([term, definition], at) => ({ term, definition, line: 90 + at })),
});

test('a term stands once, its definitions apart where they differ in words', () => {
  const terms = glossaryPage([
    source('a/2031', ['“三公”经费', '指三项经费。']),
    source('b/2031', ['"三公"经费', '是指三项经费'], ['基本支出', '指日常开支。']),
    source('c/2031', ['“三公”经费', '指四项经费。']),
  ]);
  expect(
    terms.map(({ term, anchor, count, definitions }) => [
      term,
      anchor,
      count,
      definitions.map((one) => [one.text, one.count]),
    ]),
  ).toEqual([
    [
      '“三公”经费',
      'san-gong-jing-fei',
      3,
      [
        ['指三项经费。', 2],
        ['指四项经费。', 1],
      ],
    ],
    ['基本支出', 'ji-ben-zhi-chu', 1, [['指日常开支。', 1]]],
  ]);
  expect(terms[0]?.definitions[0]?.places).toEqual([
    { text: '单位a 2031', href: '/units/a/2031/#L90' },
    { text: '单位b 2031', href: '/units/b/2031/#L90' },
  ]);
});
