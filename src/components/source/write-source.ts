import { address } from '../../routes/address.ts';
import type { SourceLineView, SourcePage } from '../../routes/source-page.ts';
import { escapeHtml } from '../escape-html.ts';

/** Writes the text that a disclosure was made from, line by line, each leading back to where its page shows it. */
export function writeSource(page: SourcePage, id: string): string {
  const disclosure = address.disclosure(id);
  const masked = page.masked > 0 ? `<p>有 ${page.masked} 行含应当保护的内容，已遮盖。</p>` : '';
  const text = page.lines
    ? `<div class="source">${page.lines.map((line) => writeLine(line, disclosure)).join('')}</div>`
    : '<p>本站没有保存这份原文。</p>';
  return `<h1>${escapeHtml(page.title)}</h1><p>${escapeHtml(page.file)}，${page.count} 行。行号通向<a href="${disclosure}">公开页</a>上用到这一行的地方；没有链接的行是空行、页眉页码、目录或采购目录。</p>${masked}${text}`;
}

/** A numbered line; tabs, which part the cells of a table, are kept. */
function writeLine({ number, text, anchor }: SourceLineView, disclosure: string): string {
  const label = anchor ? `<a href="${disclosure}#L${number}">${number}</a>` : `<b>${number}</b>`;
  return `<p id="L${number}">${label}${escapeHtml(text)}</p>`;
}
