import { address } from '../../routes/address.ts';
import type { DisclosurePage } from '../../routes/disclosure-page.ts';
import type { SectionView } from '../../routes/section-view.ts';
import { writeChart } from '../charts/write-chart.ts';
import { escapeHtml } from '../escape-html.ts';
import { writeContents } from './write-contents.ts';
import { writeLine } from './write-line.ts';
import { writeProject } from './write-project.ts';
import { writeProvenance } from './write-provenance.ts';
import { writeSection, writeTableSection } from './write-section.ts';
import { writeStatements } from './write-statements.ts';
import { yearsMark } from './write-years.ts';

/** Writes what the page of one disclosure shows. */
export function writeDisclosure(page: DisclosurePage): string {
  const body = parts
    .map(({ id, title, write }) => {
      const content = write(page);
      return content && writePart(id, typeof title === 'string' ? title : title(page), content);
    })
    .join('');
  return `<article class="disclosure">${writeHead(page)}${writeContents(page.contents)}<div class="disclosure-body">${body}</div></article>`;
}

/** A part of the page; `''` where the disclosure has nothing of it. */
interface PagePart {
  id: string;
  title: string | ((page: DisclosurePage) => string);
  write(page: DisclosurePage): string;
}

const parts: PagePart[] = [
  { id: 'charts', title: '图说', write: writeCharts },
  { id: 'about', title: '单位概况', write: (page) => writeSections(page, page.about) },
  { id: 'tables', title: '预算报表', write: writeTables },
  { id: 'narrative', title: '情况说明', write: writeNarrative },
  { id: 'projects', title: '项目与绩效目标', write: writeProjects },
  { id: 'catalogue', title: '政府购买服务目录', write: writeCatalogue },
  { id: 'glossary', title: '名词解释', write: writeGlossary },
  {
    id: 'others',
    title: ({ unknown }) => (unknown ? '全文' : '其他内容'),
    write: (page) => writeSections(page, page.others),
  },
  { id: 'provenance', title: '来源、转换与下载', write: writeProvenance },
];

function writePart(id: string, title: string, content: string): string {
  return `<section class="part" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${content}</section>`;
}

function writeHead(page: DisclosurePage): string {
  const badge = page.unknown ? '<span class="badge">未识别模板</span>' : '';
  const unread = page.unknown
    ? '<p>这份文本不合本站认识的任何模板：文字与表格照原样列出，没有读成报表，也没有核对。</p>'
    : '';
  const statements = page.statements.length > 0 ? writeStatements(page.statements) : '';
  return `<header class="disclosure-head" id="summary"><h1>${escapeHtml(page.unit)}</h1><p class="subject">${escapeHtml(page.subject)}公开${badge}${yearsMark}</p>${unread}${statements}</header>`;
}

function writeSections({ links }: DisclosurePage, sections: SectionView[], charts?: string): string {
  return sections.map((section) => writeSection(section, { source: links.source, charts })).join('');
}

function writeCharts({ id, charts, template }: DisclosurePage): string {
  const file = (chart: string) => (extension: 'csv' | 'svg') =>
    address.chart(`units/${id}`, chart, extension);
  return charts.map((chart) => writeChart(chart, { file: file(chart.id), template })).join('');
}

function writeTables({ tables, links }: DisclosurePage): string {
  if (tables.length === 0) return '';
  const written = tables.map((table) => writeTableSection(table, links.source)).join('');
  return `<p class="small soft">最左一列是原文的行号。点（·）表示原文没有填写，0.00 表示原文印着零。</p>${written}`;
}

function writeNarrative(page: DisclosurePage): string {
  return writeSections(page, page.narrative, page.charts.length ? '#charts' : undefined);
}

function writeProjects({ projects, links }: DisclosurePage): string {
  if (projects.length === 0) return '';
  return `<ol class="cards">${projects.map((project) => writeProject(project, links.source)).join('')}</ol>`;
}

function writeCatalogue(page: DisclosurePage): string {
  const { catalogue, letters } = page;
  const attached = catalogue
    ? `<p>本文附有${escapeHtml(catalogue.edition)}的政府购买服务指导性目录（原文第 ${catalogue.first}–${catalogue.last} 行）。${catalogue.href && `<a href="${escapeHtml(catalogue.href)}">查看这一版目录</a>`}</p>`
    : '';
  if (letters.length === 0) return attached;
  return `${attached}<details><summary>转发这份目录的 ${letters.length} 份文件</summary>${writeSections(page, letters)}</details>`;
}

function writeGlossary({ glossary, links }: DisclosurePage): string {
  if (glossary.length === 0) return '';
  const terms = glossary.map((term) =>
    writeLine(term, `<p><b>${escapeHtml(term.term)}</b>　${escapeHtml(term.definition)}</p>`, links.source),
  );
  return `<div class="prose">${terms.join('')}</div>`;
}
