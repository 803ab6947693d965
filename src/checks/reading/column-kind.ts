/** What an amount column holds, whatever its heading is called in a template. */
export type ColumnKind =
  | 'total' // 合计, 小计, 金额, 2024年
  | 'current' // 当年预算安排
  | 'carried' // 上年结转
  | 'general' // 一般公共预算
  | 'fund' // 政府性基金预算
  | 'capital' // 国有资本经营预算
  | 'account' // 财政专户管理资金
  | 'own' // 单位资金
  | 'basic' // 基本支出
  | 'project' // 项目支出
  | 'staff' // 人员经费
  | 'office' // 公用经费
  | 'other'; // a part that the template does not name

/** Headings by kind, tried in order against the innermost heading first. */
const headings: [ColumnKind, RegExp][] = [
  ['carried', /结转/],
  ['current', /^(当年|本年)(预算|财政拨款)?(安排)?$|当年预算/],
  ['general', /一般公共预算/],
  ['fund', /政府性基金/],
  ['capital', /国有资本/],
  ['account', /财政专户/],
  ['own', /单位资金|自有资金/],
  ['basic', /基本支出/],
  ['project', /项目支出/],
  ['staff', /人员经费|人员支出/],
  ['office', /公用经费|公用支出/],
  ['total', /合计|小计|总计|^金额$|^(19|20)\d\d年?(度)?(预算)?(数)?$|^预算数$/],
];

/** By path, for the next table or disclosure: the same few headings are printed everywhere. */
const known = new Map<string, ColumnKind>();

/** Reads the meaning of a column from its path; the innermost heading that says something decides. */
export function columnKind(path: string): ColumnKind {
  let kind = known.get(path);
  if (kind === undefined) {
    kind = readKind(path);
    known.set(path, kind);
  }
  return kind;
}

function readKind(path: string): ColumnKind {
  const words = path.normalize('NFKC').replace(/\s+/g, '').split('/').reverse();
  // 小计 of 基本支出 or 上年结转 is what its heading says.
  const group = /^(?:小计|合计)$/.test(words[0] ?? '') ? words[1] : undefined;
  if (group === '基本支出') return 'basic';
  if (group === '项目支出') return 'project';
  if (group && /结转/.test(group)) return 'carried';
  for (const heading of words) {
    const kind = headings.find(([, pattern]) => pattern.test(heading))?.[0];
    if (kind) return kind;
  }
  return 'other';
}
