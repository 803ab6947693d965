import { nearestName } from '../../nearest-name.ts';
import type { Line, TableView } from './table-view.ts';

/** Parts of the “三公” expenses. */
export type ThreePublicPart = 'abroad' | 'reception' | 'vehicles' | 'purchase' | 'running' | 'total';

/** How the parts are called, in tables and in sentences. The innermost name first. */
export const threePublicNames: [ThreePublicPart, RegExp][] = [
  ['vehicles', /公务用车购置(费)?(及|和|与|、)(公务用车)?(运行|运维)/],
  ['running', /公务用车(运行|运维)/],
  ['purchase', /公务用车购置/],
  ['reception', /公务接待/],
  ['abroad', /因公出国|出国\(境\)|出国境/],
  ['total', /^合计$|^总计$|三公[”"]?经费/],
];

/** Which part a name means. */
export function threePublicPart(name: string): ThreePublicPart | undefined {
  const meant = nearestName(name, usualNames, 1) ?? name;
  return threePublicNames.find(([, pattern]) => pattern.test(meant))?.[0];
}

/** Names as they are printed as a rule: what a misread one is held against. */
const usualNames = [
  '因公出国(境)费',
  '公务接待费',
  '公务用车购置及运行费',
  '公务用车购置及运行维护费',
  '公务用车购置费',
  '公务用车运行维护费',
];

/** Lines of table 十 by part. */
export function readThreePublic(view: TableView): Map<ThreePublicPart, Line> {
  const lines = new Map<ThreePublicPart, Line>();
  for (const line of view.lines) {
    const part = threePublicPart(line.name);
    if (part && !lines.has(part)) lines.set(part, line);
  }
  return lines;
}
