import { describe, expect, test } from 'vitest';
import type { CheckFinding, Outcome } from '../schema/finding.ts';
import { checkDisclosure } from './check-disclosure.ts';
import { checks } from './index.ts';
import type { PlanOptions } from './testing/budget-plan.ts';
import { cleanDisclosure, cleanEdition } from './testing/clean-disclosure.ts';
import {
  addToCell,
  addToStated,
  both,
  type CellAt,
  dropSection,
  dropTables,
  type Edit,
  editFunds,
  editProject,
  editTable,
  markNoData,
  reword,
  undecideCell,
  yuanFigure,
} from './testing/edit-disclosure.ts';

/** Each check, shown by what makes it round, fail, and impossible on a disclosure in which everything holds. */
interface Examples {
  /** Off by 0.01 万元: 尾差. `null` where the check compares no rounded amounts. */
  rounding: Edit | null;
  failing: Edit;
  open: Edit;
  /** The disclosure that is edited, where everything at once would hide the matter. */
  options?: PlanOptions;
  /** Set of tables that the check is of, where not the thirteen. */
  template?: string;
}

/** A check of table figures: the same cell a little off, far off, and undecided. */
function cell(...at: CellAt): Examples {
  return { rounding: addToCell(at, 100), failing: addToCell(at, 123_400), open: undecideCell(at) };
}

/** A check of a stated amount: a little off, far off, and its section missing. */
function stated(section: number, name: string): Examples {
  return {
    rounding: addToStated(section, name, 100),
    failing: addToStated(section, name, 123_400),
    open: dropSection(section),
  };
}

/** A check that one figure is printed twice: rounded alike, so that 0.01 is a fault already. */
function sameCell(...at: CellAt): Examples {
  return { ...cell(...at), rounding: null, failing: addToCell(at, 100) };
}

function sameStated(section: number, name: string): Examples {
  return { ...stated(section, name), rounding: null, failing: addToStated(section, name, 100) };
}

const rename = (number: number, was: string, now: string): Edit =>
  editTable(number, (table) => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((one) => (one === was ? now : one)) })),
  }));

const annual = (edit: (yuan: number) => number) =>
  editFunds('合计', 'annual', (yuan) => yuanFigure(edit(yuan)));
const blankAnnual = editFunds('合计', 'annual', () => null);
const project =
  cleanDisclosure(3, { funds: true, carried: true, administrative: true, exact: true }).projects[0]?.name ??
  '';
const noForms: Edit = (disclosure) => ({ ...disclosure, projects: [] });

