import type { Disclosure } from '../schema/disclosure.ts';
import type { ConversionFinding } from '../schema/finding.ts';
import { Refusal } from './refusal.ts';
import type { SourceLine } from './source-line.ts';
import { loneText } from './tables/read-grid.ts';
import { matchKey, plain } from './text/plain.ts';

export interface Identity {
  unit: string;
  year: number;
  kind: Disclosure['kind'];
  phase: Disclosure['phase'];
  findings: ConversionFinding[];
}

/** Thrown where a text does not say whose publication it is, or of which year. */
export class IdentityMissing extends Refusal {
  override name = 'IdentityMissing';
}

const publication =
  /(?:(\d{4})年?(?:度)?)?(单位|部门)?(?:综合|汇总)?(?<!预)(预算|决算)(?:(?:信息|情况|草案|及.{0,12})?公开.{0,8}|(?:编制|情况)?的?(?:说明|报告)|草案|信息)?$/;
const bodyLine =
  /^(?:编制|预算|公开)?(?:单位|部门)(?:名称)?(?:\((?:公章|盖章)\))?:(.+?)(?:(?:金额)?单位:?\(?(?:人民币)?[千百万亿]*元\)?)?$/;
const bodyName =
  /(?:局|委|委员会|厅|中心|院|校|学|馆|站|所|队|会|办|室|政府|处|园|社|部|司|台|团|厂|公司|医院|联|行|街道|乡|镇|区|署|庭|科|组|法院|检察院|协|场|库|基地|监狱|本级\)?)(?:\([^()]*\))?$/;

/**
 * Reads whose publication a text is: from its cover, from 单位名称 on its tables and from their titles; where
 * they differ the most frequent one counts, and the difference is a finding.
 *
 * @throws IdentityMissing
 */
export function identifyDocument(lines: SourceLine[]): Identity {
  const findings: ConversionFinding[] = [];
  const cover = readCover(lines);
  const bodies = new Map<string, number>();
  const years = new Map<number, number>();
  const kinds = { 单位: 0, 部门: 0 };
  let final = 0;
  for (const { text } of lines) {
    const lone = loneText(text);
    const key = matchKey(text);
    const body = bodyLine.exec(matchKey(lone ?? (/^(?:单位|部门)/.test(key) && key.length < 50 ? key : '')));
    if (body?.[1] && !/^(?:人民币)?[千百万亿]*元$/.test(body[1])) count(bodies, withoutCode(body[1]));
    if (lone === undefined || key.length > 60) continue;
    const year =
      /(20\d{2}|19\d{2})年?(?:度)?.*表(?:\(.*\))?$|(20\d{2}|19\d{2})年度?(?:单位|部门)?(?:预算|决算)/.exec(
        key,
      );
    if (year) count(years, Number(year[1] ?? year[2]));
    if (/决算/.test(key)) final += 1;
    const kind =
      /^(?:第.部分)?(?:20\d{2}年?度?)?(?:本)?(单位|部门)(?:预算|决算|职责|概况|收支|主要)|、本?(单位|部门)(?:主要)?(?:职责|职能|预算)|20\d{2}年度?(单位|部门)(?:预算|决算)/.exec(
        key,
      );
    const word = kind?.[1] ?? kind?.[2] ?? kind?.[3];
    if (word === '单位' || word === '部门') kinds[word] += 1;
  }
  const unit = mostFrequent(bodies) ?? cover.unit;
  const year = cover.year ?? mostFrequent(years);
  if (!unit)
    throw new IdentityMissing('未找到单位名称：封面应有单位全称，或表上应有「单位名称：…」', cover.line);
  if (!year)
    throw new IdentityMissing('未找到年度：封面或表题应有「2024年度单位预算公开」一类的年份', cover.line);
  if (cover.unit && matchKey(cover.unit) !== matchKey(unit)) {
    findings.push(
      differs(
        'unit-differs',
        cover.line,
        `封面单位「${cover.unit}」与表上单位名称「${unit}」不同，以表上为准`,
      ),
    );
  }
  const titled = mostFrequent(years);
  if (cover.year && titled && titled !== cover.year) {
    findings.push(
      differs(
        'year-differs',
        cover.line,
        `封面年度「${cover.year}」与多数表题年度「${titled}」不同，以封面为准`,
      ),
    );
  }
  return {
    unit,
    year,
    kind: cover.kind ?? (kinds.部门 > kinds.单位 ? '部门' : '单位'),
    phase: cover.phase ?? (final > 10 ? '决算' : '预算'),
    findings,
  };
}

interface Cover {
  unit?: string;
  year?: number;
  kind?: Identity['kind'];
  phase?: Identity['phase'];
  line: number;
}

/** The first lines up to the contents or the first part: a body's name and `2024年度单位预算公开`, together or apart. */
function readCover(lines: SourceLine[]): Cover {
  const cover: Cover = { line: lines.find(({ text }) => text.trim() !== '')?.line ?? 1 };
  let name: string | undefined;
  let seen = 0;
  for (const { text, line } of lines) {
    const key = matchKey(text);
    if (key === '' || text.includes('\t')) continue;
    if (/^目录$|^第[一二]部分/.test(key) || seen > 8) break;
    seen += 1;
    // Below a cover without contents, text begins: 根据《…预决算公开操作规程》…，现将…公开如下.
    if (/[,;。《》]/.test(key)) continue;
    const match = publication.exec(key);
    if (match) {
      cover.line = line;
      const year = match[1] ?? /(20\d{2})年/.exec(key)?.[1];
      if (year) cover.year ??= Number(year);
      if (match[2]) cover.kind ??= match[2] as Identity['kind'];
      cover.phase ??= match[3] as Identity['phase'];
      const rest = key
        .replace(publication, '')
        .replace(/^(?:20\d{2})年?(?:度)?|(?:关于)?(?:20\d{2}年?(?:度)?)?$/g, '');
      if (bodyName.test(rest)) cover.unit = rest;
    } else if (/^(20\d{2})年?(?:度)?$/.test(key)) cover.year ??= Number(key.slice(0, 4));
    else if (bodyName.test(key) && key.length <= 40) name ??= matchKey(plain(text));
  }
  const unit = withoutCode(cover.unit ?? name ?? '');
  return unit ? { ...cover, unit } : cover;
}

/**
 * A body's name without the code of its budget unit: `301001-平顺县水利局`, `[118001]高平市人民法院`. What stands before
 * a name at once, as in 120急救中心, is a code only where it is as long as one.
 */
function withoutCode(name: string): string {
  const [, rest = ''] =
    /^(?:[[(【〔]\d{3,}(?:[-.]\d+)*[\])】〕][-—–－_:.、]?|\d{3,}(?:[-.]\d+)*[-—–－_:.、]|\d{6,})(\p{Script=Han}.*)$/u.exec(
      name,
    ) ?? [];
  return bodyName.test(rest) ? rest : name;
}

function differs(rule: string, line: number, message: string): ConversionFinding {
  return { rule, status: 'decided', place: { line }, message };
}

function count<Key>(map: Map<Key, number>, key: Key): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function mostFrequent<Key>(map: Map<Key, number>): Key | undefined {
  return [...map].reduce<[Key, number] | undefined>(
    (best, entry) => (best && best[1] >= entry[1] ? best : entry),
    undefined,
  )?.[0];
}
