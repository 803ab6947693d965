import { changeOfTotal, type StatedComparison } from '../checks/statements/change-of-total.ts';
import { threePublicComparison } from '../checks/statements/three-public-comparison.ts';
import type { FindingsSummary } from '../checks/summarize-findings.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { address } from './address.ts';
import { formatWan } from './format-money.ts';
import { headcountOf } from './headcount.ts';
import type { Part, Statement } from './statement.ts';

/** Who the money belongs to: region, parent department, people in post. */
export function bodyStatement({ unit, region, department, kind, sections }: Disclosure): Statement[] {
  const place = [region.province, region.city, region.county].filter(Boolean).join('');
  const parts: Part[] = [unit.name];
  const parent = department.name && department.name !== unit.name ? department.name : '';
  if (parent) parts.push(`由${parent}主管`);
  if (place) parts.push(`${parts.length > 1 ? '，' : ''}在${place}`);
  const headcount = headcountOf(sections);
  if (headcount) {
    parts.push(`${parts.length > 1 ? '，' : ''}在职 `, {
      text: `${headcount.staff} 人`,
      href: `#L${headcount.line}`,
    });
  }
  if (parts.length === 1) return [];
  parts.push(`。本文是它${kind === '部门' ? '及所属单位的部门' : '自身的单位'}预算，`);
  const duties = sections.some((section) => section.kind === 'duties');
  parts.push(duties ? { text: '职责见原文', href: '#duties' } : '原文没有写明职责', '。');
  return [{ question: '这是谁', parts }];
}

/** How the money changed against the year before, as the document itself states it. */
export function changeStatements(disclosure: Disclosure): Statement[] {
  const { income, spending } = changeOfTotal(disclosure);
  const official = threePublicComparison(disclosure).find(({ part }) => part === 'total');
  const changes: [string, StatedComparison | null | undefined][] =
    income && spending && sameChange(income, spending)
      ? [['收支总计', income]]
      : [
          ['收入总计', income],
          ['支出总计', spending],
        ];
  const parts = [...changes, ['“三公”经费', official] as const].flatMap(([name, change]): Part[] =>
    change ? [name, ...changeClause(change), '；'] : [],
  );
  if (parts.length === 0) return [];
  return [{ question: '比上年怎么变', parts: ['原文写明：', ...parts.slice(0, -1), '。'] }];
}

function sameChange(a: StatedComparison, b: StatedComparison): boolean {
  return a.changeYuan === b.changeYuan && a.direction === b.direction && a.percent?.ppm === b.percent?.ppm;
}

function changeClause({ direction, changeYuan, percent, baseYear, section, line }: StatedComparison): Part[] {
  const link = (text: string): Part => ({
    figure: text,
    href: `#L${line}`,
    title: `情况说明第 ${section} 节，原文第 ${line} 行`,
  });
  if (direction === 0) return [`与 ${baseYear} 年`, link('相同')];
  const verb = direction > 0 ? '增加' : '减少';
  const rate = percent ? `${direction > 0 ? '增长' : '下降'} ${percent.printed}` : '';
  if (changeYuan === null) return [`比 ${baseYear} 年`, link(rate)];
  return [`比 ${baseYear} 年${verb} `, link(`${formatWan(Math.abs(changeYuan))} 万元`), rate && `，${rate}`];
}

/** Whether the figures add up. */
export function checkStatement(summary: FindingsSummary, id: string): Statement[] {
  const { 相符: holds, 尾差: rounding, 不符: fails, 未检查: open } = summary;
  const checked = holds + rounding + fails;
  if (checked === 0) return [];
  const parts: Part[] = [`核对了 ${checked} 项勾稽关系：`];
  if (fails === 0) parts.push(rounding > 0 ? `全部相符，其中 ${rounding} 项有四舍五入的尾差` : '全部相符');
  else parts.push(`${holds + rounding} 项相符，${fails} 项不符`);
  if (open > 0) parts.push(`；另有 ${open} 项未检查`);
  parts.push('。', { text: '逐项查看', href: address.checks(id) });
  return [{ question: '数字相符吗', parts, tone: fails > 0 ? 'bad' : 'good' }];
}
