import type { DisclosurePage } from './disclosure-page.ts';

/** One entry of the contents list. */
export interface ContentsEntry {
  anchor: string;
  name: string;
  /** A few words beside it: `18 个`, `无数据`. */
  note: string;
  children: ContentsEntry[];
}

/** The contents list of a disclosure, in the order of the page; parts that have nothing are left out. */
export function contentsOf(
  page: Omit<DisclosurePage, 'contents' | 'charts'>,
  charts: number,
): ContentsEntry[] {
  const sections = (views: { id: string; ordinal: string; title: string }[]) =>
    views.map((view) => entry(view.id, `${view.ordinal}${view.title}`));
  const parts: (ContentsEntry | false)[] = [
    page.statements.length > 0 && entry('summary', '一眼看懂'),
    charts > 0 && entry('charts', '图说', `${charts} 幅`),
    page.about.length > 0 && entry('about', '单位概况', '', sections(page.about)),
    page.tables.length > 0 &&
      entry(
        'tables',
        '预算报表',
        `${page.tables.length} 张`,
        page.tables.map((table) =>
          entry(table.id, `${table.ordinal}　${table.name}`.trim(), table.empty ? '无数据' : ''),
        ),
      ),
    page.narrative.length > 0 && entry('narrative', '情况说明', '', sections(page.narrative)),
    page.projects.length > 0 &&
      entry(
        'projects',
        '项目与绩效目标',
        `${page.projects.length} 个`,
        page.projects.map((project) => entry(project.id, project.name, project.money)),
      ),
    (page.catalogue !== undefined || page.letters.length > 0) && entry('catalogue', '政府购买服务目录'),
    page.glossary.length > 0 && entry('glossary', '名词解释', `${page.glossary.length} 条`),
    page.others.length > 0 && entry('others', page.unknown ? '全文' : '其他内容', '', sections(page.others)),
    entry('provenance', '来源、转换与下载'),
  ];
  return parts.filter((part) => part !== false);
}

function entry(anchor: string, name: string, note = '', children: ContentsEntry[] = []): ContentsEntry {
  return { anchor, name, note, children };
}
