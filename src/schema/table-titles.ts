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

/** `表十二` */
export function tableName(number: number): string {
  return `表${tableTitles[number - 1]?.ordinal ?? number}`;
}
