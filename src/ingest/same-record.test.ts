import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Random } from '../checks/testing/random.ts';
import { parseDocument } from './parse-document.ts';

/** What a conversion or a printer may do to a text without a word of it being changed. */
type Variant = (lines: string[], random: Random) => string[];

const isRow = (line: string | undefined) => line?.includes('\t') ?? false;
const html = (line: string) =>
  `<tr>${line.replace(/[^\t]*(?:\t|$)/g, (cell) => `<td>${cell.trim()}</td>`)}</tr>`;

/** Puts `pieces` behind blank lines here and there. */
const between =
  (...pieces: ((turn: number) => string)[]): Variant =>
  (lines, random) => {
    let turn = 0;
    return lines.flatMap((line) =>
      line !== '' || random.int(1, 10) > 1
        ? [line]
        : ['', (pieces[turn % pieces.length] ?? String)(++turn), ''],
    );
  };

const variants: Record<string, Variant> = {
  'page numbers': between(
    (n) => `- ${n} -`,
    (n) => `第 ${n} 页 共 99 页`,
    String,
  ),
  'marks between pages': between(
    () => '---',
    (n) => `{${n}}----------------`,
    () => '\f',
  ),
  pictures: between((n) => `![](images/${n}.jpg)`),
  'a watermark': (lines, random) =>
    lines.flatMap((line) => (random.int(1, 40) > 1 ? [line] : ['内部资料注意保存', line])),
  'a running header': (lines, random) => {
    const name = lines.find((line) => /^\p{Script=Han}+(?:中心|局)$/u.test(line));
    const year = lines.find((line) => /^20\d\d年度单位预算公开$/.test(line));
    const header = `${name}${year}`;
    return between(() => header)(lines, random);
  },
  'tables over two pages': (lines, random) =>
    lines.flatMap((line, at) =>
      isRow(line) && isRow(lines[at - 1]) && random.int(1, 20) === 1 ? ['', line] : [line],
    ),
  'no blanks at the ends of rows': (lines) =>
    lines.map((line) => line.replace(/\t+$/, isRow(line) ? '' : '$&')),
  'thousands parted': (lines) =>
    lines.map((line) => (isRow(line) ? line.replace(/\d(?=(?:\d{3})+\.\d\d(?:\t|$))/g, '$&,') : line)),
  'cells parted by pipes': (lines) =>
    lines.map((line) => (isRow(line) ? `| ${line.replaceAll('\t', ' | ')} |` : line)),
  'tables as HTML': (lines) => lines.map((line) => (isRow(line) ? html(line) : line)),
  'tables as HTML on one line': (lines) => {
    const joined = lines.map((line) => (isRow(line) ? `\u0001${html(line)}\u0002` : line)).join('\n');
    return joined
      .replaceAll('\u0002\n\u0001', '')
      .replaceAll('\u0001', '<table>')
      .replaceAll('\u0002', '</table>')
      .split('\n');
  },
  'cells of forms in each column that they span': (lines) =>
    lines.map((line) => {
      if (!/^(?:项目名称|项目概况|立项依据|项目设立必要性|项目实施计划)\t\t?\S/.test(line)) return line;
      const [label = '', ...cells] = line.split('\t');
      let above = cells.find((cell) => cell !== '') ?? '';
      return [label, ...cells.map((cell) => (above = cell || above))].join('\t');
    }),
  'headings without marks': (lines) => lines.map((line) => line.replace(/^#+ /, '')),
  'bold headings': (lines) => lines.map((line) => line.replace(/^#+ (.*)$/, '**$1**')),
  'other ends of lines': (lines) => lines.map((line) => `${line}\r`),
  'other blanks': (lines) => lines.map((line) => line.replaceAll(' ', '\u00a0')),
  'blanks at the ends of lines': (lines) => lines.map((line) => `${line}  `),
  'more blank lines': (lines) => lines.flatMap((line) => (line === '' ? ['', ''] : [line])),
  'no blank lines': (lines) => lines.filter((line) => line !== ''),
  'no contents': (lines) => lines.filter((line) => !/\.{4}/.test(line)),
};

const folder = 'content/sources';
const texts = readdirSync(folder).flatMap((unit) =>
  readdirSync(join(folder, unit)).map((name) => join(folder, unit, name)),
);

/** What a text says, without where it says it. */
function said(text: string): unknown {
  const source = { file: 'a.txt', sha256: '0'.repeat(64), encoding: 'utf-8' };
  const { disclosure, catalogue } = parseDocument(text, source);
  return plain({ ...disclosure, source: null, findings: null, catalogue });
}

const places = new Set(['line', 'lines', 'first', 'last', 'sheets', 'breaks', 'findings']);

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'string') return value.replaceAll(/[\s,]/g, '');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (places.has(key) ? [] : [[key, plain(inner)]])),
  );
}

const changedBy = (name: string, text: string) =>
  variants[name]?.(text.split('\n'), new Random(7)).join('\n') ?? '';

describe.each(texts)('%s', (path) => {
  const text = readFileSync(path, 'utf8');
  const expected = said(text);
  test.each(Object.keys(variants))('with %s says the same', (name) => {
    expect(said(changedBy(name, text))).toEqual(expected);
  });
});

test.each(Object.keys(variants))('%s: a text is changed by it', (name) => {
  const read = texts.map((path) => readFileSync(path, 'utf8'));
  expect(read.some((text) => changedBy(name, text) !== text)).toBe(true);
});
