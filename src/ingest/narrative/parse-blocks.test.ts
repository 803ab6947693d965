import { expect, test } from 'vitest';
import { parseBlocks } from './parse-blocks.ts';

const paragraphs = (texts: string[]) =>
  parseBlocks(texts.map((text, index) => ({ text, line: index + 1 }))).blocks.map((block) =>
    block.kind === 'paragraph' || block.kind === 'heading' ? block.text : block.kind,
  );

test.each([
  ['根据《云溪县公共图书馆读者服务管理办法（试行）》', '（云文旅〔2030〕12号）的规定，开放自习室。'],
  ['人员经费主要包括基本工资、津贴补贴、绩效工资（基础部分）', '和住房公积金。'],
  ['2031年度预算收入总计比上年增加，主要原因是新增读者服务', '项目。'],
])('%s goes on in the next line', (above, below) =>
  expect(paragraphs([above, '', below])).toEqual([above + below]),
);

test.each([
  ['依据《云溪县公共图书馆读者服务管理办法（试行）》', '云溪县图书馆'],
  ['以上支出全部为人员经费，没有其他支出（见表六）', '（二）公用经费'],
  ['以上支出全部为人员经费，没有其他支出。', '和上年相同。'],
  ['承担全县公共图书馆的业务辅导工作（含乡镇分馆）', '及时更新馆藏目录。'],
])('%s ends there', (above, below) => expect(paragraphs([above, below])).toEqual([above, below]));
