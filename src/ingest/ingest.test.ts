import { resolve } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import { parseDisclosureMarkdown } from '../record/parse-disclosure-markdown.ts';
import { formatOutcome } from './format-outcome.ts';
import { ingest } from './ingest.ts';
import { memoryFiles } from './testing/memory-files.ts';
import { joinDocument, printDocument } from './testing/print-document.ts';

const settings = { content: '/archive' };
const clean = joinDocument(printDocument(cleanDisclosure(7)));
const id = 'yun-xi-xian-tu-shu-guan/2031';

function markdown(effects: { files: Map<string, Uint8Array> }): string {
  return Buffer.from(effects.files.get(`/archive/disclosures/${id}.md`) ?? '').toString('utf8');
}

test('publishes a text: the source untouched, the record beside it', async () => {
  const effects = memoryFiles({ '/in/a.txt': clean });
  const [outcome] = await ingest(['/in/a.txt'], settings, {}, effects);
  expect(outcome).toMatchObject({ published: true, change: 'new' });
  expect(effects.writes).toEqual([`/archive/sources/${id}.txt`, `/archive/disclosures/${id}.md`]);
  expect(Buffer.from(effects.files.get(`/archive/sources/${id}.txt`) ?? '').toString('utf8')).toBe(clean);
  expect(parseDisclosureMarkdown(markdown(effects)).source.file).toBe('a.txt');
});

test('changes nothing when it runs again, over the same file or over the archive', async () => {
  const effects = memoryFiles({ '/in/a.txt': clean });
  await ingest(['/in/a.txt'], settings, {}, effects);
  effects.writes.length = 0;
  const again = [
    ...(await ingest(['/in'], settings, {}, effects)),
    ...(await ingest([], settings, {}, effects)),
  ];
  expect(again.map((outcome) => outcome.published && outcome.change)).toEqual(['unchanged', 'unchanged']);
  expect(effects.writes).toEqual([]);
});

test('makes a record that was damaged again, with its text as it lies beside it', async () => {
  const effects = memoryFiles({ '/in/a.txt': clean });
  await ingest(['/in/a.txt'], settings, {}, effects);
  const before = markdown(effects).replace('file: a.txt', 'file: 2031.txt');
  effects.files.set(`/archive/disclosures/${id}.md`, Buffer.from('<<<<<<< HEAD\n'));
  effects.writes.length = 0;
  await ingest([], settings, {}, effects);
  expect(effects.writes).toEqual([`/archive/disclosures/${id}.md`]);
  expect(markdown(effects)).toBe(before);
});

test('keeps the earlier text of the same unit and year, and says so', async () => {
  const later = clean.replace('与上年持平。', '比上年略有增加。');
  const effects = memoryFiles({ '/in/a.txt': clean, '/in/b.txt': later });
  const outcomes = await ingest(['/in/a.txt', '/in/b.txt'], settings, {}, effects);
  expect(outcomes[1]).toMatchObject({ published: true, change: 'updated', earlier: `sources/${id}.1.txt` });
  expect(formatOutcome(outcomes[1] as (typeof outcomes)[number])).toContain(
    `原文本留存为 sources/${id}.1.txt`,
  );
  expect(Buffer.from(effects.files.get(`/archive/sources/${id}.1.txt`) ?? '').toString('utf8')).toBe(clean);
  expect(markdown(effects)).toContain('比上年略有增加。');
  // The archive is read as published: texts kept as history are no input.
  effects.writes.length = 0;
  await ingest([], settings, {}, effects);
  expect(effects.writes).toEqual([]);
});

