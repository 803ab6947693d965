import { remembered } from '../../remembered.ts';

/** Text without marks of Markdown headings, bold and emphasis, and without outer blanks. */
export const plain = remembered((text) =>
  text
    .replace(/^[\s>]*#{1,6}\s*/, '')
    .replace(/\*\*|__/g, '')
    .replace(/^[\s\u3000\u00a0\f]+|[\s\u3000\u00a0\f]+$/g, ''),
);

/**
 * What a title or heading is compared by: no marks, blanks or quotation marks, half-width forms, years in digits.
 * `## 表十 二〇二四年“三公”经费 支出表（本级）` → `表十2024年三公经费支出表(本级)`
 */
export const matchKey = remembered((text) =>
  plain(text)
    .normalize('NFKC')
    .replace(/[\s"'“”‘’「」『』*]+/g, '')
    .replace(chineseYear, (year) => [...year].map(digitOf).join('')),
);

const chineseYear = /二[〇零○oO0][〇零○oO0一二三四五六七八九]{2}(?=年)/g;
const digitOf = (numeral: string) => Math.max(0, '〇一二三四五六七八九'.indexOf(numeral));

const cjk = '\\p{Script=Han}（）【】〔〕《》“”，。、；：！？…';
const wrap = new RegExp(`(?<=[${cjk}])[ \\t\\u3000\\u00a0]+(?=[${cjk}])`, 'gu');

/** Joins what a cell's wrapping parted: a blank between two Chinese characters goes, others become one blank. */
export const joinWraps = remembered((text) =>
  /[\s\u3000\u00a0]/.test(text)
    ? text
        .replace(wrap, '')
        .replace(/[\s\u3000\u00a0]+/g, ' ')
        .trim()
    : text,
);
