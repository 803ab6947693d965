import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { cleanDisclosure } from '../src/checks/testing/clean-disclosure.ts';
import { joinDocument, printDocument } from '../src/ingest/testing/print-document.ts';

// Commands start anew.
vi.setConfig({ testTimeout: 180_000 });

test('a mask that lies in the wrong place is no success', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ingest-'));
  const text = joinDocument(printDocument(cleanDisclosure(7)));
  await mkdir(join(folder, 'content/corrections/yun-xi-xian-tu-shu-guan'), { recursive: true });
  await writeFile(join(folder, 'new.txt'), text);
  await writeFile(
    join(folder, 'content/corrections/yun-xi-xian-tu-shu-guan/2031.yml'),
    '- {kind: mask, everywhere: true, was: 图书, why: 姓名}\n',
  );
  for (const script of ['ingest', 'publish']) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [`scripts/${script}.ts`, join(folder, 'new.txt')],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          ...{ CONTENT: join(folder, 'content'), CACHE: join(folder, 'cache'), DIST: join(folder, 'dist') },
          ...{ NODE_ENV: 'production', VITEST: '' },
        },
      },
    );
    expect([status, stdout, stderr]).toEqual([
      1,
      expect.stringMatching(/^✓ /),
      expect.stringContaining(
        '✗ corrections/yun-xi-xian-tu-shu-guan/2031.yml：不属于档案中的任何公开文本，其中的遮盖没有生效；应为 corrections/yun-xi-xian-tu-shu-guan/2031.yaml？',
      ),
    ]);
  }
  expect(existsSync(join(folder, 'dist'))).toBe(false);
});

test('a dry run reads the file that is given, before or behind the option, and writes nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ingest-'));
  const file = join(folder, 'new.txt');
  await writeFile(file, joinDocument(printDocument(cleanDisclosure(7))));
  const content = join(folder, 'content');
  const ingest = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/ingest.ts', ...args], {
      encoding: 'utf8',
      env: { ...process.env, CONTENT: content, CACHE: join(folder, 'cache') },
    });
  for (const args of [
    ['--dry-run', file],
    [file, '--dry-run'],
    ['--dry-run', '--', file],
  ]) {
    const { status, stdout } = ingest(...args);
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^✓ 云溪县图书馆 2031年.*\n（试运行，未写入）\n$/),
    ]);
  }
  expect(existsSync(content)).toBe(false);
  const { status, stderr } = ingest('--dryrun', file);
  expect([status, stderr]).toEqual([1, '没有 --dryrun 这个选项；有哪些选项，见 --help。\n']);
});
