import { formulaSigns, quietCommands, textCommands } from './formula-signs.ts';
import { subscript, superscript } from './raised.ts';

/** A formula between `$`, `$$`, `\(` or `\[`, within one cell. */
const formula = /(\${1,2})((?:\\.|[^$\\\t])+?)\1|\\\(([^\t]+?)\\\)|\\\[([^\t]+?)\\\]/y;

/**
 * Writes out the formulas that conversions make of signs, amounts and units: `$\geq$12次` → `≥12次`, `98.42\%` →
 * `98.42%`, `300m^{2}` → `300m²`. A formula that holds anything else stays as it is, and so does a `$` that is money.
 */
export function plainFormulas(text: string): string {
  if (!/[$\\]|[\^_]\{/.test(text)) return text;
  const parts: string[] = [];
  let bare = '';
  const add = (part: string) => {
    parts.push(writeBare(bare), part);
    bare = '';
  };
  for (let at = 0; at < text.length; ) {
    const sign = text[at] as string;
    formula.lastIndex = at;
    const match = sign === '$' || sign === '\\' ? formula.exec(text) : null;
    const body = match?.[2] ?? match?.[3] ?? match?.[4] ?? '';
    const after = text[at + (match?.[0].length ?? 0)];
    if (match && isFormula(body, after)) {
      // What is not known stays whole: half of a formula would say something else.
      add(new Formula(body).write() ?? match[0]);
      at += match[0].length;
    } else {
      const length = sign === '\\' ? 2 : 1;
      bare += text.slice(at, at + length);
      at += length;
    }
  }
  add('');
  return parts.join('');
}

/** Whether what stands between two `$` is a formula: `$500，约$80` are two amounts of money. */
function isFormula(body: string, after: string | undefined): boolean {
  if (/[\\^_{]/.test(body)) return true;
  const isMoney = /^\d/.test(body) && /\d/.test(after ?? '');
  return !isMoney && /^[\s\d.,+\-−=<>≤≥≠≈±×÷~%‰()（）/:：①-⑳]+$|^\s*[A-Za-z]{1,3}\s*$/.test(body);
}

/** A blank that only parts tokens; LaTeX prints none. */
const soft = '\uFFFF';

/** The inside of a formula, read from left to right. */
class Formula {
  private at = 0;
  private readonly body: string;

  constructor(body: string) {
    this.body = body;
  }

  /** Its plain characters, undefined where it holds what is not known. */
  write(): string | undefined {
    const written = this.readUntil('');
    return written === undefined || this.at < this.body.length ? undefined : closeBlanks(written).trim();
  }

  private readUntil(end: string): string | undefined {
    let out = '';
    while (this.at < this.body.length && this.body[this.at] !== end) {
      const token = this.readToken();
      if (token === undefined) return undefined;
      out += token;
    }
    return out;
  }

  private readToken(): string | undefined {
    const sign = this.body[this.at] as string;
    if (sign === '\\') return this.readCommand();
    this.at += 1;
    if (/\s/.test(sign)) return soft;
    if (sign === '{') return this.readGroup();
    if (sign === '^' || sign === '_') {
      const argument = this.readArgument();
      const plain = argument?.replaceAll(soft, '');
      return plain === undefined ? undefined : sign === '^' ? superscript(plain) : subscript(plain);
    }
    // A tie is a blank, unless recognition has read the sign of a range.
    if (sign === '~') return /^\s*\d/.test(this.body.slice(this.at)) && this.at > 1 ? '~' : soft;
    return /[}&#$]/.test(sign) ? undefined : sign;
  }

  private readGroup(): string | undefined {
    const inner = this.readUntil('}');
    if (this.body[this.at] !== '}') return undefined;
    this.at += 1;
    return inner;
  }

  private readArgument(): string | undefined {
    while (/\s/.test(this.body[this.at] ?? '')) this.at += 1;
    return this.at < this.body.length ? this.readToken() : undefined;
  }

  private readCommand(): string | undefined {
    const [command = '', name = ''] = /^\\([A-Za-z]+|[\s\S])/.exec(this.body.slice(this.at)) ?? [];
    this.at += command.length;
    if (/^[%$&#_{}]$/.test(name)) return name;
    if (/^[,;:! ]$/.test(name)) return soft;
    if (quietCommands.has(name)) return soft;
    const isText = textCommands.get(name);
    if (isText !== undefined) {
      const argument = this.readArgument();
      return isText ? argument?.replaceAll(soft, ' ') : argument;
    }
    if (/^(?:textcircled|circled)$/.test(name)) return circled(this.readArgument());
    if (/^[dt]?frac$/.test(name)) return fraction(this.readArgument(), this.readArgument());
    return formulaSigns.get(name);
  }
}

/** `1` → ①, up to ⑳. */
function circled(argument: string | undefined): string | undefined {
  const inner = argument?.replaceAll(soft, '').trim() ?? '';
  if (/^[①-⑳]$/.test(inner)) return inner;
  return /^(?:[1-9]|1\d|20)$/.test(inner) ? String.fromCodePoint(0x245f + Number(inner)) : undefined;
}

function fraction(above: string | undefined, below: string | undefined): string | undefined {
  const [top, bottom] = [above, below].map((part) => part?.replaceAll(soft, '').trim() ?? '');
  return [top, bottom].every((part) => /^[\p{L}\d.]+$/u.test(part ?? '')) ? `${top}/${bottom}` : undefined;
}

/** Recognition that prints each sign apart (`8 0 . 0 0`) means no blanks; between whole numbers one stays. */
function closeBlanks(text: string): string {
  const tokens = text.split(new RegExp(`${soft}+`)).filter((token) => token !== '');
  return tokens.reduce((out, token, index) => {
    const before = tokens[index - 1] ?? '';
    const isApart = /\d$/.test(before) && /^\d/.test(token) && before.length + token.length > 2;
    return out + (isApart ? ' ' : '') + token;
  }, '');
}

/** Commands, escapes and raised signs of text outside of formulas: what is not known stays. */
function writeBare(text: string): string {
  if (!/\\|[\^_]\{/.test(text)) return text;
  return text
    .replace(/\\([%$&#_])/g, '$1')
    .replace(
      /\\(?:(text[a-z]*|mbox|math[a-z]+|underline|circled)\s*\{[^{}\t]*\}|([A-Za-z]+)(?![A-Za-z{])[ ]*)/g,
      (whole) => new Formula(whole).write() ?? whole,
    )
    .replace(/[\^_]\{[^{}\t]*\}/g, (whole) => new Formula(whole).write() ?? whole);
}
