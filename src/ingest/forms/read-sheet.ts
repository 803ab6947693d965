import type { MoneyUnit } from '../../schema/figure.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import type { FundLine, ProjectText } from '../../schema/project.ts';
import type { Sheet } from './find-forms.ts';
import { moneyUnitOfRows } from './form-money-unit.ts';
import { readFoot, type SheetFoot } from './read-foot.ts';
import { readFunds } from './read-funds.ts';
import { readHead, type SheetHead } from './read-head.ts';
import { readTexts } from './read-texts.ts';
import type { SheetParts } from './split-sheet.ts';

/** One sheet with all but its lists read. */
export interface ReadSheet {
  sheet: Sheet;
  parts: SheetParts;
  head: SheetHead;
  foot: SheetFoot;
  /** Unit of its money, printed in it or known from the other forms. */
  unit: MoneyUnit | null;
  funds: FundLine[];
  fundFindings: ConversionFinding[];
  texts: ProjectText[];
  textFindings: ConversionFinding[];
}

/** Unit of money that a sheet prints: beside its money, in its head or above it. */
export function printedUnit(sheet: Sheet, parts: SheetParts): MoneyUnit | null {
  return moneyUnitOfRows(parts.funds) ?? moneyUnitOfRows(parts.head) ?? sheet.unit;
}

/**
 * Reads head, money, texts and foot of a sheet; the lists are read when all sheets of a project are known.
 *
 * @param usual unit of money in the other forms of the document, for a form that prints none
 */
export function readSheet(sheet: Sheet, parts: SheetParts, usual: MoneyUnit | null): ReadSheet {
  const printed = printedUnit(sheet, parts);
  const unit = printed ?? usual;
  const funds = readFunds(parts.funds, unit);
  const [first] = funds.funds;
  if (!printed && usual && first)
    funds.findings.push({
      rule: 'money-unit-decided',
      status: 'decided',
      place: { line: first.line },
      message: `本表没有印出金额单位，按其他目标表印出的「${usual}」读取。`,
      expected: usual,
    });
  const [scope, other] = funds.scopes;
  const texts = readTexts(parts.texts, other ? undefined : scope);
  return {
    sheet,
    parts,
    unit,
    head: readHead(parts.head),
    foot: readFoot(parts.foot),
    funds: funds.funds,
    fundFindings: funds.findings,
    texts: texts.texts,
    textFindings: texts.findings,
  };
}
