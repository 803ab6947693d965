import fc from 'fast-check';
import { markdownToMdast } from 'satteri';
import { expect, test } from 'vitest';
import { readMarkdown } from './markdown.ts';
import { takePlainRows } from './plain-rows.ts';

const whole = (markdown: string) =>
  markdownToMdast(markdown, { position: false, features: { gfm: { footnotes: false }, frontmatter: false } });

const table = '| 名称 | 金额 |\n| - | -: |\n| 合计 | 12.50 |\n| 其中：基本支出 | |';

test('plain rows need no parser', () => {
  const { rest, runs } = takePlainRows(`${table}\n\n后文\n`);
  expect(rest).toBe('| 名称 | 金额 |\n| - | -: |\n| \ue0000 |\n\n后文\n');
  expect(runs).toHaveLength(1);
  expect(readMarkdown(table)).toEqual(whole(table));
});

test.each([
  ['with an escape', `${table}\n| a\\|b | 1 |\n| 末行 | 2 |`],
  ['with a remark', `${table}\n| 收入 <!--"x"--> | 1 |\n| 末行 | 2 |`],
  ['with a link', `${table}\n| www.example.com | 1 |`],
  ['with a cell too few or too many', `${table}\n| 一 |\n| 一 | 二 | 三 |`],
  ['in a block of code', `\`\`\`\n${table}\n\`\`\`\n\n${table}`],
  ['in a comment', `<!--\n${table}\n\n${table}\n-->`],
  ['in a quotation', `> 引文\n${table}`],
  ['that turns out to begin below', '| 无尾\n| - | -: |\n| 一 | 二 |\n| - |'],
  ['of another width than its header', '| 一 |\n| - | - |\n| 1 | 2 |'],
  ['with the character of the marks', `${table}\n\n\ue0000`],
])('a table %s is read by the parser', (_, markdown) => {
  expect(readMarkdown(markdown)).toEqual(whole(markdown));
});

test('any lines are read as the parser reads them', () => {
  const cell = fc.constantFrom(
    '',
    '合计',
    '1,234.50',
    ' a  b ',
    '-',
    '-:',
    '`x`',
    '<!--7-->',
    '&amp;',
    '_',
    'www.',
  );
  const row = fc.array(cell, { minLength: 1, maxLength: 3 }).map((cells) => `| ${cells.join(' | ')} |`);
  const line = fc.oneof(
    { weight: 5, arbitrary: row },
    { weight: 3, arbitrary: fc.constantFrom('| - | -: |', '| - |', '') },
    fc.constantFrom('文字', '# 题', '> 引', '- 项', '```', '<!--', '-->', '  | 缩进 |', '| 无尾'),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const markdown = lines.join('\n');
      expect(readMarkdown(markdown)).toEqual(whole(markdown));
    }),
    { seed: 7, numRuns: 20000 },
  );
});
