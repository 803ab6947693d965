import type { DisclosurePage } from '../../routes/disclosure-page.ts';
import { escapeHtml } from '../escape-html.ts';
import { writeRemarks } from '../tables/write-table.ts';

/** Writes what the page was made from, what the conversion decided, and the files to take away. */
export function writeProvenance({ title, source, corrections, links, remarks }: DisclosurePage): string {
  const corrected =
    corrections > 0 ? `对 OCR 误读作了 ${corrections} 处更正，在所在行标出。` : '没有作人工更正。';
  const files = links.files.map(
    ({ name, href, note }) =>
      `<li><a href="${escapeHtml(href)}" download>${name}</a>　<span class="soft">${note}</span></li>`,
  );
  const left =
    remarks.length > 0
      ? `<details class="left-remarks"><summary>转换与核对的其他说明（${remarks.length} 条）</summary>${writeRemarks(remarks, links.source)}</details>`
      : '';
  return [
    '<dl class="provenance"><dt>原文文件</dt>',
    `<dd>${escapeHtml(source.file)}（${source.lines} 行，编码 ${escapeHtml(source.encoding)}）</dd>`,
    `<dt>SHA-256</dt><dd><code>${escapeHtml(source.sha256)}</code></dd>`,
    '<dt>转换方式</dt><dd>公开的原件经 OCR 识别为文本，再由程序逐行读成表格、项目与段落；金额按原文写法保留，并换算成整数元，角分四舍五入。',
    `${corrected}除列明的更正外，没有改动任何数字。</dd>`,
    `<dt>原文</dt><dd><a href="${links.source}">带行号的原文</a>，页边的行号都通向那里</dd>`,
    `<dt>引用</dt><dd>${escapeHtml(title)}，原文第 … 行。在本页地址后加 <code>#L</code> 和页边的行号，就直达那一行</dd>`,
    `<dt class="no-print">下载</dt><dd class="no-print"><ul class="plain-list">${files.join('')}</ul></dd></dl>${left}`,
  ].join('');
}
