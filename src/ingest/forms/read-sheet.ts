import type { ConversionFinding } from '../../schema/finding.ts';
import type { FundLine, ProjectText } from '../../schema/project.ts';
import type { Sheet } from './find-forms.ts';
import { readFoot, type SheetFoot } from './read-foot.ts';
import { readFunds } from './read-funds.ts';
import { readHead, type SheetHead } from './read-head.ts';
import { readTexts } from './read-texts.ts';
import { type SheetParts, splitSheet } from './split-sheet.ts';

/** One sheet with all but its lists read. */
export interface ReadSheet {
  sheet: Sheet;
  parts: SheetParts;
  head: SheetHead;
  foot: SheetFoot;
  funds: FundLine[];
  fundFindings: ConversionFinding[];
  texts: ProjectText[];
  textFindings: ConversionFinding[];
}

/** Reads head, money, texts and foot of a sheet; the lists are read when all sheets of a project are known. */
export function readSheet(sheet: Sheet): ReadSheet {
  const parts = splitSheet(sheet);
  const funds = readFunds(parts.funds);
  const texts = readTexts(parts.texts);
  return {
    sheet,
    parts,
    head: readHead(parts.head),
    foot: readFoot(parts.foot),
    funds: funds.funds,
    fundFindings: funds.findings,
    texts: texts.texts,
    textFindings: texts.findings,
  };
}
