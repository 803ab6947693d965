import type { Publications } from '../record/publications.ts';
import { address } from './address.ts';
import { formatCount, formatWan } from './format-money.ts';
import { newestFirst } from './newest-first.ts';
import { publicAddress, siteName } from './page.ts';
import type { Summary } from './summary.ts';
import { regionName } from './unit-list.ts';

/** What a feed lists at the most: whoever follows it asks more often than so many texts are published. */
const most = 60;

/**
 * The latest publications of an archive as Atom (RFC 4287), for readers of feeds. A text that replaces an earlier one is a
 * new entry. `null` where nothing has a day yet.
 */
export function writeFeed(
  summaries: readonly Summary[],
  publications: Publications,
  slug: string,
): string | null {
  const entries = summaries
    .filter(({ id }) => publications.has(id))
    .sort(newestFirst(publications))
    .slice(0, most);
  const [latest] = entries;
  if (!latest) return null;
  const timeOf = (id: string) => `${publications.get(id)?.day}T00:00:00+08:00`;
  const urn = (name: string) => escapeXml(`urn:mingzhang:${slug}:${name}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<title>${escapeXml(siteName)} · 最新公开</title>
<id>${urn('feed')}</id>
<updated>${timeOf(latest.id)}</updated>
<author><name>${escapeXml(siteName)}</name></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(publicAddress(address.feed()))}"/>
<link rel="alternate" type="text/html" href="${escapeXml(publicAddress(address.home()))}"/>
${entries
  .map(
    (summary) => `<entry>
<title>${escapeXml(titleOf(summary))}</title>
<id>${urn(`${summary.id}:${publications.get(summary.id)?.text}`)}</id>
<updated>${timeOf(summary.id)}</updated>
<link rel="alternate" type="text/html" href="${escapeXml(publicAddress(address.disclosure(summary.id)))}"/>
<summary>${escapeXml(sentenceOf(summary))}</summary>
</entry>
`,
  )
  .join('')}</feed>
`;
}

/** `某局 2031 年单位预算` */
export function titleOf({
  body,
  year,
  kind,
  phase,
}: Pick<Summary, 'body' | 'year' | 'kind' | 'phase'>): string {
  return `${body} ${year} 年${kind}${phase}`;
}

function sentenceOf({ region, spending, projects, checks }: Summary): string {
  const { 相符: holds, 尾差: rounding, 不符: fails } = checks;
  return [
    regionName(region),
    spending !== undefined && `支出总计 ${formatWan(spending)} 万元`,
    projects > 0 && `${formatCount(projects)} 个项目`,
    `勾稽核对 ${formatCount(holds + rounding + fails)} 项，${fails > 0 ? `${formatCount(fails)} 项不符` : '没有不符'}`,
  ]
    .filter(Boolean)
    .join('；')
    .concat('。');
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
