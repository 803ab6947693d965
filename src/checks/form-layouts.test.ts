import { describe, expect, test } from 'vitest';
import type { FundLine, Project } from '../schema/project.ts';
import { readFigure } from '../schema/read-figure.ts';
import { checkDisclosure } from './check-disclosure.ts';
import { cleanDisclosure } from './testing/clean-disclosure.ts';

/** A disclosure whose forms print one amount a source, of the year and in 万元, as the Ministry of Finance has them. */
function inTenThousands(sources: (total: number) => [FundLine['source'], number | null][]) {
  const clean = cleanDisclosure(7);
  const projects = clean.projects.map((project): Project => {
    const annual = project.funds[0]?.annual;
    const total = annual && 'yuan' in annual ? annual.yuan : 0;
    const funds = sources(total).map(([source, yuan], index): FundLine => {
      const printed = yuan === null ? '' : (yuan / 10_000).toFixed(2);
      return { source, total: null, annual: readFigure(printed, '万元'), line: project.line + index + 1 };
    });
    return { ...project, moneyUnit: '万元', funds, indicators: [] };
  });
  return { ...clean, projects };
}

function outcomes(disclosure: ReturnType<typeof inTenThousands>, check: string) {
  return new Set(
    checkDisclosure(disclosure)
      .filter((finding) => finding.check === check)
      .map(({ outcome }) => outcome),
  );
}

describe('forms of other layouts', () => {
  const carried = 500_000;
  test.each<[string, (total: number) => [FundLine['source'], number | null][]]>([
    ['one amount a project', (total) => [['合计', total]]],
    [
      '财政拨款 and 其他',
      (total) => [
        ['合计', total],
        ['财政拨款', total - 100],
        ['其他', 100],
      ],
    ],
    [
      '上年结转 beside 财政拨款',
      (total) => [
        ['合计', total],
        ['财政拨款', total - carried],
        ['上年结转', carried],
        ['其他', null],
      ],
    ],
    [
      '上年结转 as a part of 财政拨款',
      (total) => [
        ['合计', total],
        ['财政拨款', total],
        ['上年结转', carried],
        ['其他', null],
      ],
    ],
    [
      '市级 and 县级 as two lines',
      (total) => [
        ['合计', total],
        ['市县', total - carried],
        ['市县', carried],
      ],
    ],
  ])('%s: no fault of the layout', (_, sources) => {
    const disclosure = inTenThousands(sources);
    const faults = checkDisclosure(disclosure).filter(
      ({ check, outcome }) => check.startsWith('form-') && outcome === '不符',
    );
    expect(faults).toEqual([]);
  });

  test('a total of the period above sources of the year is no fault', () => {
    const disclosure = inTenThousands((total) => [
      ['合计', total],
      ['财政拨款', total],
      ['其他', null],
    ]);
    const projects = disclosure.projects.map((project) => ({
      ...project,
      funds: project.funds.map((line) =>
        line.source === '合计' ? { ...line, total: readFigure('999999.00', '万元') } : line,
      ),
    }));
    expect(outcomes({ ...disclosure, projects }, 'form-sources')).not.toContain('不符');
  });

  test('sources that do not come to their total are a fault in 万元 too', () => {
    const disclosure = inTenThousands((total) => [
      ['合计', total],
      ['财政拨款', total - 300_000],
      ['其他', null],
    ]);
    expect(outcomes(disclosure, 'form-sources')).toEqual(new Set(['不符']));
  });

  test('amounts in 元 below a head that says 万元 are a fault of the unit', () => {
    const disclosure = inTenThousands((total) => [['合计', total * 10_000]]);
    expect(outcomes(disclosure, 'form-unit')).toEqual(new Set(['不符']));
  });

  test('projects without a form are no fault where forms could not be read as projects', () => {
    const clean = cleanDisclosure(7);
    const message = '从本行起的表格像绩效目标表，未按项目读取，原文保留。';
    const disclosure = {
      ...clean,
      projects: clean.projects.slice(1),
      findings: [
        ...clean.findings,
        { rule: 'form-unread', status: 'undecided' as const, place: { line: 900 }, message },
      ],
    };
    expect(outcomes(disclosure, 'form-count')).toEqual(new Set(['未检查']));
    expect(outcomes(disclosure, 'form-rows')).not.toContain('不符');
  });
});
