import { expect, test } from 'vitest';
import { pagefindPage } from '../pagefind/pagefind-page.ts';
import { samplePage } from '../testing/sample-pages.ts';
import { collectNames } from './collect-names.ts';
import { joinNames } from './packed-names.ts';
import { readWordings } from './read-wordings.ts';

const page = samplePage({ title: '宜城' }, [
  '表',
  [
    { kind: '表格', anchor: 't1', texts: ['收支总表', ''] },
    { texts: ['培训费', '30216'] },
    { texts: ['办公费', '30201'] },
    { texts: ['培训费', '30216'] },
    { kind: '说明', texts: ['培训费', '30216'] },
    { kind: '说明', texts: ['（培训）', ''] },
  ],
]);

test('each wording is read once: a kind with its texts', () => {
  const { rows, wordings, tokens } = readWordings(page.rows);
  expect([...rows]).toEqual([0, 1, 2, 1, 3, 4]);
  expect(wordings.map(({ cells: [first] }) => first?.tokens.map((token) => tokens[token]).join(''))).toEqual([
    '收支总表',
    '培训费',
    '办公费',
    '培训费',
    '培训',
  ]);
});

test('names and common words are counted by rows, without titles of tables', () => {
  const counts = joinNames([collectNames(readWordings(page.rows))]).map(
    ({ kind, text, code, count }) => `${kind} ${text} ${code} ${count}`,
  );
  expect(counts).toEqual([
    '科目 培训费 30216 2',
    '科目 办公费 30201 1',
    '常用词 培训  4',
    '常用词 办公费  1',
  ]);
});

test('Pagefind is given each cell of a page once, and no empty one', () => {
  expect(pagefindPage(page.facts, readWordings(page.rows)).content.split(' zzborderzz ')).toEqual([
    '收 支 总 表',
    '培 训 费',
    '30216',
    '办 公 费',
    '30201',
    '培 训',
  ]);
});
