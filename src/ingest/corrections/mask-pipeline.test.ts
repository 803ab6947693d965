import { expect, test } from 'vitest';
import { makeDisclosure } from '../../../bench/generate/archive.ts';
import { stringifyDisclosure } from '../../record/stringify-disclosure.ts';
import { maskSource } from '../../schema/mask-source.ts';
import { parseDocument } from '../parse-document.ts';
import { readCorrections } from './read-corrections.ts';

const name = '令狐小满';
const source = { file: 'a.txt', sha256: '0'.repeat(64), encoding: 'utf-8' };
const yaml = `- {kind: mask, everywhere: true, was: ${name}, now: 某人, why: 受助人姓名}`;

/** A whole document with a name and personal numbers in every kind of line: tables, forms, prose, catalogue, glossary. */
function marked(): string[] {
  const lines = makeDisclosure(3).text.split('\n');
  return lines.map((text, index) => {
    const cells = text.split('\t');
    // Labels and prose only: a changed figure would be another document.
    const at = cells.findIndex(
      (cell) => /\p{Script=Han}{4}/u.test(cell) && !/单位|年|部门|表|目录|：|:/.test(cell),
    );
    if (at < 0 || index % 5 !== 0) return text;
    cells[at] += index % 2 === 0 ? `（${name}）` : `（手机13800138000，${name[0]} ${name.slice(1)}）`;
    return cells.join('\t');
  });
}

test('nothing that is masked is in the record, the catalogue or the source view', () => {
  const lines = marked();
  expect(lines.filter((line) => line.includes('13800138000')).length).toBeGreaterThan(50);
  const { disclosure, catalogue } = parseDocument(lines.join('\n'), source, readCorrections(yaml, 'a.yaml'));
  const published = [
    stringifyDisclosure(disclosure),
    JSON.stringify(catalogue),
    maskSource(lines, disclosure.corrections).join('\n'),
  ];
  for (const text of published) {
    expect(text).not.toMatch(/令狐|小满|13800138000/);
    expect(text).toContain('某人');
  }
});

test('a document without personal numbers has no mask, whatever codes, amounts and timestamps it holds', () => {
  for (let index = 0; index < 4; index++) {
    const { disclosure } = parseDocument(makeDisclosure(index).text, source);
    expect(disclosure.corrections).toEqual([]);
  }
});

/** A disclosure with one more line of prose, as it is published, and its source view. */
function publishedWith(line: string, corrections = ''): string[] {
  const lines = makeDisclosure(3).text.split('\n');
  const at = lines.findLastIndex((text) => /第四部分/.test(text)) + 1;
  const text = lines.toSpliced(at, 0, line);
  const { disclosure } = parseDocument(text.join('\n'), source, readCorrections(corrections, 'a.yaml'));
  return [stringifyDisclosure(disclosure), maskSource(text, disclosure.corrections).join('\n')];
}

test.each([
  '联系电话：138<b>0013</b>8000。',
  '联系电话：138&nbsp;0013&nbsp;8000。',
  '联系电话：&#49;&#x33;800138000。',
])('masks a number that markup hides: %s', (line) => {
  const [record, view] = publishedWith(line);
  expect(record).not.toMatch(/8000|0013/);
  expect(view).toContain('联系电话：1**********。');
});

test('refuses to publish a masked name that markup hides, until it is masked there', () => {
  const line = `补助${name[0]}<b>${name.slice(1)}</b>，另见${name}。`;
  expect(() => publishedWith(line, yaml)).toThrow('also stands with markup inside it');
  const lines = makeDisclosure(3).text.split('\n');
  const number = lines.findLastIndex((text) => /第四部分/.test(text)) + 2;
  const there = `- {kind: mask, line: ${number}, was: "${name[0]}<b>${name.slice(1)}</b>", now: 某人, why: 受助人姓名}`;
  for (const text of publishedWith(line, `${yaml}\n${there}`)) {
    expect(text).not.toMatch(/令狐|小满/);
    expect(text).toContain('补助某人，另见某人。');
  }
});
