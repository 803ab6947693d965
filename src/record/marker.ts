import type { Html, Nodes, PhrasingContent, Text } from 'mdast';

/** Plain text as a node; none for an empty text. */
export function text(value: string): Text[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

/**
 * Text with an invisible remark behind it, as an HTML comment: `预算收入 <!--395-->`.
 *
 * @param value any text
 * @param remark without `-->`, `|` or line break
 */
export function marked(value: string, remark: string): PhrasingContent[] {
  const html: Html = { type: 'html', value: `<!--${remark}-->` };
  return value === '' ? [html] : [...text(value), ...text(' '), html];
}

/** The inverse of `marked`: text and remark of a node, `remark` null where it carries none. */
export function readMarked(node: Nodes): { text: string; remark: string | null } {
  const children: Nodes[] = 'children' in node ? node.children : [node];
  const last = children.at(-1);
  const remark = last?.type === 'html' ? /^<!--(.*)-->$/s.exec(last.value.trim())?.[1] : undefined;
  if (remark === undefined) return { text: children.map(plainText).join(''), remark: null };
  const before = children.slice(0, -1).map(plainText).join('');
  return { text: before.replace(/ $/, ''), remark };
}

/** All text below a node. */
export function plainText(node: Nodes): string {
  if ('children' in node) return node.children.map(plainText).join('');
  return 'value' in node ? node.value : '';
}
