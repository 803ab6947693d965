import { nearestName } from '../../nearest-name.ts';
import { remembered } from '../../remembered.ts';
import type { FundSource } from '../../schema/project.ts';
import { plain } from './cells-of.ts';

/** A piece of the money grid: a label, an amount, or what a wrap left of a label. */
export type FundPiece =
  | { kind: 'label'; source: FundSource; scope: '实施期' | '年度' | null }
  | { kind: 'amount'; printed: string }
  | { kind: 'tail' }
  | { kind: 'other'; text: string };

/** An amount, negative by a minus or in brackets; a bracketed number of one or two digits is none. */
const amount = /(\((?:\d[\d,]*\.\d+|\d[\d,]{2,})\)|[-−－]?\d[\d,，]*(?:[.．]\d+)?)/;

/**
 * Reads one cell of the money grid into labels and amounts in their order, also where label and amount, or both
 * halves, share the cell (`实施期资金总额：404,000`).
 */
export const readFundCell = remembered((text: string): readonly FundPiece[] => {
  if (text.length > 80) return [{ kind: 'other', text }];
  const tight = text
    .normalize('NFKC')
    .replace(/(?<=\d)\s*,\s*(?=\d{3})/g, ',')
    .replace(/(\d{4})年度?(?=[^\d])/g, '年度')
    .replace(/(?<=\d)\s*[千百万亿]*元$/, '')
    .replace(/^\s*\d{1,2}[.、](?=[\u3400-\u9fff])/, '');
  if (/\d/.test(tight) && !/[\u3400-\u9fff]/.test(tight) && !/^[\d,.\s-]+$/.test(tight)) {
    return [{ kind: 'amount', printed: text.trim() }];
  }
  return tight.split(amount).flatMap((part, index): FundPiece[] => {
    if (index % 2 === 1) return [{ kind: 'amount', printed: part }];
    const word = plain(part).replace(/^[:,、;。]+/, '');
    return word === '' || /^[-—–/\\]+$/.test(word) ? [] : labelsIn(word);
  });
});

function labelsIn(printed: string): FundPiece[] {
  const word = meantBy(printed);
  const both =
    /^(.+?总额:?)(.*总额:?)$/.exec(word) ?? /^(.{3,}?(?:资金|自筹):?)(其中.+|.{2,}(?:资金|自筹))$/.exec(word);
  if (both && sourceOf(both[1] as string) && sourceOf(both[2] as string)) {
    return [...labelsIn(both[1] as string), ...labelsIn(both[2] as string)];
  }
  const source = sourceOf(word);
  if (source === '合计') {
    const scope = /年度|当年|本年|^预算数/.test(word)
      ? '年度'
      : /实施期|中|^项目总/.test(word)
        ? '实施期'
        : null;
    return [{ kind: 'label', source, scope }];
  }
  if (source) return [{ kind: 'label', source, scope: null }];
  if (/^[政资金额财]{1,3}$/.test(word)) return [{ kind: 'tail' }];
  return [{ kind: 'other', text: word }];
}

/** A label that is misread in one character as it should be; any other text as it is. */
function meantBy(word: string): string {
  const bare = bareLabel(word);
  if (bare.length < 5 || sourceOf(word)) return word;
  return nearestName(bare, usualLabels, bare.length >= 7 ? 2 : 1) ?? word;
}

const usualLabels = [
  '实施期资金总额',
  '年度资金总额',
  '中央财政资金',
  '省级财政资金',
  '市级财政资金',
  '县级财政资金',
  '市县区财政资金',
  '市县区财政资',
  '单位自筹资金',
  '上年结转资金',
  '财政拨款资金',
];

/** Source that a label names: `其中:中央财政资金`, `市县(区)财政资` cut by a wrap, `单位自筹`. */
export const sourceOf = remembered((label: string): FundSource | null => {
  const word = bareLabel(label);
  return sources.find(([pattern]) => pattern.test(word))?.[1] ?? null;
});

function bareLabel(label: string): string {
  return plain(label)
    .replace(/^其中:?/, '')
    .replace(/[()、]/g, '');
}

const ending = '(级|本级)?(财政)?(预算|专项|配套|补助|安排)?(资金?|拨款|投入)?';
const sources: [RegExp, FundSource][] = [
  [/^(实施期|中期|中长期|年度|当年|本年|本年度|项目)?(资金|预算|金额)(总额?|合计|总计)$|^合计$/, '合计'],
  [/^(项目)?(年度|当年|本年度?)总?(预算|金额|预算数)$|^预算数$|^项目总(预算|额|金额)$/, '合计'],
  [/^(当年|本年|年度)?(一般公共预算)?(财政拨款|财政性?资金|一般公共预算|本级财政资金)(收入)?$/, '财政拨款'],
  [/^(使用)?(上年|以前年度)(财政拨款)?(结转|结余|结转结余|结余结转)(资金)?$/, '上年结转'],
  [new RegExp(`^中央${ending}$`), '中央'],
  [new RegExp(`^(省|自治区)${ending}$`), '省级'],
  [new RegExp(`^(市|县|区|旗|州|市县|市县区|县区|县市区|区县|盟市|州市)${ending}$`), '市县'],
  [/^(单位|项目单位)?自筹(资金?)?$/, '自筹'],
  [/^其[他它](资金?|来源)?$/, '其他'],
];
