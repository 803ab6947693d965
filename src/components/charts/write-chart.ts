import type { Chart, ChartTable } from '../../charts/chart.ts';
import { drawScene } from '../../charts/draw-scene.ts';
import { writeCell } from '../../charts/write-cell.ts';
import { inTermsOf, tableName } from '../../schema/table-titles.ts';
import { escapeHtml } from '../escape-html.ts';

/** How a chart is shown. */
export interface ChartOptions {
  /** Address of a file of this chart by its extension; without it there are no downloads. */
  file?: ((extension: 'csv' | 'svg') => string) | undefined;
  /** Address of a source line; `#L<line>` of the same page unless given. */
  line?: ((line: number) => string) | undefined;
  /** Id of the figure; `chart-<id>` unless given. */
  id?: string | undefined;
  /** Level of the title, to fit the page's outline. */
  heading?: 'h2' | 'h3' | 'h4' | undefined;
  /** Id of the set of tables that the document follows: how its tables are called. */
  template?: string | undefined;
}

/** Writes one chart: what it says in a sentence, the picture, its data as a table, and downloads. */
export function writeChart(
  chart: Chart,
  {
    file,
    line = (number) => `#L${number}`,
    id = `chart-${chart.id}`,
    heading = 'h3',
    template,
  }: ChartOptions = {},
): string {
  const picture = chart.scenes
    ? drawScene(chart.scenes.narrow, chart.title, 'chart-narrow') +
      drawScene(chart.scenes.wide, chart.title, 'chart-wide')
    : '';
  const downloads = (['csv', 'svg'] as const).map((extension) =>
    file && (extension === 'csv' || picture)
      ? `<a href="${escapeHtml(file(extension))}" download>${extension.toUpperCase()}</a>`
      : '',
  );
  return [
    `<figure class="chart" id="${escapeHtml(id)}" data-chart="${escapeHtml(chart.id)}">`,
    `<figcaption><${heading}>${escapeHtml(chart.title)}</${heading}><p>${escapeHtml(template ? inTermsOf(template, chart.sentence) : chart.sentence)}</p>`,
    picture && `<div class="chart-unit">单位：${escapeHtml(chart.unit)}</div>`,
    '</figcaption>',
    picture && `<div class="chart-plot">${picture}</div>`,
    `<details class="chart-data"><summary>数据${file ? '与下载' : ''}</summary>`,
    writeData(chart.table, chart.title, line),
    `<p class="small">${[...downloads, writeOrigins(chart, template)].filter(Boolean).join('　')}</p></details></figure>`,
  ].join('');
}

function writeOrigins({ tables, sections = [] }: Chart, template: string | undefined): string {
  const origins = [
    ...tables.map((number) => `<a href="#t${number}">${escapeHtml(tableName(number, template))}</a>`),
    ...sections.map((number) => `<a href="#s${number}">情况说明第 ${number} 节</a>`),
  ];
  return origins.length > 0 ? `<span>取自${origins.join('、')}</span>` : '';
}

/** The data of a chart as a table, each row leading to its line of the source. */
function writeData({ columns, rows }: ChartTable, title: string, line: (line: number) => string): string {
  const hasLines = rows.some((row) => row.line !== null);
  const headings = columns.map(
    ({ name, kind }) =>
      `<th scope="col"${kind === 'text' ? '' : ' class="n"'}>${escapeHtml(kind === 'money' ? `${name}（万元）` : name)}</th>`,
  );
  if (hasLines) headings.push('<th scope="col" class="n">原文行</th>');
  const body = rows.map((row) => {
    const cells = row.cells.map((cell, index) => {
      const text = escapeHtml(writeCell(cell, columns[index]?.kind ?? 'text'));
      if (index > 0) return `<td${columns[index]?.kind === 'text' ? ' class="t"' : ''}>${text}</td>`;
      const grouped = row.grouped ? '<span class="soft small">（图中并入“其他”）</span>' : '';
      return `<th scope="row">${text}${grouped}</th>`;
    });
    const link = row.line === null ? '' : `<a href="${escapeHtml(line(row.line))}">${row.line}</a>`;
    return `<tr>${cells.join('')}${hasLines ? `<td>${link}</td>` : ''}</tr>`;
  });
  const name = escapeHtml(title);
  return `<div class="scroll" role="region" tabindex="0" aria-label="${name}：数据"><table><caption class="visually-hidden">${name}</caption><thead><tr>${headings.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}
