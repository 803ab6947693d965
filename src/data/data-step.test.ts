import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checks } from '../checks/index.ts';
import { t10Cross } from '../checks/t10-cross.ts';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import { addToCell } from '../checks/testing/edit-disclosure.ts';
import { prepareStep } from '../prepare/prepare-step.ts';
import { buildSite } from '../publish/build-site.ts';
import { differingPaths, type Ledger } from '../publish/ledger.ts';
import { listFiles } from '../publish/list-files.ts';
import { stringifyCatalogue } from '../record/catalogue-markdown.ts';
import { stringifyDisclosure } from '../record/stringify-disclosure.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { readSettings, type Settings } from '../settings.ts';
import type { DataPackage } from './data-package.ts';
import { dataStep } from './data-step.ts';
import { packageFaults } from './testing/package-faults.ts';

const info = { name: '某县账本', slug: 'mou-xian' };
let root: string;
let settings: Settings;
let folder: string;
let there: Ledger;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'data-'));
  settings = readSettings({}, root);
  folder = join(settings.dist, 'data');
  there = new Map();
  write('archive.yaml', `name: ${info.name}\nslug: ${info.slug}\n`);
  put(disclosure(1, 'bei-shan-zhen/2024'));
  put(disclosure(2, 'an-qiao-xiang/2024'));
  write(`catalogues/${catalogue.slug}.md`, stringifyCatalogue(catalogue));
});

afterEach(() => rmSync(root, { recursive: true }));

function disclosure(seed: number, id: string): Disclosure {
  return { ...cleanDisclosure(seed), id };
}

function put(content: Disclosure): void {
  write(`disclosures/${content.id}.md`, stringifyDisclosure(content));
}

function write(path: string, text: string): void {
  mkdirSync(join(root, 'content', path, '..'), { recursive: true });
  writeFileSync(join(root, 'content', path), text);
}

/** Builds the open data as a build does: first what is each disclosure's own, then the archive's. */
async function run() {
  const { results, files } = await buildSite(
    settings,
    [prepareStep, dataStep],
    there,
    () => {},
    () => 0,
  );
  there = files;
  return { made: results.map(({ made }) => made), written: results.flatMap(({ written }) => written) };
}

function records(path: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, path)), { bom: true, columns: true, record_delimiter: '\r\n' });
}

const catalogue: Catalogue = {
  edition: '某财综〔2023〕1号',
  slug: 'mou-cai-zong-2023-1',
  title: '某省目录',
  issuer: '某省财政厅',
  issued: '2023-02-01',
  inForce: '2023-02-01',
  repeals: [],
  copies: ['bei-shan-zhen/2024'],
  departments: [
    {
      name: '农业农村厅',
      slug: 'nong-ye-nong-cun-ting',
      line: 10,
      entries: [
        { code: 'A', level: 1, name: '公共服务', parent: '', line: 11 },
        {
          ...{ code: 'A01', level: 2, name: '公共安全服务', parent: 'A' },
          ...{ line: 12, printed: 'B01', copy: 'an-qiao-xiang/2024' },
        },
      ],
    },
  ],
  variants: [],
};

test('every printed amount is one row, in yuan, with the line that it stands in', async () => {
  await run();
  const rows = records('figures.csv');
  const [table] = disclosure(2, 'an-qiao-xiang/2024').tables.filter(({ number }) => number === 3);
  const printed = table?.rows.flatMap(({ line, cells }) =>
    cells.flatMap((cell) =>
      cell !== null && typeof cell === 'object' ? [{ line: String(line), printed: cell.printed }] : [],
    ),
  );
  const found = rows.filter((row) => row.disclosure === 'an-qiao-xiang/2024' && row.table === '3');
  expect(found.map(({ line, printed }) => ({ line, printed }))).toEqual(printed);
  for (const { printed, yuan } of found) {
    expect(Number(yuan)).toBe(Math.round(Number(printed?.replaceAll(',', '')) * 10_000));
  }
});

test('the description gives size, hash, rows and columns of each file as it is', async () => {
  await run();
  const dataPackage: DataPackage = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
  expect(dataPackage.resources.map(({ path }) => path)).toEqual([
    ...['disclosures.csv', 'figures.csv', 'projects.csv', 'project_funds.csv', 'project_texts.csv'],
    ...[
      'indicators.csv',
      'glossary.csv',
      'findings.csv',
      'operands.csv',
      'conversion.csv',
      'corrections.csv',
    ],
    ...['catalogue.csv', 'checks.csv'],
  ]);
  for (const { path, bytes, hash, rows, schema } of dataPackage.resources) {
    const content = readFileSync(join(folder, path));
    expect(content.length).toBe(bytes);
    expect(`sha256:${createHash('sha256').update(content).digest('hex')}`).toBe(hash);
    expect(records(path).length).toBe(rows);
    const [header] = content.toString('utf8').split('\r\n');
    expect(header).toBe(`\ufeff${schema.fields.map(({ name }) => name).join(',')}`);
  }
});

