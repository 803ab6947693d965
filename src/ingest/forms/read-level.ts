import { remembered } from '../../remembered.ts';
import { type Level1, Level2 } from '../../schema/project.ts';
import { plain } from './cells-of.ts';

/** The nine second levels in the template's order, which every form keeps. */
export const levelOrder: readonly Level2[] = Level2.options;

const level1Stems: [string, Level1][] = [
  ['产出', '产出指标'],
  ['效益', '效益指标'],
  ['满意度', '满意度指标'],
];
const level2Stems: [string, Level2][] = [
  ...levelOrder.map((level): [string, Level2] => [level.replace(/指标$/, ''), level]),
  ['经济成本', '成本指标'],
  ['社会成本', '成本指标'],
  ['生态环境成本', '成本指标'],
  ['环境效益', '生态效益指标'],
  ['可持续发展', '可持续影响指标'],
  ['生态环境效益', '生态效益指标'],
  ['可持续', '可持续影响指标'],
  ['可持续发展影响', '可持续影响指标'],
  ['社会公众或服务对象满意度', '服务对象满意度指标'],
  ['社会公众满意度', '服务对象满意度指标'],
  ['受益对象满意度', '服务对象满意度指标'],
];

/** Level 1 follows from level 2, always. */
export function level1Of(level: Level2): Level1 {
  const index = levelOrder.indexOf(level);
  return index < 4 ? '产出指标' : index < 8 ? '效益指标' : '满意度指标';
}

/** Reads a first-level word, with or without `指标`. */
export const readLevel1 = remembered((text: string): Level1 | null => {
  if (text.length > 16) return null;
  const stem = wordOf(text).replace(/指?标?$/, '');
  return level1Stems.find(([name]) => name === stem)?.[1] ?? null;
});

/**
 * Reads a second-level word: with or without `指标`, cut by a wrap (`服务对象满意度指`, `服务对象满意`), or with
 * one misread character (`经济收益指标`).
 */
export const readLevel2 = remembered((text: string): Level2 | null => {
  if (text.length > 24) return null;
  const word = wordOf(text);
  const stem = word.replace(/指?标?$/, '');
  const found = level2Stems.find(([name]) => name === stem);
  if (found) return found[1];
  if (/^(经济效|社会效|生态效|可持续影|服务对象满?意?)$/.test(word)) {
    return levelOrder.find((level) => level.startsWith(word)) ?? null;
  }
  if (!word.endsWith('指标') || word.length < 4 || word === '绩效指标') return null;
  const near = levelOrder.filter(
    (level) =>
      level.length === word.length &&
      [...level].filter((character, index) => character !== word[index]).length === 1,
  );
  // One character of 数量指标 and 质量指标 differs from the other: only an unambiguous reading counts.
  return near.length === 1 ? (near[0] as Level2) : null;
});

/**
 * Whether a cell is what a wrap left of a level word or of the label 绩效指标: `益指标`, `意度指标`, `绩效`, `标`.
 */
export function isWordEnd(text: string, column: number): boolean {
  const word = plain(text);
  if (/^[标指]{1,2}$/.test(word) || (column === 0 && /^[绩效指标]{1,3}$/.test(word))) return true;
  if (!word.endsWith('标') || word.length > 6 || readLevel1(word) || readLevel2(word)) return false;
  return [...levelOrder, ...level1Stems.map(([, level]) => level)].some(
    (level) => level !== word && level.endsWith(word),
  );
}

/** The word without a weight behind it: `数量指标（20分）`. */
function wordOf(text: string): string {
  return plain(text).replace(/\(\d+(分|%)?\)$/, '');
}
