import { programName } from '../../program-name.ts';
import type { Chart } from '../chart.ts';
import { chartCsv } from '../chart-csv.ts';
import { standaloneSvg } from '../standalone-svg.ts';

/** A file to download. */
export interface ChartFile {
  /** `income.csv` */
  name: string;
  /** Draws it. */
  text(): string;
}

/**
 * The downloads of charts: the data of each as CSV, the picture of each that has one as SVG.
 *
 * A picture goes its own way, into an article or a talk, and names whose figures it shows and what drew it. Not the
 * archive that it was found in: that published nothing of it, and the pictures of a disclosure are made from it alone.
 *
 * @param origin says where the figures come from, e.g. `某县统计中心 2024 年预算公开`
 */
export function chartFiles(charts: Chart[], origin: string): ChartFile[] {
  const foot = `${origin} · ${programName}制图`;
  return charts.flatMap((chart) => [
    { name: `${chart.id}.csv`, text: () => chartCsv(chart) },
    ...(chart.scenes ? [{ name: `${chart.id}.svg`, text: () => standaloneSvg(chart, foot) ?? '' }] : []),
  ]);
}

/** `某县统计中心 2024 年预算公开` */
export function originOf(disclosure: { unit: { name: string }; year: number; phase: string }): string {
  return `${disclosure.unit.name} ${disclosure.year} 年${disclosure.phase}公开`;
}
