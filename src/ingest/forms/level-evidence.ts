import { plain } from './cells-of.ts';

// Indices of usualLevels: 数量 质量 时效 成本 经济 社会 生态 可持续 满意度
type Scores = [number, number, number, number, number, number, number, number, number];

const rules: {
  in: 'name' | 'value';
  like: RegExp;
  scores: Partial<Record<keyof Scores & number, number>> | Record<number, number>;
}[] = [
  { in: 'name', like: /满意/, scores: { 8: 4 } },
  { in: 'name', like: /时间|日期|时限|期限|时效|进度|频次|频率|按时|按期|工期/, scores: { 2: 1.5 } },
  { in: 'name', like: /及时/, scores: { 2: 1, 1: 0.5 } },
  { in: 'name', like: /时$/, scores: { 2: 1 } },
  { in: 'name', like: /成本|单价|价格|控制数/, scores: { 3: 2 } },
  { in: 'name', like: /费用?$|标准$|金额|经费|资金$|补贴$|补助$/, scores: { 3: 0.7 } },
  { in: 'name', like: /率(\(.*\)?)?$|合格|达标|准确|质量|完好|通过率|合规/, scores: { 1: 1.5 } },
  {
    in: 'name',
    like: /人数|人次|数量|次数|个数|份数|面积|天数|场次|场数|台数|户数|条数|家数|种类|规模|里程|长度|数$/,
    scores: { 0: 1.5 },
  },
  { in: 'name', like: /可持续|持续|长期|长效|影响力/, scores: { 7: 1 } },
  { in: 'name', like: /生态|污染|排放|绿化|节能|环保|人居环境/, scores: { 6: 1 } },
  { in: 'name', like: /经济|收入|产值|税收|增收|利润|带动/, scores: { 4: 1 } },
  { in: 'name', like: /社会|就业|群众|稳定|保障|知名度|公众|民生|水平/, scores: { 5: 0.4 } },
];

const date =
  /(\d{4}年)?\d{1,2}月(\d{1,2}日|份|底|末|初)?|^\d{4}[年.]|月(底|末)?前|按月|按季|按年|每月|每季|半年|每年|年底|季度末|^及时|序时|全年/;
const qualitative =
  /^(显著|明显|有效|不断|逐步|大幅|保持|稳定)?(提高|提升|增强|增加|改善|促进|推动|助推|保障|确保|落实|响应|巩固|减轻|解决|稳定|健全|完善|实现|扩大|加强|维护|优化)/;

/**
 * What an indicator says about its own level: a weight for each of the levels, 0 where it says nothing. Only an aid
 * where a printed level word stands in doubt.
 */
export function levelEvidence(name: string, value: string): number[] {
  const usual = usualEvidence(name, value);
  const words = plain(name);
  const other = /元/.test(value) ? -0.5 : 0.3;
  const cost = (like: RegExp) => usual[3] + (like.test(words) ? 1 : other);
  return [...usual, usual[3], cost(/社会/), cost(/生态|环境|污染|排放|资源|能耗/), usual[3]];
}

function usualEvidence(name: string, value: string): Scores {
  const scores: Scores = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  const add = (index: number, weight: number) => {
    scores[index as 0] += weight;
  };
  const words = { name: plain(name), value: plain(value) };
  for (const rule of rules) {
    if (rule.like.test(words[rule.in]))
      for (const [index, weight] of Object.entries(rule.scores)) add(Number(index), weight as number);
  }
  const figure = words.value.replace(/^[≥≤><=约不少高低超于]+/, '');
  if (date.test(figure) && !/元/.test(figure)) {
    add(2, 2);
    add(0, -0.5);
    add(1, -0.5);
    add(3, -1);
  } else if (/元/.test(figure)) {
    add(3, 1.5);
    add(4, 0.4);
    add(0, -0.3);
  } else if (/%|‰/.test(figure)) {
    add(1, 0.5);
    add(8, 0.2);
    add(3, -0.7);
    add(2, -0.2);
  } else if (
    /^\d[\d.,]*万?(人次|人|个|家|次|份|台|套|本|期|场|辆|件|户|条|种|名|项|处|平方|米|公里|亩|座|册|篇|批|班|所|站|张|扇|吨|块|支|组|村)/.test(
      figure,
    )
  ) {
    add(0, 1.5);
    add(2, -0.5);
    add(3, -1);
  } else if (/^\d[\d.]*(天|日|小时|年|个月)/.test(figure)) {
    add(0, 0.5);
    add(2, 0.6);
    add(3, -0.7);
  }
  if (qualitative.test(figure) && !/\d/.test(figure)) {
    for (const index of [4, 5, 6, 7]) add(index, 1);
    for (const index of [0, 2, 3]) add(index, -1);
  }
  return scores;
}