describe('publications of one body and year', () => {
  const department = clean.replaceAll('单位预算', '部门预算');
  const slugs = ['yun-xi-xian-tu-shu-guan', 'yun-xi-xian-tu-shu-guan-bu-men'];

  test('a budget of the unit and one of its department stand side by side', async () => {
    const effects = memoryFiles({ '/in/a.txt': clean, '/in/b.txt': department });
    const outcomes = await ingest(['/in'], settings, {}, effects);
    expect(outcomes).toMatchObject([
      { change: 'new', id: `${slugs[0]}/2031` },
      { change: 'new', id: `${slugs[1]}/2031` },
    ]);
    for (const slug of slugs) expect(effects.files.has(`/archive/disclosures/${slug}/2031.md`)).toBe(true);
  });

  const misplaced = { [`/archive/sources/${id}.txt`]: department, [`/archive/disclosures/${id}.md`]: '' };

  test('a text that was read as another kind before moves to its address', async () => {
    const effects = memoryFiles({ '/in/a.txt': department });
    await ingest(['/in/a.txt'], settings, {}, effects);
    const record = effects.files.get(`/archive/disclosures/${slugs[1]}/2031.md`) ?? '';
    const archive = memoryFiles({ ...misplaced, [`/archive/disclosures/${id}.md`]: record });
    expect(await ingest([], settings, {}, archive)).toMatchObject([
      { id: `${slugs[1]}/2031`, change: 'new' },
    ]);
    expect(
      [...archive.files.keys()].filter((path) => /(?:sources|disclosures)\//.test(path)).toSorted(),
    ).toEqual([`/archive/disclosures/${slugs[1]}/2031.md`, `/archive/sources/${slugs[1]}/2031.txt`]);
  });

  test('a text with corrections stays where it is until they are moved', async () => {
    const archive = memoryFiles({ ...misplaced, [`/archive/corrections/${id}.yaml`]: '[]' });
    expect((await ingest([], settings, {}, archive)).map(formatOutcome)).toEqual([
      expect.stringMatching(/更正仍在 corrections\/yun-xi-xian-tu-shu-guan\/2031\.yaml；请移到/),
    ]);
    expect(archive.writes).toEqual([]);
  });
});

test('lists what else lies in a folder as not published', async () => {
  const effects = memoryFiles({ '/in/a.txt': clean, '/in/scan.pdf': '%PDF-1.7\n' });
  const outcomes = await ingest(['/in'], settings, {}, effects);
  expect(outcomes.map(formatOutcome)).toEqual([
    expect.stringMatching(/^✓ /),
    '✗ /in/scan.pdf：这是PDF 文件，应为文字识别后的纯文本',
  ]);
});

test('publishes the others when one is refused', async () => {
  const effects = memoryFiles({ '/in/a.txt': clean, '/in/b.txt': '' });
  const outcomes = await ingest(['/in'], settings, {}, effects);
  expect(outcomes.map(({ published }) => published)).toEqual([true, false]);
});

test('reads GB18030 and UTF-16 as the same disclosure', async () => {
  const records = new Set<string>();
  for (const bytes of [
    Buffer.from(clean),
    Buffer.from(`\uFEFF${clean}`),
    Buffer.from(clean.replaceAll('\n', '\r\n')),
    iconv.encode(clean, 'gb18030'),
    iconv.encode(clean, 'utf-16le'),
    iconv.encode(clean, 'utf-16le', { addBOM: true }),
    iconv.encode(clean, 'utf-16be', { addBOM: true }),
  ]) {
    const effects = memoryFiles({ '/in/a.txt': bytes });
    await ingest(['/in/a.txt'], settings, {}, effects);
    const { source, ...record } = parseDisclosureMarkdown(markdown(effects));
    records.add(JSON.stringify(record));
  }
  expect(records.size).toBe(1);
});

test('applies corrections, and refuses one that no longer matches', async () => {
  const wrong = clean.replace('图书馆', '图书棺').replace('与上年持平', '与去年持平');
  const line = wrong.split('\n').findIndex((text) => text.includes('与去年持平')) + 1;
  const correction = (was: string) =>
    `- kind: misreading\n  line: ${line}\n  was: ${was}\n  now: 与上年持平\n  why: 误识\n`;
  const good = memoryFiles({
    '/in/a.txt': wrong,
    [`/archive/corrections/${id}.yaml`]: correction('与去年持平'),
  });
  await ingest(['/in/a.txt'], settings, {}, good);
  expect(markdown(good)).toContain('与上年持平。');
  const stale = memoryFiles({
    '/in/a.txt': wrong,
    [`/archive/corrections/${id}.yaml`]: correction('没有这句'),
  });
  const [outcome] = await ingest(['/in/a.txt'], settings, {}, stale);
  expect(formatOutcome(outcome as NonNullable<typeof outcome>)).toBe(
    `✗ /in/a.txt：corrections/${id}.yaml：原文第 ${line} 行应有「没有这句」，实为「${wrong.split('\n')[line - 1]}」`,
  );
  expect(stale.writes).toEqual([]);
});

describe('bad input gets one line and leaves the archive as it was', () => {
  const rows = clean.split('\n');
  const cases: [string, string | Uint8Array, RegExp][] = [
    ['an empty file', '', /bad\.txt：文件是空的/],
    ['only blanks', ' \n\n', /文件是空的/],
    ['a PDF', '%PDF-1.7\n', /PDF/],
    ['an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), /PNG/],
    ['more than 50 MB', new Uint8Array(51 * 1024 * 1024).fill(97), /应不超过 50 MB/],
    [
      'bytes in no encoding',
      Buffer.concat([Buffer.from('甲\n乙\n'), Buffer.of(0xff, 0xfe, 0x80, 0x81)]),
      /bad\.txt:3：.*UTF-8/,
    ],
    ['no unit', clean.replaceAll('云溪县图书馆', ''), /未找到单位名称/],
    ['no year', clean.replace(/20\d\d年?度?/g, ''), /未找到年度/],
    [
      'a script in a cell',
      clean.replace('住房公积金', '<script>x</script>'),
      /bad\.txt:\d+：发现网页代码「<script>」/,
    ],
    ['markup in a cell', clean.replace('住房公积金', '<img src=x onerror=y>'), /发现网页代码/],
    [
      'a table cut in the middle',
      rows
        .slice(
          0,
          rows.findIndex((row) => row.startsWith('207')),
        )
        .join('\n'),
      /bad\.txt:\d+：文本在「.*」中间断开/,
    ],
  ];
  test.each(cases)('%s', async (_, content, message) => {
    const effects = memoryFiles({ '/in/bad.txt': content });
    const outcomes = await ingest(['/in/bad.txt'], settings, {}, effects);
    expect(outcomes).toHaveLength(1);
    expect(formatOutcome(outcomes[0] as (typeof outcomes)[number])).toMatch(message);
    expect(formatOutcome(outcomes[0] as (typeof outcomes)[number])).not.toContain('\n');
    expect(effects.writes).toEqual([]);
  });

  test('a file that cannot be read, while the others are published', async () => {
    const effects = memoryFiles({ '/in/a.txt': clean, '/in/locked.txt': clean });
    const { read } = effects;
    effects.read = async (path) => {
      if (path.includes('locked')) throw new Error(`EACCES: permission denied, open '${path}'`);
      return read(path);
    };
    for (const folders of [settings, { ...settings, cache: '/cache' }]) {
      const outcomes = await ingest(['/in'], folders, {}, effects);
      expect(outcomes.map(({ published }) => published)).toEqual([true, false]);
      expect(formatOutcome(outcomes[1] as (typeof outcomes)[number])).toBe(
        '✗ /in/locked.txt：没有权限读写 /in/locked.txt；请检查它和所在文件夹的权限。（EACCES）',
      );
    }
  });

  test('a folder that cannot be read, while what lies beside it is published', async () => {
    const effects = memoryFiles({ '/in/a.txt': clean });
    const { list } = effects;
    effects.list = async (path, onError) => {
      onError?.(new Error(`EACCES: permission denied, scandir '${path}/locked'`), `${path}/locked`);
      return list(path);
    };
    const outcomes = await ingest(['/in'], settings, {}, effects);
    expect(outcomes.map(formatOutcome)).toEqual([
      '✗ /in/locked：没有权限读写 /in/locked；请检查它和所在文件夹的权限。（EACCES）',
      expect.stringMatching(/^✓ /),
    ]);
  });

  test('a relative path that is not there, with the place where it was looked for', async () => {
    const [outcome] = await ingest(['none.txt'], settings, {}, memoryFiles({}));
    expect(formatOutcome(outcome as NonNullable<typeof outcome>)).toBe(
      `✗ none.txt：路径不存在（${resolve('none.txt')}），应为文件或文件夹`,
    );
  });

  test('a path that is not there', async () => {
    const [outcome] = await ingest(['/in/none.txt'], settings, {}, memoryFiles({}));
    expect(formatOutcome(outcome as NonNullable<typeof outcome>)).toBe(
      '✗ /in/none.txt：路径不存在，应为文件或文件夹',
    );
  });
});

test('warns on the command line where the amounts of the tables were not read', async () => {
  const bare = clean.replaceAll(/\t+/g, ' ');
  const effects = memoryFiles({ '/in/a.txt': bare });
  const [outcome] = await ingest(['/in/a.txt'], settings, {}, effects);
  expect(formatOutcome(outcome as NonNullable<typeof outcome>)).toMatch(/^⚠ .*表内金额全未读出（\d+ 个）/);
});
