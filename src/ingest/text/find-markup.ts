import { Parser } from 'htmlparser2';

/** A stretch of markup in a text, and what becomes of it. */
export interface Markup {
  /**
   * `inline`: formatting, dropped; `break`: parts what stands before and behind; `table`: for `unfoldTables`;
   * `math`: around a formula; `picture`, `comment`: dropped, and a reader may miss it; `active`: refused.
   */
  kind: 'inline' | 'break' | 'table' | 'math' | 'picture' | 'comment' | 'active';
  /** Half-open range of UTF-16 units in the text. */
  from: number;
  to: number;
  /** What a picture or a comment says of itself: its alternative text, the words of the comment. */
  says: string;
}

const kinds = new Map<string, Markup['kind']>(
  Object.entries({
    inline:
      'b i u s em strong small big mark span font ins del strike label abbr cite code tt kbd var q nobr wbr sup sub a html head body meta col colgroup',
    break:
      'p br hr div center section article header footer main nav aside h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure figcaption caption title details summary address tfoot',
    table: 'table thead tbody tr td th',
    math: 'math',
    picture: 'img image',
  }).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind as Markup['kind']])),
);

const attribute = /\s+[a-z_:@][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?/;
const markup = new RegExp(
  [
    /<!--(?<comment>[\s\S]*?)-->/,
    /<!doctype\b[^<>]*>|<\?xml\b[^<>]*\?>/,
    /<style\b[^<>]*>(?<css>[^<>]*)<\/style\s*>/,
    new RegExp(`</?(?<name>[a-z][a-z0-9]*)(?<attributes>(?:${attribute.source})*)\\s*/?>`),
    /!\[(?<alt>[^\][\n]*)\]\([^()\s]*(?:\s+"[^"\n]*")?\)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

/**
 * Finds the markup that conversions leave in a text: tags, comments, pictures of Markdown. What only looks like it,
 * such as `<关于……的通知>`, `a<b` or a tag of no known name, is text.
 *
 * @param text whole text, or a line of it: a tag or comment may go over lines
 */
export function findMarkup(text: string): Markup[] {
  if (!/[<\]]/.test(text)) return [];
  return [...text.matchAll(markup)].flatMap((match): Markup[] => {
    const { comment, css, name, attributes = '', alt } = match.groups ?? {};
    const found = (kind: Markup['kind'], says = ''): Markup[] => [
      { kind, from: match.index, to: match.index + match[0].length, says: says.replace(/\s+/g, ' ').trim() },
    ];
    if (comment !== undefined)
      return isPageMark.test(comment) ? found('inline') : found(commentKind(comment), comment);
    if (css !== undefined) return found(activeStyle.test(css) ? 'active' : 'inline');
    if (alt !== undefined) return found('picture', alt);
    if (name === undefined) return found('inline');
    const kind = kinds.get(name.toLowerCase());
    if (!kind) return [];
    const values = attributes.trim() === '' ? {} : attributesOf(match[0]);
    return found(
      Object.entries(values).some(isActive) ? 'active' : kind,
      kind === 'picture' ? values.alt : '',
    );
  });
}

const isPageMark = /^\s*(?:page[\s_-]?(?:break|number|header|footer)?\b|第?\s*\d+\s*页?\s*$|分页)/i;

/** Comments stand for pictures that were left out, among other things. */
function commentKind(comment: string): Markup['kind'] {
  return /\b(?:image|picture|figure|img|chart)\b|图/i.test(comment) ? 'picture' : 'comment';
}

const activeStyle = /expression\s*\(|behaviou?r\s*:|-moz-binding|javascript\s*:|@import|url\s*\(/i;

/** Whether an attribute does something: a handler, an address that is a script, a style that runs one. */
function isActive([name, value]: [string, string]): boolean {
  if (/^on|^srcdoc$|^formaction$/.test(name)) return true;
  if (name === 'http-equiv') return /refresh/i.test(value);
  if (name === 'style') return activeStyle.test(value);
  // Browsers skip blanks and control characters inside the name of a protocol.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return /^(?:javascript|vbscript|data:text\/html)/i.test(value.replace(/[\u0000-\u0020]/g, ''));
}

/** Attributes of a tag, character references in them decoded. */
function attributesOf(tag: string): Record<string, string> {
  let attributes: Record<string, string> = {};
  const parser = new Parser({
    onopentag(_, values) {
      attributes = values;
    },
  });
  parser.end(tag);
  return attributes;
}
