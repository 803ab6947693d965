/** The thirteen statutory tables of the provincial template, as data: other provinces' sets can stand beside it. */
export interface TableTitle {
  number: number;
  /** Chinese ordinal: `十二`. */
  ordinal: string;
  /** Short name for captions and contents. */
  name: string;
}

/** Tables 一 to 十三 with the names that the site uses for them. */
export const tableTitles: TableTitle[] = [
  { number: 1, ordinal: '一', name: '预算收支总表' },
  { number: 2, ordinal: '二', name: '预算收入总表' },
  { number: 3, ordinal: '三', name: '预算支出总表' },
  { number: 4, ordinal: '四', name: '财政拨款收支总表' },
  { number: 5, ordinal: '五', name: '一般公共预算支出预算表' },
  { number: 6, ordinal: '六', name: '一般公共预算基本支出分经济科目表' },
  { number: 7, ordinal: '七', name: '政府性基金预算收入表' },
  { number: 8, ordinal: '八', name: '政府性基金预算支出表' },
  { number: 9, ordinal: '九', name: '国有资本经营预算收支预算表' },
  { number: 10, ordinal: '十', name: '“三公”经费支出预算表' },
  { number: 11, ordinal: '十一', name: '机关运行经费预算表' },
  { number: 12, ordinal: '十二', name: '项目支出预算表（本年预算）' },
  { number: 13, ordinal: '十三', name: '项目支出预算表（上年结转）' },
];

/** Set of tables that most provinces print: each numbers them in its own way, so that only their names tell. */
export const nationalSet = 'national';

const nationalNames: Record<number, string> = {
  1: '收支总表',
  2: '收入总表',
  3: '支出总表',
  4: '财政拨款收支总表',
  5: '一般公共预算支出表',
  6: '一般公共预算基本支出表',
  7: '政府性基金预算收入表',
  8: '政府性基金预算支出表',
  9: '国有资本经营预算支出表',
  10: '“三公”经费支出表',
  11: '机关运行经费表',
  12: '项目支出表',
  13: '上年结转项目支出表',
};

/**
 * What a table is called in sentences: `表十二`, in a document of the national set `《项目支出表》`.
 *
 * @param template id of the set that the document follows
 */
export function tableName(number: number, template?: string): string {
  return template === nationalSet
    ? `《${shortName(number, template)}》`
    : `表${tableTitles[number - 1]?.ordinal ?? number}`;
}

/** Short name of a table in captions and contents: `预算支出总表`, in a document of the national set `支出总表`. */
export function shortName(number: number, template?: string): string {
  return (template === nationalSet ? nationalNames[number] : tableTitles[number - 1]?.name) ?? '';
}

/** What the twelve sections of the narrative are about. */
const sectionNames = [
  '收支总体情况',
  '收入预算',
  '支出预算',
  '财政拨款收支',
  '一般公共预算支出',
  '基本支出',
  '“三公”经费',
  '机关运行经费',
  '政府采购',
  '预算绩效',
  '国有资产',
  '其他事项',
];

const byOrdinal = new Map(tableTitles.map(({ ordinal, number }) => [ordinal, number]));

function numberOf(ordinal: string): number {
  return byOrdinal.get(ordinal) ?? 0;
}

/**
 * A sentence of ours that calls tables by their numbers among the thirteen, in the terms of a document of another set:
 * `表五合计等于…` → `《一般公共预算支出表》合计等于…`, `说明二` → `说明（收入预算）`. What it quotes in 「」 stays.
 */
export function inTermsOf(template: string, sentence: string): string {
  if (template !== nationalSet) return sentence;
  return sentence
    .replace(/「[^」]*」|情况说明缺少第(十[一二]?|[一二三四五六七八九])节/g, (found, ordinal?: string) =>
      ordinal === undefined ? found : `情况说明没有关于${sectionNames[numberOf(ordinal) - 1]}的一节`,
    )
    .replace(
      /「[^」]*」|(表|说明)(十[一二三]?|[一二三四五六七八九])/g,
      (found, what?: string, ordinal = '') => {
        if (what === undefined) return found;
        if (what === '表') return tableName(numberOf(ordinal), template);
        return `${what}（${sectionNames[numberOf(ordinal) - 1]}）`;
      },
    );
}
