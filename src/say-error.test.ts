import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cac } from 'cac';
import { expect, onTestFinished, test } from 'vitest';
import { Advice } from './advice.ts';
import { atPath, sayError } from './say-error.ts';

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return expect.fail('nothing was thrown');
}

function somewhere(): string {
  const root = mkdtempSync(join(tmpdir(), 'say-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  return root;
}

test('an error of the file system says which path, and what to do', () => {
  const root = somewhere();
  expect(sayError(thrownBy(() => readFileSync(join(root, 'none.txt'))))).toBe(
    `找不到 ${root}/none.txt；请检查路径，它也可能刚被移走。（ENOENT）`,
  );
  writeFileSync(join(root, 'file'), '');
  expect(sayError(thrownBy(() => readFileSync(join(root, 'file/below'))))).toContain(
    `${root}/file/below 的上一级不是文件夹`,
  );
});

test('it says so too where the error comes from a thread, which keeps its words alone', () => {
  const error = structuredClone(thrownBy(() => readFileSync('/none.txt')));
  expect(error).not.toHaveProperty('path');
  expect(sayError(error)).toContain('找不到 /none.txt；');
  expect(sayError(new Error("EACCES: permission denied, open '/a, b.txt'"))).toBe(
    '没有权限读写 /a, b.txt；请检查它和所在文件夹的权限。（EACCES）',
  );
  expect(sayError(new Error("EROFS: read-only file system, rename '/a.1' -> '/a'"))).toContain(
    ' /a.1 所在的磁盘是只读的',
  );
});

test('a full disk does not tell the file; who writes it does', async () => {
  const full = () => new Error('ENOSPC: no space left on device, write');
  expect(sayError(full())).toBe('磁盘空间不足，写不下站点、缓存或档案；请腾出空间后再运行。（ENOSPC）');
  const told = '磁盘空间不足，写不下 /site/a.html；请腾出空间后再运行。（ENOSPC）';
  const write = () => {
    throw full();
  };
  expect(sayError(thrownBy(() => atPath('/site/a.html', write)))).toBe(told);
  const later = await atPath('/site/a.html', () => Promise.reject(full())).catch((error) => error);
  expect(sayError(later)).toBe(told);
  expect(await atPath('/site/a.html', async () => 'written')).toBe('written');
});

test('advice and what we throw ourselves are said as they are, a fault of the program with its place', () => {
  expect(sayError(new Advice('BASE 应为路径'))).toBe('BASE 应为路径');
  expect(sayError(new Error('Links that lead nowhere (1)'))).toBe('Links that lead nowhere (1)');
  expect(sayError(thrownBy(() => (undefined as unknown as string).length))).toContain('say-error.test.ts');
});

test('an option that a command does not have is named', () => {
  const cli = cac();
  cli.command('[...paths]').action(() => {});
  expect(sayError(thrownBy(() => cli.parse(['node', 'x.ts', '--nope'])))).toBe(
    '没有 --nope 这个选项；有哪些选项，见 --help。',
  );
});
