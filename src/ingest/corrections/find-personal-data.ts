import type { SourceLine } from '../source-line.ts';

/** A natural person's number in a line, by the range that it covers. The value itself is not kept. */
export interface PersonalData {
  line: number;
  /** Half-open range of UTF-16 units in the line. */
  from: number;
  to: number;
  kind: 'id-card' | 'mobile' | 'bank-card';
  /** What stands for it: its first digit, and `*` for each other character. */
  masked: string;
}

/** Digits as groups with single blanks or hyphens between them, nothing that makes them part of a longer number. */
const runs = /(?<![\dA-Za-z.,:/_+-])\d(?:[ -]?\d){9,22}[Xx]?(?![\dA-Za-z_])(?![.,:/]\d)/g;
/** Words before a number that say what it is. */
const codeWords =
  /(?:代码|编码|编号|文号|信用代码|项目号|流水号|订单号|单号|时间|日期|序号|科目)(?:为|是|号|[：:（(\s])*$/;
const moneyWords = /资金|金额|合计|拨款|预算|万元|（元）|\(元\)|经费/;
const phoneWords = /电话|手机|联系|号码|微信|热线|拨打/;
const bankWords = /卡号|账号|帐号|账户|帐户|开户|银行/;
/** First digits of payment cards. */
const issuers = /^(?:62|60|65|68|9[0-9]|4|5[1-5]|3[4-7])/;

/**
 * Finds ID-card numbers, mobile numbers and bank cards, by check digits and not by their look alone.
 *
 * Amounts, timestamps, project and account codes are left: a number beside a decimal point, inside a longer number
 * or after a word such as 编码 is none; a bare number in a table's cell among amounts is an amount.
 */
export function findPersonalData(lines: readonly SourceLine[]): PersonalData[] {
  // Full-width digits are one UTF-16 unit each, as half-width ones: ranges stay the same.
  const plain = lines
    .filter(({ text }) => /[\d０-９]/.test(text))
    .map(({ text, line }) => ({
      text: text.replace(/[０-９Ｘｘ－]/g, (sign) => sign.normalize('NFKC')),
      line,
    }));
  const inLines = plain.flatMap(({ text, line }) =>
    [...text.matchAll(runs)].flatMap((match) => inRun(text, match[0], match.index, line)),
  );
  const cut = plain.flatMap((line, index) => acrossBreak(line, plain[index + 1]));
  return [...inLines, ...cut].toSorted((a, b) => a.line - b.line || a.from - b.from);
}

/** A number that a line or page break cuts in two: the end of one line and the beginning of the next one. */
function acrossBreak(above: SourceLine, below: SourceLine | undefined): PersonalData[] {
  const head = /(?<![\d.,])\d{3,16}$/.exec(above.text.trimEnd());
  const tail = /^\s*(\d{1,16}[Xx]?)(?![\d.,A-Za-z])/.exec(below?.text ?? '');
  // In a table the cells of two rows are two figures.
  const inTable = above.text.includes('\t') || below?.text.includes('\t');
  if (!head || !tail || !below || inTable || below.line - above.line > 8) return [];
  const rest = tail[1] ?? '';
  const [whole] = inRun(
    above.text.slice(0, head.index) + head[0] + rest,
    head[0] + rest,
    head.index,
    above.line,
  );
  if (!whole || (whole.kind === 'mobile' && !phoneWords.test(above.text))) return [];
  const start = tail[0].length - rest.length;
  return [
    { ...whole, to: head.index + head[0].length, masked: whole.masked.slice(0, head[0].length) },
    { ...whole, line: below.line, from: start, to: start + rest.length, masked: '*'.repeat(rest.length) },
  ];
}

/** The number in a run of digits, if the whole run is one. */
function inRun(text: string, run: string, from: number, line: number): PersonalData[] {
  const digits = run.replace(/[ -]/g, '');
  const before = text.slice(0, from);
  const after = text.slice(from + run.length);
  const found = (kind: PersonalData['kind']): PersonalData[] => [
    { line, from, to: from + run.length, kind, masked: run[0] + '*'.repeat(digits.length - 1) },
  ];
  // Its date and check character decide, wherever a wrap put a blank.
  if (isIdCard(digits)) return found('id-card');
  if (
    /^\d{15}$/.test(digits) &&
    /身份证[^。；\t]{0,8}$/.test(before) &&
    isBirthDate(`19${digits.slice(6, 12)}`)
  ) {
    return found('id-card');
  }
  if (/^\s*[万亿]?元/.test(after) || codeWords.test(before)) return [];
  if (isMobile(digits, run, before) && !isAmountCell(text, before, after, digits)) return found('mobile');
  if (isBankCard(digits, run, before)) return found('bank-card');
  return [];
}

/** 18 characters, a date of birth, and the check character of ISO 7064 MOD 11-2. */
function isIdCard(digits: string): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(digits) || !isBirthDate(digits.slice(6, 14))) return false;
  const sum = [...digits.slice(0, 17)].reduce(
    (total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11),
    0,
  );
  return '10X98765432'[sum % 11] === digits[17]?.toUpperCase();
}

function isBirthDate(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number) as [
    number,
    number,
    number,
  ];
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= days;
}

/** 11 digits, undivided or as 3-4-4; after a word for telephone also where a wrap put a blank. */
function isMobile(digits: string, run: string, before: string): boolean {
  if (!/^1[3-9]\d{9}$/.test(digits)) return false;
  return (
    run === digits || /^\d{3}([ -])\d{4}\1\d{4}$/.test(run) || (phoneWords.test(before) && !run.includes('-'))
  );
}

/** Whether a number fills a cell of a line that speaks of money and not of telephones, or stands among amounts. */
function isAmountCell(text: string, before: string, after: string, digits: string): boolean {
  if (phoneWords.test(text)) return false;
  if (/0{5,}$/.test(digits)) return true;
  const bare = /(?:^|[\t|])\s*$/.test(before) && /^\s*(?:$|[\t|])/.test(after);
  return bare && (moneyWords.test(text) || /(?:^|[\t|])\s*[\d,]+\.\d{2}\s*(?:$|[\t|])/.test(text));
}

/** 16–19 digits with a card's first digits and Luhn's check digit, undivided or in fours. */
function isBankCard(digits: string, run: string, before: string): boolean {
  if (digits.length < 16 || digits.length > 19 || !issuers.test(digits)) return false;
  if (run !== digits && !/^\d{4}(?:([ -])\d{4})(?:\1\d{3,4}){2,3}$/.test(run)) return false;
  if (!passesLuhn(digits)) return false;
  // A project's code begins with a region and a year: `510104` `2024`.
  return bankWords.test(before) || !/^[1-8]\d{5}20[0-4]\d/.test(digits);
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, sign, index) => {
    const double = Number(sign) * (index % 2 === 1 ? 2 : 1);
    return total + (double > 9 ? double - 9 : double);
  }, 0);
  return sum % 10 === 0 && /[^0]/.test(digits);
}
