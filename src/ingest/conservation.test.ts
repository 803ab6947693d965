import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { conservationOf } from './conservation.ts';
import { decodeSource } from './decode-source.ts';
import { parseDocument } from './parse-document.ts';
import { cleanLines } from './text/clean-lines.ts';
import { splitLines } from './text/split-lines.ts';

const root = join(import.meta.dirname, '../..');
/** Texts of other bodies, kept beside the repository and not in it. */
const beside = join(root, '../shared/disclosures');

function textsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .map((file) => join(folder, file));
}

const texts = [
  ...textsBelow(join(root, 'content/sources')),
  ...(existsSync(beside) ? textsBelow(beside) : []),
];

test('says which texts are at hand', () => {
  const message = existsSync(beside)
    ? `${texts.length} texts, those in ../shared/disclosures among them`
    : `${texts.length} texts; ../shared/disclosures is not there, so only the sample archive was tested`;
  console.info(message);
  expect(texts.length, message).toBeGreaterThanOrEqual(3);
});

test('figures in full-width digits are counted like others', () => {
  const input = readFileSync(join(import.meta.dirname, 'fixtures/code-in-three-columns/input.txt'), 'utf8');
  const wide = input.replace(/\d+\.\d\d/g, (figure) =>
    figure.replace(/[\d.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  );
  const [narrow, widened] = [input, wide].map((text) => {
    const { disclosure } = parseDocument(text, { file: 't', sha256: '0'.repeat(64), encoding: 'utf-8' });
    const { printed, lost, undecided } = conservationOf(disclosure, text);
    return { printed: printed.length, lost, undecided };
  });
  expect(widened).toEqual(narrow);
  expect(narrow?.printed).toBe(19);
});

test('rates beside the amounts are none, and the amounts of last year are some', () => {
  const text = `云溪县图书馆
2031年度单位预算公开

第二部分 2031年单位预算报表

2031年预算支出总表

单位：万元

科目编码	科目名称	上年预算数	2031年预算数			增减%
			合计	基本支出	项目支出	
合计		80.00	95.00	60.00	35.00	18.75
207	文化旅游体育与传媒支出	80.00	95.00	60.00	35.00	18.75
`;
  const { disclosure } = parseDocument(text, { file: 't', sha256: '0'.repeat(64), encoding: 'utf-8' });
  const { printed, read, lost, invented } = conservationOf(disclosure, text);
  expect({ printed: printed.length, read, lost, invented }).toEqual({
    printed: 8,
    read: 8,
    lost: [],
    invented: [],
  });
});

describe.each(texts.map((path) => [path.slice(root.length + 1), path]))('%s', (_, path) => {
  const { text, encoding } = decodeSource(readFileSync(path));
  const { disclosure, catalogue, dropped } = parseDocument(text, {
    file: 'text.txt',
    sha256: '0'.repeat(64),
    encoding,
  });
  const lines = splitLines(text);

  test('every money token of a table line is in exactly one figure', () => {
    const { printed, lost, invented } = conservationOf(disclosure, text);
    expect(printed.length).toBeGreaterThan(100);
    expect(lost).toEqual([]);
    expect(invented).toEqual([]);
  });

  test('every figure stands, as printed, in its line of the source', () => {
    for (const table of disclosure.tables) {
      for (const { line, cells } of table.rows) {
        const raw = lines[line - 1]?.text ?? '';
        for (const cell of cells) {
          if (cell !== null && typeof cell === 'object') expect(raw, `line ${line}`).toContain(cell.printed);
        }
      }
    }
  });

  test('every catalogue code is in the catalogue once for each time it is printed', () => {
    const { first, last } = disclosure.catalogue;
    const printed = lines
      .slice(first - 1, last)
      .filter(({ text: raw }) => /^[AB](?:\d{2}){0,3}\t/.test(raw)).length;
    const entries = catalogue?.departments.flatMap((department) => department.entries) ?? [];
    // Codes that lost their letter or a digit are entries too, so there may be more.
    expect(entries.length).toBeGreaterThanOrEqual(printed);
    expect(entries.length - printed).toBeLessThan(20);
    expect(new Set(entries.map(({ line }) => line)).size).toBe(entries.length);
  });

  test('what is left out of the text is page furniture, each line with its reason', () => {
    const kept = new Set(dropped.map(({ line }) => line));
    expect(dropped.every(({ reason }) => ['水印', '目录', '页码', '分隔线'].includes(reason))).toBe(true);
    const cleaned = cleanLines(lines).lines;
    const vanished = cleaned.filter(
      ({ text: clean, line }) =>
        clean === '' && !kept.has(line) && !/^[\s\f\u3000\u200b]*$/.test(lines[line - 1]?.text ?? ''),
    );
    expect(vanished).toEqual([]);
  });

  test('every line of running text is in a section, a table, a form, the catalogue or the glossary', () => {
    expect(unclaimed(disclosure, cleanLines(lines).lines)).toEqual([]);
  });
});

/** Lines with text that no part of the record stands for. The cover is the identity. */
function unclaimed(
  disclosure: ReturnType<typeof parseDocument>['disclosure'],
  lines: { text: string; line: number }[],
): string[] {
  const said = [
    disclosure.unit.name,
    ...disclosure.sections.flatMap(({ title, blocks }) => [
      title,
      ...blocks.map((block) =>
        block.kind === 'picture' ? block.caption : block.kind === 'table' ? '' : block.text,
      ),
    ]),
    ...disclosure.tables.flatMap(({ title, notes }) => [title, ...notes.map((note) => note.text)]),
    ...disclosure.glossary.flatMap(({ term, definition }) => [term, definition]),
  ]
    .join('\n')
    .replace(/[\s*#]+/g, '');
  const { first, last } = disclosure.catalogue;
  const sheets = disclosure.projects.flatMap((project) => project.sheets);
  return lines.flatMap(({ text, line }) => {
    if (text.trim() === '' || text.includes('\t') || (line >= first && line <= last)) return [];
    if (sheets.some((sheet) => line >= sheet.first - 8 && line <= sheet.last)) return [];
    const bare = text.replace(/^#+\s*|^- /, '').replace(/[\s*#]+/g, '');
    const core = bare.replace(/^[一二三四五六七八九十]+、/, '').replace(/^第.部分/, '');
    if (/^单位(?:名称)?[:：]|公开表\d+$|^\d{4}年度(?:单位|部门)预算公开$|名词解释$/.test(bare)) return [];
    if (/^(?:概况|\d{4}年度?(?:单位|部门)预算(?:报表|情况说明))$/.test(core)) return [];
    const parts = core.split(/[：:]/).map((part) => part.slice(0, 12));
    return parts.every((part) => said.includes(part)) ? [] : [`${line}: ${bare.slice(0, 30)}`];
  });
}
