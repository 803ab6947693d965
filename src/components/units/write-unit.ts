import { address } from '../../routes/address.ts';
import type { UnitPage, YearEntry } from '../../routes/unit-page.ts';
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
  return `<h1>${escapeHtml(page.name)}</h1><p class="soft">${escapeHtml(place)}</p><p>${escapeHtml(page.sentence)}</p>${compare}${writeYears(page.years)}${charts.join('')}`;
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
  const { spending, change, basic, project, official, projects } = year;
  const badge = year.known ? '' : '<span class="badge">未识别模板</span>';
  const cells = [spending, change, basic, project, official, projects || ''];
  const outcome = year.fails > 0 ? `${year.fails} 处不符` : `${year.checked} 处相符`;
  const checks = year.checked > 0 ? `<a href="${escapeHtml(year.checksHref)}">${outcome}</a>` : '';
  return `<tr><th scope="row"><a href="${escapeHtml(year.href)}">${escapeHtml(year.subject)}</a>${badge}</th>${cells.map((cell) => `<td class="n">${cell}</td>`).join('')}<td>${checks}</td></tr>`;
}
