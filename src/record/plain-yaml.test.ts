import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readPlainYaml } from './plain-yaml.ts';

test('reads keys with plain values, and such keys one step below', () => {
  const head = [
    ...['year: 2024', 'unit:', '  name: 定襄县财政局', '  code: "018"', '  county: ""'],
    ...['file: 00119.txt', 'findings:', 'corrections: []'],
  ];
  expect(readPlainYaml(head)).toEqual(parse(head.join('\n')));
});

test.each([
  ...['a: true', 'a: Null', 'a: 1e3', 'a: 0x1f', 'a: 012', 'a: 1.5', 'a: -1', 'a: 2024-01-01', 'a: .inf'],
  ...[
    "a: '1'",
    'a: "\\n"',
    'a: b: c',
    'a: b # c',
    'a: *b',
    'a: [1]',
    '  a: b',
    'a: b\na: c',
    'a:\n  b:',
    '- a',
  ],
])('leaves %j to the parser of YAML', (head) => {
  expect(readPlainYaml(head.split('\n'))).toBeUndefined();
});

test('what it reads is what YAML says', () => {
  const value = fc.stringMatching(/^ ?["'e0-9a-zñ柳林〔〕./_-]{0,6}$/);
  const line = fc
    .tuple(fc.constantFrom('', '  '), fc.constantFrom(...'abcd'), fc.option(value))
    .map(([indent, key, printed]) => `${indent}${key}:${printed === null ? '' : ` ${printed}`}`);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const read = readPlainYaml(lines);
      if (read && lines.length > 0) expect(read).toEqual(parse(lines.join('\n')));
    }),
    { seed: 11, numRuns: 20_000 },
  );
});