const examples: Record<string, Examples> = {
  't1-income-sources': cell(1, '本年收入合计', '2031年'),
  't1-income-total': cell(1, '收入总计', '2031年'),
  't1-functions': cell(1, '本年支出合计', '当年预算安排'),
  't1-expense-total': sameCell(1, '支出总计', '上年结转安排'),
  't1-balance': sameCell(1, '支出总计', '2031年合计'),
  't1-cross': cell(1, '本年支出合计', '2031年合计'),
  't1-sources-uses': sameCell(1, '支出总计', '当年预算安排'),
  't2-footing': cell(2, '合计', '本年收入/合计'),
  't2-cross': cell(2, '合计', '本年收入/单位资金'),
  't2-t1-income': sameCell(2, '合计', '本年收入/合计'),
  't2-t1-carried': sameCell(2, '合计', '上年结转'),
  't2-t1-sources': sameCell(2, '合计', '本年收入/政府性基金'),
  't2-t3-codes': sameCell(2, '207', '本年收入/合计'),
  't3-footing': cell(3, '合计', '/合计'),
  't3-cross': cell(3, '207', '/项目支出'),
  't3-t1-expense': sameCell(3, '合计', '/合计'),
  't3-t1-functions': sameCell(1, '文化旅游体育与传媒支出', '2031年合计'),
  't4-income-sources': cell(4, '本年收入合计', '金额'),
  't4-income-total': cell(4, '收入总计', '金额'),
  't4-carried-sources': cell(4, '上年财政拨款结转', '金额'),
  't4-functions': cell(4, '本年支出合计', '小计'),
  't4-expense-total': sameCell(4, '支出总计', '政府性基金预算'),
  't4-balance': sameCell(4, '支出总计', '小计'),
  't4-cross': cell(4, '本年支出合计', '小计'),
  't4-fund-balance': cell(4, '支出总计', '一般公共预算'),
  't4-funds': { ...sameCell(5, '合计', '/合计'), template: 'national' },
  't4-t1-carried': sameCell(4, '上年财政拨款结转', '金额'),
  't4-t1-sources': sameCell(4, '三、国有资本经营预算', '金额'),
  't4-t1-functions': {
    // With other money than appropriation, 表四 is only a part of 表一.
    rounding: null,
    failing: addToCell([4, '文化旅游体育与传媒支出', '小计'], 900_000_000),
    open: undecideCell([4, '文化旅游体育与传媒支出', '小计']),
  },
  't5-footing': cell(5, '合计', '/合计'),
  't5-cross': cell(5, '合计', '/合计'),
  't5-t1-general': sameCell(5, '合计', '/合计'),
  't5-t2-codes': sameCell(5, '合计', '/合计'),
  't5-t3-codes': sameCell(5, '合计', '/基本支出'),
  't6-footing': cell(6, '工资福利支出', '/合计'),
  't6-cross': sameCell(6, '办公费', '/合计'),
  't6-t5-basic': sameCell(6, '合计', '/合计'),
  't7-footing': cell(7, '合计', '政府性基金收入预算'),
  't7-t1-fund': sameCell(7, '合计', '政府性基金收入预算'),
  't8-footing': cell(8, '合计', '合计'),
  't8-cross': sameCell(8, '合计', '项目支出'),
  't8-t7-total': sameCell(8, '合计', '合计'),
  't9-footing': cell(9, '合计', '国有资本经营收入预算'),
  't9-cross': sameCell(9, '合计', '项目支出'),
  't9-balance': sameCell(9, '合计', '支出/合计'),
  't9-t1-capital': sameCell(9, '合计', '国有资本经营收入预算'),
  't10-sum': cell(10, '合计', '/合计'),
  't10-vehicles': sameCell(10, '公务用车购置及运行费', '/合计'),
  't10-cross': sameCell(10, '公务接待费', '/合计'),
  't10-t6-items': sameCell(6, '公务接待费', '/合计'),
  't11-units': sameCell(11, '部门合计', '/合计'),
  't11-cross': sameCell(11, '部门合计', '/合计'),
  't11-t6-office': sameCell(11, '部门合计', '/合计'),
  't12-projects': cell(12, '云溪县图书馆', '合计'),
  't12-cross': cell(12, '云溪县图书馆', '单位资金'),
  't12-funds': sameCell(12, '云溪县图书馆', '政府性基金预算'),
  't12-t3-projects': {
    rounding: null,
    failing: addToCell([12, '云溪县图书馆', '合计'], 900_000_000),
    open: undecideCell([12, '云溪县图书馆', '合计']),
    template: 'national',
  },
  't12-t13-t3': cell(12, '云溪县图书馆', '合计'),
  't13-projects': cell(13, '云溪县图书馆', '合计'),
  't13-cross': cell(13, '云溪县图书馆', '合计'),
  't13-t1-carried': sameCell(13, '云溪县图书馆', '合计'),
  't13-t4-funds': sameCell(13, '云溪县图书馆', '一般公共预算'),
  'no-data': {
    rounding: null,
    failing: markNoData(12),
    // What would tell is itself missing.
    open: both(markNoData(12), dropTables(5)),
  },
  'code-names': {
    rounding: null,
    failing: rename(3, '文化和旅游', '文化和族游'),
    open: dropTables(2, 3, 5, 8),
  },
  'title-years': {
    rounding: null,
    failing: editTable(3, (table) => ({ ...table, title: '2030年预算支出总表' })),
    open: (disclosure) => ({ ...disclosure, tables: [] }),
  },
  'narrative-1-totals': sameStated(1, '收入总计'),
  'narrative-2-income': sameStated(2, '单位资金'),
  'narrative-3-expense': sameStated(3, '基本支出'),
  'narrative-4-appropriation': sameStated(4, '当年拨款收入'),
  'narrative-5-general': sameStated(5, '一般公共预算当年支出'),
  'narrative-6-basic': sameStated(6, '基本支出'),
  'narrative-6-items': {
    rounding: null,
    failing: reword(6, '差旅费', '物业管理费'),
    open: dropSection(6),
  },
  'narrative-7-three-public': sameStated(7, '公务接待费'),
  'narrative-7-sum': stated(7, '公务接待费'),
  'narrative-7-changes': {
    rounding: reword(7, '减少1.20万元', '减少1.21万元'),
    failing: reword(7, '减少1.20万元', '减少3.20万元'),
    open: reword(7, '，与上年持平', ''),
  },
  'narrative-8-operating': sameStated(8, '机关运行经费预算'),
  'narrative-9-procurement': stated(9, '政府采购预算总额'),
  'narrative-10-parts': stated(10, '金额'),
  'narrative-10-projects': { ...sameStated(10, '金额'), options: { exact: true } },
  'narrative-10-published': {
    rounding: null,
    failing: reword(10, '占项目支出总额的100%', '占项目支出总额的88%'),
    open: reword(10, '，占项目支出总额的100%', ''),
  },
  'narrative-11-vehicles': {
    rounding: null,
    failing: reword(11, '实有3辆', '实有4辆'),
    open: dropSection(11),
  },
  'narrative-12-services': {
    rounding: null,
    failing: reword(12, '没有要另外说明的', '无政府采购服务预算'),
    open: dropSection(12),
  },
  'narrative-changes': {
    rounding: null,
    failing: reword(5, /(增长|下降)[\d.]+%/, '增长987.65%'),
    open: both(dropSection(1), dropSection(5), dropSection(7), dropSection(8)),
  },
  'narrative-shares': {
    rounding: null,
    failing: reword(3, /占[\d.]+%/, '占3.21%'),
    open: reword(3, /支出预算[\d,.]+万元，其中：/, ''),
  },
  'form-amounts': {
    rounding: annual((yuan) => yuan + 80),
    failing: annual((yuan) => yuan + 5000),
    open: blankAnnual,
  },
  'form-unit': {
    rounding: null,
    failing: annual((yuan) => Math.round(yuan / 10_000)),
    open: blankAnnual,
  },
  'form-rows': {
    rounding: null,
    // Another name and another amount: then it is another project.
    failing: both(addToCell([12, project, '合计'], 77_700), rename(12, project, '闭馆安防值守')),
    open: noForms,
  },
  'form-count': {
    rounding: null,
    failing: (disclosure) => ({ ...disclosure, projects: disclosure.projects.slice(1) }),
    open: dropSection(10),
  },
  'form-sum': {
    rounding: annual((yuan) => yuan + 80),
    failing: annual((yuan) => yuan + 50_000),
    open: noForms,
  },
  'form-sources': {
    rounding: null,
    failing: annual((yuan) => yuan + 1),
    open: blankAnnual,
  },
  'form-annual': {
    rounding: null,
    failing: annual((yuan) => yuan + 1),
    open: blankAnnual,
  },
  'form-department': {
    rounding: null,
    failing: editProject((project) => ({ ...project, department: { code: '038', name: '' } })),
    open: noForms,
  },
  'narrative-denials': {
    rounding: null,
    failing: reword(12, '没有要另外说明的', '本馆无项目支出'),
    open: (disclosure) => disclosure,
  },
  'form-names': {
    rounding: null,
    failing: editProject((project) => ({ ...project, name: project.name.replace('修复', '修夏') })),
    open: noForms,
  },
  'form-indicator-unit': {
    rounding: null,
    failing: editProject((project) => ({
      ...project,
      indicators: project.indicators.map((one) => ({ ...one, value: one.value.replace('元', '万元') })),
    })),
    open: noForms,
  },
  'catalogue-in-force': {
    rounding: null,
    failing: (disclosure) => ({
      ...disclosure,
      catalogue: { ...disclosure.catalogue, edition: '云财综〔2021〕9号' },
    }),
    open: (disclosure) => ({ ...disclosure, catalogue: { edition: '', first: 0, last: 0 } }),
  },
};

