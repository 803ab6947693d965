import { countIndicators } from '../schema/count-indicators.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { isRead } from '../schema/figure.ts';

/** How many of a kind there are, and how many of them have something that could not be decided. */
export interface Share {
  total: number;
  undecided: number;
}

/** How texts came through the conversion. */
export interface Conversion {
  /** Printed amounts of the tables. */
  figures: Share;
  /** Printed amounts of the project forms. */
  money: Share;
  indicators: Share;
  /** What the conversion noted, by status. */
  findings: { decided: number; undecided: number; note: number };
  /** Texts of a template that is not recognised. */
  unknown: number;
}

/** Counts what came through and what is open in one disclosure. */
export function conversionOf(disclosure: Disclosure): Conversion {
  const { tables, projects, findings, template } = disclosure;
  const cells = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
  const amounts = cells.filter((cell) => cell !== null && typeof cell === 'object');
  const money = projects.flatMap(({ funds }) => funds.flatMap(({ total, annual }) => [total, annual]));
  const byStatus = (status: string) => findings.filter((finding) => finding.status === status).length;
  return {
    figures: share(amounts, isRead),
    money: share(
      money.filter((figure) => figure !== null),
      isRead,
    ),
    indicators: countIndicators(disclosure),
    findings: { decided: byStatus('decided'), undecided: byStatus('undecided'), note: byStatus('note') },
    unknown: template === 'unknown' ? 1 : 0,
  };
}

function share<Item>(items: Item[], isDecided: (item: Item) => boolean): Share {
  return { total: items.length, undecided: items.filter((item) => !isDecided(item)).length };
}

/** Adds up the conversions of several disclosures. */
export function sumConversions(conversions: Conversion[]): Conversion {
  const sum = (value: (conversion: Conversion) => number) =>
    conversions.reduce((total, conversion) => total + value(conversion), 0);
  const shares = (value: (conversion: Conversion) => Share): Share => ({
    total: sum((conversion) => value(conversion).total),
    undecided: sum((conversion) => value(conversion).undecided),
  });
  return {
    figures: shares(({ figures }) => figures),
    money: shares(({ money }) => money),
    indicators: shares(({ indicators }) => indicators),
    findings: {
      decided: sum(({ findings }) => findings.decided),
      undecided: sum(({ findings }) => findings.undecided),
      note: sum(({ findings }) => findings.note),
    },
    unknown: sum(({ unknown }) => unknown),
  };
}
