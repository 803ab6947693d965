import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../ingest/parse-document.ts';
import type { CheckFinding } from '../schema/finding.ts';
import { checkDisclosure } from './check-disclosure.ts';

const fixtures = join(import.meta.dirname, '../ingest/fixtures');

function check(name: string, edit: (text: string) => string = (text) => text): CheckFinding[] {
  const text = readFileSync(join(fixtures, name, 'input.txt'), 'utf8');
  const edited = edit(text);
  const source = { file: 'input.txt', sha256: '0'.repeat(64), encoding: 'utf-8' };
  return checkDisclosure(parseDocument(edited, source).disclosure);
}

const failing = (findings: CheckFinding[]) => findings.filter(({ outcome }) => outcome === '不符');

/** The first place of a text replaced: the example proves nothing where it is not there. */
function change(was: string, now: string): (text: string) => string {
  return (text) => {
    if (!text.includes(was)) throw new Error(`${was} is not there`);
    return text.replace(was, now);
  };
}

describe('a disclosure in the national layout', () => {
  test.each(['national-by-body', 'national-by-function-in-yuan'])(
    '%s holds in all that is checked',
    (name) => {
      const findings = check(name);
      expect(failing(findings)).toEqual([]);
      expect(findings.filter(({ outcome }) => outcome === '相符').length).toBeGreaterThan(200);
    },
  );

  test.each([
    ['t2-cross', change('860.50	800.50', '860.50	800.40')],
    ['t2-t1-income', change('1,310.50	1,260.50	1,200.50', '1,310.50	1,261.50	1,200.50')],
    ['t3-footing', change('2110301	大气	550.00', '2110301	大气	551.00')],
    ['t4-functions', change('（九）卫生健康支出	60.00	60.00', '（九）卫生健康支出	61.00	61.00')],
    ['t4-funds', change('合计		1,250.50	710.50', '合计		1,251.50	710.50')],
    ['t5-cross', change('120.50	120.50	120.50', '120.50	120.50	119.50')],
    ['t6-t5-basic', change('710.50	600.50	110.00\n301', '711.50	601.50	110.00\n301')],
    ['t8-footing', change('合计		50.00		50.00\n212', '合计		51.00		51.00\n212')],
    ['t10-sum', change('20.00		15.00', '21.00		15.00')],
    ['t10-vehicles', change('15.00		15.00	5.00', '15.00	1.00	15.00	5.00')],
    ['t12-t3-projects', change('合计			600.00	490.00', '合计			601.00	491.00')],
  ])('a changed figure is found by %s, which names the tables', (id, edit) => {
    const found = failing(check('national-by-body', edit)).filter((finding) => finding.check === id);
    expect(found.length).toBeGreaterThan(0);
    for (const { message } of found) expect(message).not.toMatch(/表[一二三四五六七八九十]/);
  });

  /** What a text says of 一般公共预算当年拨款, whose table holds what was carried over too. */
  const current = (total: string, item: string) =>
    change(
      '第四部分 名词解释',
      `四、2025年一般公共预算当年拨款情况说明\n2025年一般公共预算当年拨款${total}万元。\n1.节能环保支出（类）污染防治（款）大气（项）：2025年预算数为${item}万元，主要用于监测。\n\n第四部分 名词解释`,
    );

  test.each([
    ['this year only', current('1,200.50', '490.00')],
    ['what was carried over too', current('1,250.50', '540.00')],
  ])('a text on %s agrees', (_, edit) => {
    const findings = check('national-by-body', edit).filter(({ check: id }) => id === 'narrative-5-general');
    expect(findings.map(({ outcome }) => outcome)).not.toContain('不符');
    expect(findings.map(({ outcome }) => outcome)).toContain('相符');
  });

  test.each([
    ['narrative-5-general', current('1,201.50', '490.00')],
    ['narrative-5-general', current('1,250.50', '541.00')],
    ['narrative-2-income', change('政府性基金预算拨款收入50.00万元', '政府性基金预算拨款收入51.00万元')],
    ['narrative-3-expense', change('基本支出710.50万元', '基本支出710.40万元')],
    ['narrative-shares', change('占91.61%', '占91.16%')],
  ])('a changed figure of the text is found by %s', (id, edit) => {
    expect(failing(check('national-by-body', edit)).map((finding) => finding.check)).toContain(id);
  });
});
