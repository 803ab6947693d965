import { escapeHtml } from '../components/escape-html.ts';
import { namesProjects } from '../routes/compare-details.ts';
import {
  askedIds,
  type Candidate,
  type ComparedSide,
  type CompareRow,
  type Comparison,
  compare,
} from '../routes/compare-page.ts';
import { comparisonCsv } from '../routes/comparison-csv.ts';
import type { FigureRow } from '../routes/figure-row.ts';
import { candidateName, candidatesLike, findCandidate } from '../routes/find-candidate.ts';
import { type FormProject, formProjects } from '../routes/form-projects.ts';
import type { Side } from '../schema/table.ts';
import { fetchData } from './fetch-data.ts';
import { parseCsv } from './parse-csv.ts';

/** Reads the address, loads the figures of the disclosures asked for, and sets them side by side. */
export async function startCompare(document: Document): Promise<void> {
  const form = document.querySelector<HTMLFormElement>('#compare-form');
  const status = document.querySelector<HTMLElement>('#compare-status');
  const place = document.querySelector<HTMLElement>('#comparison');
  if (!form || !status || !place) return;
  try {
    const candidates = JSON.parse(await fetchData('compare/list.json')) as Candidate[];
    const ids = askedIds(location.search);
    fillForm(form, candidates, ids);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submit(form, candidates, status);
    });
    if (ids.length === 0) return;
    const chosen = ids.map((id) => {
      const candidate = candidates.find((one) => one.id === id);
      if (!candidate) throw new Error(`本站没有可比的公开文本 ${id}`);
      return candidate;
    });
    if (chosen.length < 2) {
      status.textContent = '再选一份，就可以比较了。';
      return;
    }
    status.textContent = '正在读取数据…';
    const sides = await Promise.all(chosen.map(loadSide));
    const comparison = compare(sides);
    place.innerHTML = writeComparison(comparison);
    place.prepend(downloadOf(comparison));
    status.textContent = '';
  } catch (error) {
    status.textContent = `没有比成：${error instanceof Error ? error.message : error}`;
  }
}

/** A link that saves what is shown; it is made here, and so works in a folder without a network too. */
function downloadOf(comparison: Comparison): HTMLElement {
  const file = new Blob([comparisonCsv(comparison)], { type: 'text/csv' });
  const line = document.createElement('p');
  line.className = 'no-print';
  line.innerHTML = `<a href="${URL.createObjectURL(file)}" download="comparison.csv">下载这份对比（CSV）</a>`;
  return line;
}

/** Figures of a disclosure; of a text whose tables name no projects, those of the forms too. */
async function loadSide(one: Candidate): Promise<ComparedSide> {
  const side = { ...one, rows: await loadRows(one.id) };
  return namesProjects(side) ? side : { ...side, forms: await loadForms(one.id) };
}

async function loadForms(id: string): Promise<FormProject[]> {
  const load = async (name: string) => parseCsv(await fetchData(`data/${id}/${name}.csv`));
  const [projects, money] = await Promise.all([load('projects'), load('project_funds')]);
  return formProjects(projects, money);
}

async function loadRows(id: string): Promise<FigureRow[]> {
  const records = parseCsv(await fetchData(`data/${id}/figures.csv`));
  return records.map((record) => ({
    table: Number(record.table),
    line: Number(record.line),
    side: record.side as Side,
    code: record.code ?? '',
    label: record.label ?? '',
    column: record.column ?? '',
    printed: record.printed ?? '',
    ...(record.yuan ? { yuan: Number(record.yuan) } : {}),
  }));
}

/** Most suggestions that are offered at once: the archive may hold thousands of disclosures. */
const offered = 40;

function fillForm(form: HTMLFormElement, candidates: Candidate[], ids: string[]): void {
  const list = form.querySelector('datalist');
  const offer = (typed: string) => {
    const found = candidatesLike(candidates, typed).slice(0, offered);
    if (list)
      list.innerHTML = found.map((one) => `<option value="${escapeHtml(candidateName(one))}">`).join('');
  };
  form.querySelectorAll('input').forEach((input, i) => {
    const candidate = candidates.find((one) => one.id === ids[i]);
    input.value = candidate ? candidateName(candidate) : '';
    input.addEventListener('input', () => offer(input.value));
    input.addEventListener('focus', () => offer(''));
  });
  form.hidden = false;
}

function submit(form: HTMLFormElement, candidates: Candidate[], status: HTMLElement): void {
  const typed = [...form.querySelectorAll('input')].map((input) => input.value.trim()).filter(Boolean);
  const found = typed.map((name) => findCandidate(candidates, name));
  const problems = found.flatMap((one) => ('problem' in one ? one.problem : []));
  if (problems.length > 0) {
    status.textContent = problems.join('');
    return;
  }
  const ids = found.flatMap((one) => ('candidate' in one ? one.candidate.id : []));
  location.search = `?${ids.map((id, i) => `${'abcd'[i]}=${id}`).join('&')}`;
}

function writeComparison({ heads, sections }: Comparison): string {
  const difference = heads.length === 2;
  const links = heads.map((head) => pageOf(head.id));
  return sections
    .map((section, n) => {
      const title = `<h2 id="compare-${n}">${escapeHtml(section.title)}</h2>`;
      const note = section.note ? `<p class="small soft">${escapeHtml(section.note)}</p>` : '';
      const columns = heads.map(
        (head, i) =>
          `<th scope="col" class="n"><a href="${links[i]}">${escapeHtml(head.unit)}<br>${head.year}</a></th>`,
      );
      const head = `<tr><th scope="col">项目</th>${columns.join('')}${difference ? '<th scope="col" class="n">前者比后者</th>' : ''}</tr>`;
      const rows = section.rows.map((row) => writeRow(row, links, difference));
      return `<section>${title}${note}<div class="scroll" role="region" tabindex="0" aria-labelledby="compare-${n}"><table class="list compare"><caption>单位：${section.unit}</caption><thead>${head}</thead><tbody>${rows.join('')}</tbody></table></div></section>`;
    })
    .join('');
}

function writeRow(row: CompareRow, links: string[], difference: boolean): string {
  const cells = row.cells.map((cell, i) => {
    const printed = escapeHtml(cell.text);
    const text = cell.anchor ? `<a href="${links[i]}#${cell.anchor}">${printed}</a>` : printed;
    const share = cell.share ? ` <small>${cell.share}</small>` : '';
    const bar =
      cell.bar > 0
        ? `<svg class="bar s${i + 1}" aria-hidden="true"><rect width="${(cell.bar * 100).toFixed(1)}%" height="100%"/></svg>`
        : '';
    return `<td class="n">${text}${share}${bar}</td>`;
  });
  const last = difference ? `<td class="n">${row.difference}</td>` : '';
  const level = row.level > 0 ? ` class="l${row.level}"` : '';
  return `<tr${level}><th scope="row">${escapeHtml(row.name)}</th>${cells.join('')}${last}</tr>`;
}

function pageOf(id: string): string {
  const { base = '/', offline } = document.documentElement.dataset;
  return `${base}units/${id}/${offline === undefined ? '' : 'index.html'}`;
}
