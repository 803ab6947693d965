import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
} from 'yaml';

import { z } from 'zod';
import { Advice } from '../advice.ts';

/** A file of YAML that cannot be used; the message names file, line and what was expected, and quotes no value. */
export class YamlError extends Advice {
  override name = 'YamlError';
}

/**
 * Reads YAML that people write: whatever a reader of YAML only warns of is a fault here, for it would change what is
 * published without a word.
 *
 * @param file its path, for messages. They carry no value of the file, which may hold what must not be shown.
 * @param schema gets `fallback` where the file is empty
 * @throws YamlError
 */
export function readYaml<T>(text: string, file: string, schema: z.ZodType<T>, fallback: unknown): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { prettyErrors: false, lineCounter: lines });
  const fail = (offset: number | undefined, message: string): never => {
    const line = offset === undefined ? '' : `:${lines.linePos(offset).line}`;
    throw new YamlError(`${file}${line}：${message}`);
  };
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) fail(...describeFault(fault, document));
  visit(document, {
    Alias(_, alias) {
      if (!alias.resolve(document)) fail(alias.range?.[0], '以 * 开头的文字要放在引号里');
    },
  });
  const parsed = schema.safeParse(document.toJS() ?? fallback, { error: describeIssue });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues as [z.core.$ZodIssue];
  const name = issue.path.filter((part) => typeof part === 'string').join('.');
  return fail(offsetOf(issue, document), `${name && `「${name}」`}${issue.message}`);
}

/** Where a fault of the notation stands and what to do about it. */
function describeFault(fault: YAMLError, document: Document): [offset: number, message: string] {
  const [at] = fault.pos;
  const quoted = fault.code === 'MISSING_CHAR' && openQuote(document, at);
  if (quoted) return [quoted.range?.[0] ?? at, '引号没有成对，这一行起的文字没有结束'];
  return [at, faults[fault.code] ?? '不是有效的 YAML'];
}

const faults: Partial<Record<YAMLError['code'], string>> = {
  BAD_DQ_ESCAPE: '双引号里的反斜杠要写两次，或改用单引号',
  BAD_INDENT: '缩进不对，或括号没有成对',
  BAD_SCALAR_START: '以 @ 或 ` 开头的文字要放在引号里',
  BLOCK_AS_IMPLICIT_KEY: '文字里有冒号和空格，要放在引号里',
  DUPLICATE_KEY: '同一项写了两次',
  MISSING_CHAR: '缺少一个符号，或缩进不对；以 ! 开头的文字要放在引号里',
  MULTILINE_IMPLICIT_KEY: '项的名称要在一行之内，后面跟冒号和空格',
  MULTIPLE_DOCS: '只能有一份内容，不能用 --- 分隔',
  TAB_AS_INDENT: '不能用制表符缩进，请用空格',
  TAG_RESOLVE_FAILED: '以 ! 开头的文字要放在引号里',
  UNEXPECTED_TOKEN: '这里不应有内容，请核对缩进、引号和括号',
};

/** The quoted text that ends, for want of its second quote, where a fault was seen. */
function openQuote(document: Document, offset: number): Scalar | undefined {
  let found: Scalar | undefined;
  visit(document, {
    Scalar(_, scalar) {
      const [start, end] = scalar.range ?? [0, 0];
      if (scalar.type?.startsWith('QUOTE') && start < offset && offset <= end + 1) found = scalar;
    },
  });
  return found;
}

const kinds: Record<string, string> = {
  string: '文字（数字要放在引号里）',
  number: '数字',
  int: '整数',
  array: '列表，每条以 - 开头',
  object: '「名称: 内容」',
};

/** Says what was expected; schemas that know better say it themselves. */
function describeIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') return `没有「${issue.keys.join('」「')}」这一项`;
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? '没有写' : `应为${kinds[issue.expected] ?? issue.expected}`;
  if (issue.code === 'too_small' && issue.origin === 'string') return '不能为空';
  const message = z.locales.zhCN().localeError(issue);
  return typeof message === 'string' ? message : message?.message;
}

/** Where a value stands, or the nearest thing around it that is there. */
function offsetOf(issue: z.core.$ZodIssue, document: Document): number | undefined {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...issue.path, ...unknown] as (string | number)[];
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true);
    const pair =
      isMap(parent) && parent.items.find(({ key }) => isScalar(key) && key.value === path[depth - 1]);
    const node = pair ? pair.key : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0];
}
