/** The numbered sections of the 情况说明, by what their titles mean. Tested in this order against `matchKey`. */
export const narrativeTitles: { number: number; title: RegExp }[] = [
  { number: 7, title: /三公.*经费/ },
  { number: 8, title: /机关运行经费/ },
  { number: 6, title: /基本支出/ },
  { number: 4, title: /财政拨款.*收支/ },
  { number: 5, title: /一般公共预算.*支出/ },
  { number: 1, title: /收支.*(?:变动|变化|情况|数据|说明)|预算.*(?:变动|增减变化).*原因/ },
  { number: 2, title: /收入(?:预算)?(?:总体)?(?:情况|说明)/ },
  { number: 3, title: /支出(?:预算)?(?:总体)?(?:情况|说明)/ },
  { number: 9, title: /政府采购(?!.*目录)/ },
  { number: 10, title: /绩效(?:管理|目标|评价|预算|情况|工作)/ },
  { number: 11, title: /国有资产/ },
  { number: 12, title: /其他(?:需要|重要|有关|情况)*(?:说明|事项)|^其他$/ },
];

/** Number of the narrative section that a title means, or undefined. */
export function narrativeNumber(key: string): number | undefined {
  if (key.length > 40 || /[。;]/.test(key)) return undefined;
  return narrativeTitles.find(({ title }) => title.test(key))?.number;
}
