const entry = /^( {2})?([a-zA-Z]\w*):(?: (.+))?$/;
const whole = /^(?:0|[1-9]\d{0,14})$/;
/** Nothing in it means anything to YAML; a letter other than e, or a Chinese character, says that it is no number. */
const text =
  /^(?!0[ox])(?=.*[\u3400-\u9fffa-df-zA-DF-Z])[\u3400-\u9fff\w](?:[\u3400-\u9fff\w.〔〕（）/-]*[\u3400-\u9fff\w])?$/;
const keyword = /^(?:null|true|false)$/i;
const quoted = /^"\w*"$/;

type Data = Record<string, unknown>;

/**
 * Reads what nearly all heads are: keys with plain values, or with such keys one step below. A parser of all of YAML
 * takes a quarter of the time that a disclosure's Markdown takes.
 *
 * @returns undefined where anything else stands, which is for that parser
 */
export function readPlainYaml(lines: readonly string[]): Data | undefined {
  const data: Data = {};
  let group = '';
  for (const line of lines) {
    const [match, indent, key = '', printed] = entry.exec(line) ?? [];
    if (indent) data[group] ??= {};
    const into = indent ? (data[group] as Data) : data;
    if (match === undefined || (indent && group === '') || Object.hasOwn(into, key)) return undefined;
    if (!indent) group = printed === undefined ? key : '';
    const value = printed === undefined && !indent ? null : readScalar(printed ?? '');
    if (value === undefined) return undefined;
    into[key] = value;
  }
  return data;
}

function readScalar(printed: string): string | number | [] | undefined {
  if (whole.test(printed)) return Number(printed);
  if (text.test(printed) && !keyword.test(printed)) return printed;
  if (quoted.test(printed)) return printed.slice(1, -1);
  return printed === '[]' ? [] : undefined;
}
