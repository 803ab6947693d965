import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readArchiveInfo, writePublished } from './archive-info.ts';

const day = { published: '2026-03-01', contents: 'ab12' };

async function contentWith(archive: string | Uint8Array): Promise<string> {
  const content = await mkdtemp(join(tmpdir(), 'archive-info-'));
  await writeFile(join(content, 'archive.yaml'), archive);
  return content;
}

test('says what the publisher wrote; what is not written has its default', async () => {
  const content = await contentWith('# 我们\nname: 临水县财政局\nslug: lin-shui\n');
  expect(await readArchiveInfo(content)).toEqual({ name: '临水县财政局', slug: 'lin-shui' });
  expect(await readArchiveInfo(await contentWith(''))).toEqual({ name: '明账', slug: 'mingzhang' });
  expect(await readArchiveInfo(join(content, 'nowhere'))).toEqual({ name: '明账', slug: 'mingzhang' });
});

test.each([
  ['a quote that is not closed', 'name: "临水县\nslug: lin\npublished: 2026-03-01\n', ':1：引号没有成对'],
  ['a tab', 'name: 临水县\n\tslug: lin\n', ':2：不能用制表符缩进'],
  ['an item that is there twice', 'name: 临水县\nslug: lin\nname: 临水\n', ':3：同一项写了两次'],
  ['a colon in the name', 'slug: lin\nname: 临水县: 预算\n', ':2：文字里有冒号和空格，要放在引号里'],
  ['a tag, which would swallow a word', 'name: !tag 临水县\n', ':1：以 ! 开头的文字要放在引号里'],
  ['an alias of nothing', 'name: *临水县\n', ':1：以 * 开头的文字要放在引号里'],
  ['two documents', 'name: 临水县\n---\nslug: lin\n', ':2：只能有一份内容'],
  ['a number', 'slug: lin\nname: 2024\n', ':2：「name」应为文字（数字要放在引号里）'],
  ['a name of blanks', 'name: "  "\n', ':1：「name」不能为空'],
  ['a name over two lines', 'slug: lin\nname: |\n  临水县\n  预算\n', ':2：「name」应在一行之内'],
  ['an unknown item', 'name: 临水县\ntitle: 临水\n', ':2：没有「title」这一项'],
  ['a slug in Chinese', 'slug: 临水\n', ':1：「slug」应为小写字母、数字和连字符'],
  ['no day', 'published: 2026-02-30\n', ':1：「published」应为日期，如 2026-03-01'],
  ['a list', '- 临水县\n', ':1：应为「名称: 内容」'],
  ['another encoding', iconv.encode('name: 临水县\n', 'gb18030'), '：应为 UTF-8 编码的文本'],
])('%s is an error with file and line, and nothing is written', async (_, archive, message) => {
  const content = await contentWith(archive);
  const expected = join(content, 'archive.yaml') + message;
  await expect(readArchiveInfo(content)).rejects.toThrow(expected);
  await expect(writePublished(content, day)).rejects.toThrow(expected);
  expect(await readFile(join(content, 'archive.yaml'))).toEqual(Buffer.from(archive));
});

test('a file that is there and cannot be read is an error, not an archive of defaults', async () => {
  const content = await mkdtemp(join(tmpdir(), 'archive-info-'));
  await mkdir(join(content, 'archive.yaml'));
  await expect(readArchiveInfo(content)).rejects.toThrow('archive.yaml：无法读取（EISDIR）');
});

test('the day of a publication is noted beside what the publisher wrote, comments included', async () => {
  const content = await contentWith('# 我们\nname: 临水县 # 全称\npublished: 2025-01-31\n');
  const takeBack = await writePublished(content, day);
  const read = () => readFile(join(content, 'archive.yaml'), 'utf8');
  expect(await read()).toBe('# 我们\nname: 临水县 # 全称\npublished: 2026-03-01\ncontents: ab12\n');
  await takeBack();
  expect(await read()).toBe('# 我们\nname: 临水县 # 全称\npublished: 2025-01-31\n');
  const empty = await contentWith('');
  await writePublished(empty, day);
  expect(await readArchiveInfo(empty)).toMatchObject(day);
});
