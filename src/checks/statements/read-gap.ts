/** What the words between two numbers say about the second one. */
export interface Gap {
  /** Name before the number, without year and connectives. */
  what: string;
  /** Year right before the name. */
  year: number | null;
  /** Whether the name is of the year before: 上年预算数. */
  prior: boolean;
  /** 1 增加, -1 减少, where a verb of change stands right before the number; else 0. */
  verb: 1 | -1 | 0;
  /** Who changed, where it stands before the verb. */
  subject: string;
  /** Year that a change is compared with. */
  baseYear: number | null;
  /** Text between 占 and the number, null where no share is meant. */
  shareOf: string | null;
  /** Whether something is said to be as in the year before: 与上年持平. */
  same: boolean;
  /** What is said to be so, where it stands before: 会议费与上年持平，接待费减少. */
  sameSubject: string;
  /** Whether 其中 or a word for parts stands here. */
  within: boolean;
  /** Whether the explanation of a change begins here. */
  reason: boolean;
  /** Whether it begins before anything is said to be the same. */
  reasonFirst: boolean;
}

const more = '增加|增长|上升|提高|上涨|增幅|增长率|增加额|增量|多';
const less = '减少|下降|降低|压减|压缩|减幅|降幅|下降率|少';
const filler = '(?:幅度)?(?:了|额|率)?(?:为|约|约为|达|达到|是)?[:]?';
const verbEnd = new RegExp(`(?:(${more})|(${less}))${filler}$`);
/** What a rate or share does is no change of an amount: 增幅下降 3%. */
const rateMoves = new RegExp(
  `(?:增幅|增速|增长率|降幅|占比|比重|比例)(?:${more}|${less}|回落|收窄|扩大)${filler}$`,
);
const base = /(?:比|较|与|和|同)(?:(\d{4})年|上年|去年|上一?年|往年|以前年度)|同比|环比/;
const sameWords = /持平|相同|一致|无变化|没有变化|未发生变化|保持不变|无增减|没有增减/;
const reasonWords = /原因|由于|因为|主要是(?!由)|主要系|是因/;
const partWords = /其中|分项|分别(?:为|是)|主要用于|包括|如下/;

/** Reads the words between two numbers of a sentence (plain notation). */
export function readGap(text: string): Gap {
  const verb = rateMoves.test(text) ? null : verbEnd.exec(text);
  const compared = base.exec(text);
  const clause = lastClause(text).replace(/^.*\((?=[^()]*$)/, '');
  const named = nameOf(clause);
  const share = /占(比)?([^占]*)$/.exec(text);
  const reasonAt = text.search(reasonWords);
  const sameAt = text.search(sameWords);
  return {
    ...named,
    verb: verb ? (verb[1] ? 1 : -1) : 0,
    subject: verb ? subjectOf(clause) : '',
    sameSubject: sameAt >= 0 ? subjectOf(text.slice(0, sameAt)) : '',
    baseYear: compared?.[1] ? Number(compared[1]) : null,
    shareOf:
      share && !verb ? (share[2] ?? '').replace(/^(比|了|到)|(的|为|约|约为|比例为|比重为|:)+$/g, '') : null,
    same: sameAt >= 0 && /上年|去年|上一?年|\d{4}年|预算/.test(text),
    within: partWords.test(text) || text.startsWith(':'),
    reason: reasonAt >= 0,
    reasonFirst: reasonAt >= 0 && (sameAt < 0 || reasonAt < sameAt),
  };
}

/** What begins with a year's budget and names nothing itself: `2031年预算数`. */
export const nameless = /^(?:(?:19|20)\d\d年?度?)?(?:年初|当年)?预算(?:安排)?数?(?:为|共|是|安排)?(?=$|\d)/;

/** The words since the last comma; where they name nothing, with those before their colon: 书架购置：2031年预算数. */
function lastClause(text: string): string {
  const [last = '', before = ''] = text.split(/[,:、]/).reverse();
  const isOfBefore = nameless.test(last) || (/[(][类款项][)]$/.test(before) && /^支出预算数?为?$/.test(last));
  return isOfBefore && text.endsWith(`:${last}`) ? before + last : last;
}

/** Cuts year and connectives off a name. */
function nameOf(clause: string): Pick<Gap, 'what' | 'year' | 'prior'> {
  const year = [...clause.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)年?度?(?:年初)?/g)].at(-1);
  const prior =
    /(?:上年|去年|上一?年度?)度?(?!.*结转)(?:预算|同期|为|安排|执行|决算|数)/.test(clause) ||
    /(?:比|较|与)(?:上|去|上一)年度?的?$/.test(clause);
  const after = clause.slice(year ? year.index + year[0].length : 0);
  // 三公经费2024年预算 10 万元: the name stands before the year, and only a filler behind it.
  const named = year && /^(年初|财政拨款)?(预算|安排|计划|预计)?(数|额|总额|资金|支出)?(为|共)?$/.test(after);
  const what = (named ? clause.slice(0, year.index) + after : after)
    .replace(/预算预算数?$/, '预算')
    .replace(
      /^(其中|分别为|分别是|主要包括|主要用于|包括|支出包括|包含|含|以及|及|和|或|一是|二是|三是|四是|五是|\([一二三四五六七八九十]+\)|\(?\d+\)?[.、]?)+/,
      '',
    )
    .replace(/(合计|共计|总计)?(共有|为|共|约|达|是|:|\()+$/, (end, sum = '') =>
      sum ? end.slice(0, sum.length) : '',
    );
  return { what, year: year ? Number(year[1]) : null, prior };
}

/** Who changed: what is left of a clause when comparison and filler are cut off. */
function subjectOf(clause: string): string {
  const text = clause.split(/[,:、]/).at(-1) ?? '';
  return text
    .replace(/\d{4}年度?/g, '')
    .replace(new RegExp(`(?:${more}|${less})${filler}$`), '')
    .replace(
      /(?:比|较|与|和|同)(?:上年|去年|上一?年|往年|以前年度)?度?(?:的|同期)?(?:预算数?|决算数?|执行数|年初)?(?:相比|比较|对比)?/g,
      '',
    )
    .replace(/同比|环比|相比|均|都|皆|各项|全部|预算数?|总额|总体|金额|数额|共计|合计|^了|^其中|的$/g, '');
}
