import type { Publications } from '../../record/publications.ts';
import { address } from '../../routes/address.ts';
import { formatCount, formatWan } from '../../routes/format-money.ts';
import { newestFirst } from '../../routes/newest-first.ts';
import { publicAddress, siteName } from '../../routes/page.ts';
import { publicationTitle } from '../../routes/publication-title.ts';
import type { Summary } from '../../routes/summary.ts';
import { regionName } from '../../routes/unit-list.ts';
import { escapeHtml } from '../escape-html.ts';

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
  const urn = (name: string) => escapeHtml(`urn:mingzhang:${slug}:${name}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<title>${escapeHtml(siteName)} · 最新公开</title>
<id>${urn('feed')}</id>
<updated>${timeOf(latest.id)}</updated>
<author><name>${escapeHtml(siteName)}</name></author>
<link rel="self" type="application/atom+xml" href="${escapeHtml(publicAddress(address.feed()))}"/>
<link rel="alternate" type="text/html" href="${escapeHtml(publicAddress(address.home()))}"/>
${entries
  .map(
    (summary) => `<entry>
<title>${escapeHtml(publicationTitle(summary))}</title>
<id>${urn(`${summary.id}:${publications.get(summary.id)?.text}`)}</id>
<updated>${timeOf(summary.id)}</updated>
<link rel="alternate" type="text/html" href="${escapeHtml(publicAddress(address.disclosure(summary.id)))}"/>
<summary>${escapeHtml(sentenceOf(summary))}</summary>
</entry>
`,
  )
  .join('')}</feed>
`;
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
