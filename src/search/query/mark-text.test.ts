import { expect, test } from 'vitest';
import { markText } from './mark-text.ts';
import { readQuery } from './read-query.ts';

const marked = (text: string, typed: string, length?: number) =>
  markText(text, readQuery(typed), length)
    .map((segment) => (segment.marked ? `[${segment.text}]` : segment.text))
    .join('');

test('marks what was found as it is printed, quotes within', () => {
  expect(marked('“三公”经费预算', '三公经费')).toBe('“[三公”经费]预算');
  expect(marked('共4,762.92万元', '4762.92')).toBe('共[4,762.92]万元');
});

test('marks each of several terms and joins what touches', () => {
  expect(marked('养老保险缴费', '养老 缴费')).toBe('[养老]保险[缴费]');
  expect(marked('养老保险缴费', '养老 保险')).toBe('[养老保险]缴费');
});

test('marks the whole code of a family', () => {
  expect(marked('2080502', '20805')).toBe('[2080502]');
  expect(marked('12080502', '20805')).toBe('12080502');
});

test('shortens a long text around the first mark', () => {
  const text = `${'前'.repeat(50)}养老${'后'.repeat(50)}`;
  expect(marked(text, '养老', 20)).toBe(`…${'前'.repeat(5)}[养老]${'后'.repeat(13)}…`);
});
