import { address } from '../../routes/address.ts';
import type { LinkedFigure, UnitPage, YearComparison, YearEntry } from '../../routes/unit-page.ts';
import { writeChart } from '../charts/write-chart.ts';
import { escapeHtml } from '../escape-html.ts';

/** Writes what the page of one unit over its years shows. */
export function writeUnit(page: UnitPage, slug: string): string {
  const place = [page.region, page.department && `主管部门：${page.department}`].filter(Boolean).join('　');
  const compare = page.compare ? `<p><a href="${escapeHtml(page.compare)}">并排比较最近两年</a></p>` : '';
  const charts = page.charts.map((chart) =>
    writeChart(chart, {
      heading: 'h2',
      file: (extension) => address.chart(`units/${slug}`, chart.id, extension),
    }),
  );
  return `<h1>${escapeHtml(page.name)}</h1><p class="soft">${escapeHtml(place)}</p><p>${escapeHtml(page.sentence)}</p>${writeOthers(page)}${compare}${writeYears(page.years)}${writeComparisons(page.comparisons)}${charts.join('')}`;
}

/** What stands under another address: the budget of its department, or its final accounts. */
function writeOthers({ others }: UnitPage): string {
  const links = others.flatMap(({ name, years }) =>
    years.map(({ year, href }) => `<a href="${escapeHtml(href)}">${year} 年${name}</a>`),
  );
  return links.length > 0 ? `<p>本站另收有它的 ${links.join('、')}。</p>` : '';
}

const headings = ['支出总计', '比上一份', '基本支出', '项目支出', '“三公”经费', '项目数'];

function writeYears(years: YearEntry[]): string {
  const head = headings.map((name) => `<th scope="col" class="n">${name}</th>`).join('');
  return [
    '<h2 id="years">历年预算</h2><div class="scroll" role="region" tabindex="0" aria-labelledby="years">',
    '<table class="list"><caption>单位：万元</caption>',
    `<thead><tr><th scope="col">公开文本</th>${head}<th scope="col">勾稽</th></tr></thead>`,
    `<tbody>${years.map(writeYear).join('')}</tbody></table></div>`,
  ].join('');
}

function writeYear(year: YearEntry): string {
  const projects = year.projects
    ? `<a href="${escapeHtml(`${year.href}#projects`)}">${year.projects}</a>`
    : '';
  const badge = year.known ? '' : '<span class="badge">未识别模板</span>';
  const { spending, basic, project, official } = year;
  const cells = [spending, year.change, basic, project, official].map((cell) =>
    typeof cell === 'string' ? cell : writeFigure(cell),
  );
  const outcome = year.fails > 0 ? `${year.fails} 项不符` : `${year.checked} 项相符`;
  const checks = year.checked > 0 ? `<a href="${escapeHtml(year.checksHref)}">${outcome}</a>` : '';
  return `<tr><th scope="row"><a href="${escapeHtml(year.href)}">${escapeHtml(year.subject)}</a>${badge}</th>${[...cells, projects].map((cell) => `<td class="n">${cell}</td>`).join('')}<td>${checks}</td></tr>`;
}

function writeFigure({ text, href }: LinkedFigure): string {
  return text && href ? `<a href="${escapeHtml(href)}">${text}</a>` : text;
}

/** What the texts say of the year before, beside what was published then. */
function writeComparisons(comparisons: YearComparison[]): string {
  if (comparisons.length === 0) return '';
  const headings = ['后一年文本所说', '前一年公开文本', '公开文本比所说'];
  const rows = comparisons.map(
    ({ name, year, before, stated, published, difference }) =>
      `<tr><th scope="row">${before} 年${escapeHtml(name)}（${year} 年文本提到）</th><td class="n">${writeFigure(stated)}</td><td class="n">${writeFigure(published)}</td><td class="n">${difference}</td></tr>`,
  );
  return [
    '<h2 id="stated">年度对照</h2>',
    '<p class="small soft">后一年的文本写明比前一年增减多少，由此得出它所说的前一年数，与前一年的公开文本并列。两年的口径可能不同，只作对照，不是对文本的核对。</p>',
    '<div class="scroll" role="region" tabindex="0" aria-labelledby="stated"><table class="list"><caption>单位：万元</caption>',
    `<thead><tr><th scope="col">项目</th>${headings.map((name) => `<th scope="col" class="n">${name}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.join('')}</tbody></table></div>`,
  ].join('');
}
