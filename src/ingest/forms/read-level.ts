import { remembered } from '../../remembered.ts';
import { type Level1, Level2 } from '../../schema/project.ts';
import { plain } from './cells-of.ts';

/** A place in the tree of indicators: a second level below a first. */
export interface Level {
  level1: Level1;
  level2: Level2;
}

const below = (level1: Level1, ...second: Level2[]): Level[] => second.map((level2) => ({ level1, level2 }));

/** The nine levels of the usual form, in its order. */
export const usualLevels: readonly Level[] = [
  ...below('产出指标', '数量指标', '质量指标', '时效指标', '成本指标'),
  ...below('效益指标', '经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'),
  ...below('满意度指标', '服务对象满意度指标'),
];

/** Levels of forms that make 成本指标 a first level of its own; some print no other word below it. */
export const costLevels: readonly Level[] = below(
  '成本指标',
  '经济成本指标',
  '社会成本指标',
  '生态环境成本指标',
  '成本指标',
);

export const levels: readonly Level[] = [...usualLevels, ...costLevels];

const level1Stems: [string, Level1][] = [
  ['成本', '成本指标'],
  ['产出', '产出指标'],
  ['效益', '效益指标'],
  ['满意度', '满意度指标'],
];
const level2Stems: [string, Level2][] = [
  ...Level2.options.map((level): [string, Level2] => [level.replace(/指标$/, ''), level]),
  ['生态成本', '生态环境成本指标'],
  ['环境成本', '生态环境成本指标'],
  ['环境效益', '生态效益指标'],
  ['可持续发展', '可持续影响指标'],
  ['生态环境效益', '生态效益指标'],
  ['可持续', '可持续影响指标'],
  ['可持续发展影响', '可持续影响指标'],
  ['社会公众或服务对象满意度', '服务对象满意度指标'],
  ['社会公众满意度', '服务对象满意度指标'],
  ['服务对象或受益人满意度', '服务对象满意度指标'],
  ['服务对象或项目受益人满意度', '服务对象满意度指标'],
  ['受益对象满意度', '服务对象满意度指标'],
];

/** Whether a second level stands only below 成本指标 as a first level. */
export function isCostLevel(level2: Level2 | null): boolean {
  return level2 !== null && level2 !== '成本指标' && costLevels.some((level) => level.level2 === level2);
}

/** The level that a second-level word names; 成本指标 alone says nothing of the first level above it. */
export function levelOf(level2: Level2, level1: Level1 | null): Level {
  const found = levels.filter((level) => level.level2 === level2);
  return found.find((level) => level.level1 === level1) ?? (found[0] as Level);
}

/** Reads a first-level word, with or without `指标`; 成本 without it is too common an end of a name. */
export const readLevel1 = remembered((text: string): Level1 | null => {
  if (text.length > 16) return null;
  const word = wordOf(text);
  if (word === '成本') return null;
  const stem = word.replace(/指?标?$/, '');
  return level1Stems.find(([name]) => name === stem)?.[1] ?? null;
});

/**
 * Reads a second-level word: with or without `指标`, cut by a wrap (`服务对象满意度指`, `服务对象满意`), or with
 * one misread character (`经济收益指标`).
 */
export const readLevel2 = remembered((text: string): Level2 | null => {
  if (text.length > 24) return null;
  const word = wordOf(text);
  const stem = stemOf(word);
  const found = level2Stems.find(([name]) => name === stem);
  if (found) return found[1];
  if (/^(经济[效成]|社会[效成]|生态效|生态环境成|可持续影|服务对象满?意?)$/.test(word)) {
    return Level2.options.find((level) => level.startsWith(word)) ?? null;
  }
  if (!word.endsWith('指标') || word.length < 4 || word === '绩效指标') return null;
  const near = Level2.options.filter(
    (level) =>
      level.length === word.length &&
      [...level].filter((character, index) => character !== word[index]).length === 1,
  );
  // One character of 数量指标 and 质量指标 differs from the other: only an unambiguous reading counts.
  return near.length === 1 ? (near[0] as Level2) : null;
});

/** Whether a second-level word is printed whole: neither cut nor misread. */
export function isWholeLevel2(text: string): boolean {
  const stem = stemOf(wordOf(text));
  return level2Stems.some(([name]) => name === stem);
}

/**
 * Whether a cell is what a wrap left of a level word or of the label 绩效指标: `益指标`, `意度指标`, `绩效`, `标`.
 */
export function isWordEnd(text: string, column: number): boolean {
  const word = plain(text);
  if (/^[标指]{1,2}$/.test(word) || (column === 0 && /^[绩效指标]{1,3}$/.test(word))) return true;
  if (!word.endsWith('标') || word.length > 6 || readLevel1(word) || readLevel2(word)) return false;
  return [...Level2.options, ...level1Stems.map(([, level]) => level)].some(
    (level) => level !== word && level.endsWith(word),
  );
}

/** `产出数量指标` is 数量. */
function stemOf(word: string): string {
  return word.replace(/指?标?$/, '').replace(/^产出(?=数量|质量|时效|成本)/, '');
}

const share = '(?:权重|分值|占比)?[:：]?\\d+(?:\\.\\d+)?';
const weight = new RegExp(`(?:[(【\\[]${share}[分%]?[)】\\]]|(?<=指标)${share}[分%])$`);

/** The word without the weight behind it: `数量指标（20分）`. */
function wordOf(text: string): string {
  return plain(text).replace(weight, '');
}

/** The weight behind a level word, or all of a cell that holds nothing else: `（20分）`; null where there is none. */
export function weightOf(text: string): string | null {
  const found = weight.exec(plain(text))?.[0] ?? null;
  const isAlone = found === plain(text) && /[分%]|权重|分值|占比/.test(text);
  return found && (isAlone || readLevel1(text) || readLevel2(text)) ? found : null;
}
