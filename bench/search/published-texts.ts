import { readFileSync } from 'node:fs';
import type { Archive } from '../../src/record/load-archive.ts';

/** What a page of the site publishes, read from its canonical Markdown without any code of the search. */
export interface PublishedPage {
  /** Address below the base. */
  path: string;
  /** Cells, paragraphs, headings and list items. */
  texts: string[];
}

/** Headings and labels that the record writes of itself: no text of the document. */
const ours = /^(?:预算报表|项目支出绩效目标|名词解释|实施期绩效指标|年度绩效指标|部门与条目|异文)$/;
const labels = /^(?:主管部门|主管部门代码|实施单位|项目属性|项目期|填报日期|表页|单位)：/;
const columnHeads = new Set([
  '资金来源',
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值',
  '实施期（元）',
  '年度（元）',
  '行',
]);
const fundSources = new Set([
  '合计',
  '中央',
  '省级',
  '市县',
  '自筹',
  '其他',
  '产出指标',
  '效益指标',
  '满意度指标',
]);

/** Reads the texts of all disclosures of an archive. */
export function publishedTexts(archive: Archive): PublishedPage[] {
  return archive.disclosures.map(({ id, path }) => ({
    path: `units/${id}/`,
    texts: textsOf(readFileSync(path, 'utf8')),
  }));
}

function textsOf(markdown: string): string[] {
  const body = markdown.slice(markdown.indexOf('\n---\n', 4) + 5);
  const lines = body.split('\n').map((line) => line.replace(/<!--.*?-->/g, '').trim());
  const texts = lines.flatMap((line, index) => {
    if (!line.startsWith('|')) return [line.replace(/^(?:#+|[-*>])\s+/, '').replace(labels, '')];
    if (/^\|[\s:|-]+\|$/.test(line)) return [];
    const cells = line.split(/(?<!\\)\|/).slice(1, -2);
    const isHead = /^\|[\s:|-]+\|$/.test(lines[index + 1] ?? '');
    return isHead ? cells.flatMap((cell) => cell.split('/')) : cells;
  });
  return texts
    .map(unescapeMarkdown)
    .filter((text) => text && !ours.test(text) && !columnHeads.has(text) && !fundSources.has(text))
    .filter((text) => !/^表[一二三四五六七八九十]+ /.test(text));
}

/** Takes back what Markdown escapes. */
function unescapeMarkdown(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')
    .trim();
}
