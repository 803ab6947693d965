import { meantTitle } from '../../nearest-name.ts';

/**
 * The sections of the 情况说明, by what their titles mean, whatever they are counted as. Tested in this order against
 * `matchKey`; undefined: of funds or of all appropriation, which no section of these numbers is about.
 */
export const narrativeTitles: { number: number | undefined; title: RegExp }[] = [
  { number: 7, title: /三公.*经费/ },
  { number: 8, title: /机关运行经费/ },
  { number: 9, title: /政府采购(?!.*目录)/ },
  { number: 6, title: /基本支出/ },
  { number: 4, title: /财政拨款.*(?:收支|收.?支|收入.?支出)/ },
  { number: 5, title: /一般公共预算.*(?:支出|拨款)/ },
  { number: undefined, title: /政府性基金|国有资本|财政拨款/ },
  {
    number: 1,
    title:
      /(?:收支|收入.?支出).*(?:变动|变化|情况|数据|说明)|预算.*(?:变动|增减变化).*原因|预算安排的?总体情况/,
  },
  { number: 2, title: /收入(?:预算)?(?:总体)?(?:情况|说明)|收入总表的?说明|^收入预算$/ },
  { number: 3, title: /支出(?:预算)?(?:总体)?(?:情况|说明)|支出总表的?说明|^支出预算$/ },
  { number: 10, title: /绩效(?:管理|目标|评价|预算|情况|工作|信息)/ },
  { number: 11, title: /国有资产|资产占[有用]/ },
  { number: 12, title: /其他(?:需要|重要|有关|相关|公开|情况)*(?:说明|事项|情况|信息)|^其他$/ },
];

/** Number of the narrative section that a title means, or undefined. */
export function narrativeNumber(key: string): number | undefined {
  // 关于…的说明 names the body in full.
  if (key.length > (/^关于.*说明$/.test(key) ? 60 : 40) || /[。;]/.test(key)) return undefined;
  const meant = meantTitle(key, usualTitles, key.length >= 8 ? 1 : 0);
  return narrativeTitles.find(({ title }) => title.test(meant))?.number;
}

/** Titles as they are printed as a rule: what a misread one is held against. */
const usualTitles = [
  '单位预算收支数据变动情况及原因',
  '部门预算收支数据变动情况及原因',
  '收入预算情况说明',
  '支出预算情况说明',
  '财政拨款收支预算总体情况说明',
  '一般公共预算支出情况说明',
  '一般公共预算基本支出情况说明',
  '三公经费增减变动原因说明',
  '机关运行经费增减变动原因说明',
  '政府采购情况',
  '绩效管理情况',
  '国有资产占有使用情况',
];