/** The edition in force repeals an older one. */
const catalogues = [{ ...cleanEdition, repeals: ['云财综〔2021〕9号'] }];
const everything = { funds: true, carried: true, administrative: true, exact: true };

function outcomes(
  check: string,
  edit: Edit,
  { options = everything, template }: Pick<Examples, 'options' | 'template'>,
): Set<Outcome> {
  const clean = cleanDisclosure(3, options);
  const edited = edit(template ? { ...clean, template } : clean);
  const findings = checkDisclosure(edited, { catalogues });
  return new Set(
    findings.filter((finding: CheckFinding) => finding.check === check).map(({ outcome }) => outcome),
  );
}

describe('every check has its examples', () => {
  test('and no example is of a check that does not exist', () => {
    expect(Object.keys(examples).sort()).toEqual(checks.map(({ id }) => id).sort());
  });

  const rounded = Object.entries(examples).flatMap(([check, { rounding, ...given }]) =>
    rounding ? [{ check, rounding, given }] : [],
  );
  test.each(rounded)(
    '$check is 尾差, not 不符, where figures are off by rounding',
    ({ check, rounding, given }) => {
      const found = outcomes(check, rounding, given);
      expect(found.has('尾差')).toBe(true);
      expect(found.has('不符')).toBe(false);
    },
  );

  describe.each(Object.entries(examples))('%s', (check, { failing, open, ...given }) => {
    test('holds where the figures agree', () => {
      const found = outcomes(check, (disclosure) => disclosure, given);
      expect(found.has('不符')).toBe(false);
      if (!['no-data', 'narrative-12-services', 'narrative-denials'].includes(check))
        expect(found.has('相符')).toBe(true);
    });

    test('does not hold where they are further off', () => {
      expect(outcomes(check, failing, given).has('不符')).toBe(true);
    });

    test('says so where it cannot be checked', () => {
      const found = outcomes(check, open, given);
      expect(found.has('未检查')).toBe(true);
      expect(found.has('不符')).toBe(false);
    });
  });
});
