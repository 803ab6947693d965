import { type Budget, sum } from './budget.ts';
import type { Edition } from './catalogue.ts';
import { formLines } from './forms.ts';
import type { Random } from './random.ts';
import { functionRows, makeTables, type RawTable } from './tables.ts';

const watermark = '内部审核稿';

/** Writes a budget in the layout that the conversion of a published PDF has, faults of the conversion included. */
export function writeDocument(budget: Budget, edition: Edition, random: Random): string {
  const { unit, year } = budget;
  const tables = makeTables(budget);
  const heading = random.pick(['## ', '', '### ', '#### ']);
  const lines = ['', '', unit, '', `${year}年度单位预算公开`, '', ...contents(tables), ''];
  lines.push(
    `${heading}第一部分 概况`,
    '',
    `${heading}一、本单位职责`,
    '',
    `${unit}承担本辖区内规定的各项公共事务。`,
    '',
  );
  lines.push(
    `${heading}二、机构设置情况`,
    '',
    `设内设机构${random.int(2, 9)}个，在编${random.int(10, 90)}人。`,
    '',
  );
  lines.push(`${heading}第二部分 ${year}年单位预算报表`, '');
  for (const table of tables) lines.push(...tableLines(budget, table, heading, random), '');
  lines.push(...narrative(budget, edition, heading, random));
  lines.push(...letter(edition), '', ...edition.lines, '', '信息公开选项:主动公开', '', ...glossary(heading));
  return lines.join('\n');
}

function contents(tables: RawTable[]): string[] {
  return [
    '目 录',
    '',
    '第一部分 概况.....\t1',
    '第二部分 预算报表.....\t2',
    ...tables.map((table, index) => `${table.title}.....\t${index + 2}`),
    '第四部分 名词解释.....\t88',
  ];
}

function tableLines({ unit }: Budget, table: RawTable, heading: string, random: Random): string[] {
  const lines = [`${heading}${table.title}`, '', `单位名称：${unit}`, '', '单位：万元', ''];
  lines.push(...table.header.map((cells) => cells.join('\t')));
  const cut = table.rows.length > 12 && random.chance(0.5) ? random.int(6, table.rows.length - 3) : -1;
  table.rows.forEach((cells, index) => {
    if (index === cut) {
      lines.push('', ...(random.chance(0.4) ? [watermark, ''] : []));
      if (random.chance(0.3)) lines.push(...table.header.map((header) => header.join('\t')));
    }
    lines.push(cells.join('\t'));
  });
  if (table.empty) lines.push('', '注：本表无数据');
  return lines;
}

function narrative(budget: Budget, edition: Edition, heading: string, random: Random): string[] {
  const { unit, year } = budget;
  const rows = functionRows(budget);
  const [total] = rows as [(typeof rows)[number]];
  const current = total.basic + total.project;
  const all = current + total.carried;
  const amount = (value: number) =>
    random.chance(0.5)
      ? (value / 100).toFixed(2)
      : (value / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
  const share = (part: number) => `${((part / all) * 100).toFixed(2)}%`;
  const kinds = rows.filter((row) => row.code.length === 3 && row.basic + row.project > 0);
  const change = all - budget.lastYearTotal;
  const changed =
    change === 0
      ? '与上年持平'
      : `比上年${change > 0 ? '增加' : '减少'}${amount(Math.abs(change))}万元，${change > 0 ? '增长' : '下降'}${((Math.abs(change) / budget.lastYearTotal) * 100).toFixed(2)}%`;
  const forms = [...budget.projects, ...budget.carriedProjects];
  const funds = sum(forms.map((project) => project.annual));
  const publicTotal = budget.reception + budget.vehicles;
  const section = (title: string, ...text: string[]) => [
    `${heading}${title}`,
    '',
    ...text.flatMap((line) => [line, '']),
  ];
  const staff = sum(budget.staff.map((item) => item.amount));
  return [
    `${heading}第三部分 ${year}年度单位预算情况说明`,
    '',
    ...section(
      '一、单位预算收支数据变动情况及原因',
      `${year}年度${unit}收入总计${amount(all)}万元，其中：本年收入${amount(current)}万元，上年结转${amount(total.carried)}万元，${changed}，原因是项目安排有变化。`,
    ),
    ...section(
      '二、收入预算情况说明',
      `${year}年度${unit}预算收入${amount(all)}万元，其中一般公共预算拨款收入${amount(current)}万元，占${share(current)}；上年结转${amount(total.carried)}万元，占${share(total.carried)}。`,
      '收入预算图',
    ),
    ...section(
      '三、支出预算情况说明',
      `${year}年度${unit}支出预算${amount(all)}万元，其中：基本支出${amount(total.basic)}万元，占${share(total.basic)}；项目支出${amount(all - total.basic)}万元，占${share(all - total.basic)}。`,
    ),
    ...section('四、财政拨款收支预算总体情况说明', `财政拨款收支总预算${amount(all)}万元。`),
    ...section(
      '五、一般公共预算支出情况说明',
      `一般公共预算当年支出${amount(current)}万元，主要用于：${kinds.map((row) => `${row.name}${amount(row.basic + row.project)}万元`).join('；')}。`,
      '一般公共预算当年拨款结构图',
    ),
    ...section(
      '六、一般公共预算基本支出情况说明',
      `基本支出${amount(total.basic)}万元，其中：人员经费${amount(staff)}万元；公用经费${amount(total.basic - staff)}万元。`,
    ),
    ...section(
      '七、“三公”经费增减变动原因说明',
      `${year}年“三公”经费预算${amount(publicTotal)}万元，与上年预算数相同。其中：因公出国（境）费0万元；公务接待费${amount(budget.reception)}万元；公务用车运行维护费${amount(budget.vehicles)}万元。`,
      '三公经费分布图',
    ),
    ...section('八、机关运行经费增减变动原因说明', '本单位无机关运行经费。'),
    ...section('九、政府采购情况', '政府采购预算总额9.50万元。其中：货物3.00万元、工程0万元、服务6.50万元。'),
    ...section('十、绩效管理情况', `纳入绩效目标管理的项目${forms.length}个，共计金额${amount(funds)}万元。`),
    ...forms.flatMap((project) => [...formLines(budget, project, random), '', '']),
    ...section('十一、国有资产占有使用情况', `截至${year - 1}年12月31日，公务用车${random.int(0, 5)}辆。`),
    ...section('十二、其他说明', `政府购买服务目录见${edition.number}。`),
  ];
}

function letter({ number, year }: Edition): string[] {
  return [
    '# 山西省财政厅文件',
    '',
    number,
    '',
    '山西省财政厅关于印发《山西省部门政府购买服务指导性目录》的通知',
    '',
    '各有关单位：',
    '',
    '现将目录印发，请遵照执行。',
    '',
    '本目录自印发之日起施行。',
    '',
    `${year}年8月22日印发`,
    '',
    '山西省部门政府购买服务指导性目录',
  ];
}

function glossary(heading: string): string[] {
  return [
    `${heading}第四部分 名词解释`,
    '',
    '**一、基本支出：**维持机构运转和完成日常任务的人员与公用支出。',
    '',
    '**二、项目支出：**为特定任务安排的、基本支出以外的支出。',
    '',
    '三、上年结转：上一年安排而留到本年按原用途使用的资金。',
  ];
}