test('the archive’s package and those of its disclosures keep to their own schemas', async () => {
  await run();
  for (const id of ['', 'bei-shan-zhen/2024', 'an-qiao-xiang/2024'])
    expect(packageFaults((path) => readFileSync(join(folder, id, path), 'utf8'))).toEqual([]);
});

test('every finding names a check that is explained', async () => {
  await run();
  const explained = new Map(records('checks.csv').map(({ check, ...rest }) => [check, rest]));
  expect([...explained.keys()]).toEqual(checks.map(({ id }) => id));
  expect(explained.get('t10-cross')).toMatchObject({ sentence: t10Cross.sentence, tables: '[10]' });
  for (const { check } of records('findings.csv')) expect(explained.has(check)).toBe(true);
});

test('a finding that is not simply right has its operands beside it, with lines, columns and yuan', async () => {
  put(addToCell([3, '合计', '基本支出'], 10_000)(disclosure(1, 'bei-shan-zhen/2024')));
  await run();
  const {
    disclosure: id,
    number,
    lines,
  } = records('findings.csv').find(
    ({ check, outcome }) => check === 't3-footing' && outcome === '不符',
  ) as Record<string, string>;
  const operands = records('operands.csv').filter((row) => row.disclosure === id && row.finding === number);
  expect(operands.length).toBeGreaterThan(1);
  expect(operands.map(({ line }) => line).join(' ')).toBe(lines);
  const figures = records('figures.csv').filter((row) => row.disclosure === id && row.table === '3');
  for (const { line, column, printed, yuan } of operands)
    expect(figures).toContainEqual(expect.objectContaining({ line, column, printed, yuan }));
});

test('a code of the catalogue that was put right says what was printed, and where', async () => {
  await run();
  const rows = records('catalogue.csv').map(({ code, printed_code, disclosure, line }) => [
    ...[code, printed_code, disclosure, line],
  ]);
  expect(rows).toEqual([
    ['A', '', 'bei-shan-zhen/2024', '11'],
    ['A01', 'B01', 'an-qiao-xiang/2024', '12'],
  ]);
});

test('the archive’s files hold the rows of the disclosures’ own, and the checksums cover all of them', async () => {
  await run();
  const own = ['an-qiao-xiang/2024', 'bei-shan-zhen/2024'].flatMap((id) => records(`${id}/figures.csv`));
  expect(records('figures.csv')).toEqual(own);
  const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  const files = await listFiles(folder);
  expect([...sums.map((line) => line.slice(66)), 'SHA256SUMS'].sort()).toEqual(files);
  for (const line of sums) {
    const [sum, path] = line.split('  ') as [string, string];
    expect(
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ).toBe(sum);
  }
});

test('a second run writes nothing, and a changed disclosure only its own files and the joined ones', async () => {
  await run();
  expect(await run()).toEqual({
    made: ['2 份，0 份重新生成', expect.stringContaining('无变化')],
    written: [],
  });

  put({
    ...disclosure(1, 'bei-shan-zhen/2024'),
    glossary: [{ term: '结转', definition: '留到下年。', line: 900 }],
  });
  const before = there;
  expect((await run()).made[0]).toBe('2 份，1 份重新生成');
  const changed = differingPaths(before, there);
  expect(changed.filter((path) => path.includes('an-qiao'))).toEqual([]);
  expect(changed).toContain('data/glossary.csv');
  expect(changed).toContain('units/bei-shan-zhen/2024/disclosure.md');
  expect(changed).not.toContain('data/figures.csv');
});

test.each(['figures.csv', 'datapackage.json'])('a %s that is missing is made again', async (name) => {
  await run();
  const path = join(folder, 'an-qiao-xiang/2024', name);
  const whole = readFileSync(path);
  rmSync(path);
  there = new Map([...there].filter(([known]) => known !== `data/an-qiao-xiang/2024/${name}`));
  expect((await run()).made[0]).toBe('2 份，0 份重新生成，1 份取自缓存');
  expect(readFileSync(path).equals(whole)).toBe(true);
});

test('a disclosure that left takes its rows with it', async () => {
  await run();
  rmSync(join(root, 'content/disclosures/an-qiao-xiang/2024.md'));
  expect((await run()).made[0]).toBe('1 份，0 份重新生成');
  expect(new Set(records('figures.csv').map((row) => row.disclosure))).toEqual(
    new Set(['bei-shan-zhen/2024']),
  );
  expect([...there.keys()].filter((path) => path.includes('an-qiao'))).toEqual([]);
});

test('a disclosure that comes between others leaves the joined files as if joined from nothing', async () => {
  await run();
  put(disclosure(3, 'bai-shi-zhen/2024'));
  put(disclosure(4, 'an-qiao-xiang/2024'));
  await run();
  const files = ['figures.csv', 'projects.csv', 'findings.csv', 'SHA256SUMS', 'datapackage.json'];
  const joined = files.map((name) => readFileSync(join(folder, name), 'utf8'));
  rmSync(settings.dist, { recursive: true });
  rmSync(settings.cache, { recursive: true });
  there = new Map();
  await run();
  expect(files.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(joined);
});
