import { expect, test } from 'vitest';
import { memoryFiles } from '../testing/memory-files.ts';
import { formatStray, strayCorrections } from './stray-corrections.ts';

const mask = '- {kind: mask, everywhere: true, was: 王小明, why: 姓名}\n';
const misreading = '- {kind: misreading, line: 1, was: 甲, now: 乙, why: 误认}\n';
const archive = {
  '/a/disclosures/liu-lin-xian-she-bao-zhong-xin/2023.md': '',
  '/a/disclosures/liu-lin-xian-she-bao-zhong-xin/2024.md': '',
  '/a/disclosures/jin-cheng-shi-tu-shu-guan/2024.md': '',
  '/a/catalogues/jin-cai-zong-2023-43.md': '',
};

async function straysOf(files: Record<string, string | Uint8Array>, taken: string[] = []) {
  return strayCorrections('/a', memoryFiles({ ...archive, ...files }), taken);
}

test('corrections of a publication or of an edition are in their place, and so are notes beside them', async () => {
  expect(
    await straysOf({
      '/a/corrections/liu-lin-xian-she-bao-zhong-xin/2024.yaml': mask,
      '/a/corrections/catalogues/jin-cai-zong-2023-43.yaml': misreading,
      '/a/corrections/README.md': 'kind: mask',
    }),
  ).toEqual([]);
});

test.each([
  ['another ending', 'liu-lin-xian-she-bao-zhong-xin/2024.yml'],
  ['an ending of an editor', 'liu-lin-xian-she-bao-zhong-xin/2024.yaml.txt'],
  ['the name instead of its address', '柳林县社保中心/2024.yaml'],
  ['a short name', 'liulin/2024.yaml'],
  ['a slip', 'liu-lin-xian-she-bao-zhong-xing/2024.yaml'],
  ['no folder', 'liu-lin-xian-she-bao-zhong-xin-2024.yaml'],
])('%s leads nowhere, and where it leads is said', async (_, file) => {
  const strays = await straysOf({ [`/a/corrections/${file}`]: mask });
  expect(strays).toEqual([
    {
      path: `corrections/${file}`,
      masks: true,
      expected: 'corrections/liu-lin-xian-she-bao-zhong-xin/2024.yaml',
    },
  ]);
  expect(strays.map(formatStray)).toEqual([
    `✗ corrections/${file}：不属于档案中的任何公开文本，其中的遮盖没有生效；应为 corrections/liu-lin-xian-she-bao-zhong-xin/2024.yaml？`,
  ]);
});

test('an edition is looked for among editions', async () => {
  expect(await straysOf({ '/a/corrections/catalogues/晋财综〔2023〕43号.yaml': misreading })).toEqual([
    {
      path: 'corrections/catalogues/晋财综〔2023〕43号.yaml',
      masks: false,
      expected: 'corrections/catalogues/jin-cai-zong-2023-43.yaml',
    },
  ]);
});

test('what is called like nothing in the archive has no place to go to', async () => {
  const strays = await straysOf({ '/a/corrections/tai-yuan/2024.yaml': misreading });
  expect(strays).toEqual([{ path: 'corrections/tai-yuan/2024.yaml', masks: false }]);
  expect(strays.map(formatStray)).toEqual([
    '！ corrections/tai-yuan/2024.yaml：不属于档案中的任何公开文本，其中的更正没有生效；路径应为 corrections/<单位>/<年度>.yaml；不再需要的请删去',
  ]);
});

test('what cannot be read may hold a mask; a fault of the notation hides none', async () => {
  const strays = await straysOf({
    '/a/corrections/x/1.yaml': Buffer.of(0xff, 0xc0, 0x80),
    '/a/corrections/x/2.yaml': `{${mask}`,
  });
  expect(strays.map(({ masks }) => masks)).toEqual([true, true]);
});

test('a publication that a dry run takes in counts as one', async () => {
  expect(await straysOf({ '/a/corrections/tai-yuan/2024.yaml': mask }, ['tai-yuan/2024'])).toEqual([]);
});
