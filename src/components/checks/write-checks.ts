import type { CheckGroup, ChecksPage, CheckView, FindingView, PlaceLink } from '../../routes/checks-page.ts';
import { escapeHtml } from '../escape-html.ts';
import { writeCounts } from './write-counts.ts';

const tones = { 相符: 'good', 尾差: 'minor', 不符: 'bad', 未检查: 'open' } as const;

/** Writes what the page of all findings of one disclosure shows. */
export function writeChecks(page: ChecksPage): string {
  const failures =
    page.failures.length > 0
      ? `<section aria-labelledby="failures"><h2 id="failures">不符的关系</h2>${writeFindings(page.failures)}</section>`
      : '';
  return [
    `<h1>${escapeHtml(page.title)}</h1>`,
    `<p>${writeCounts(page.summary)}（可核对的关系中已核对 ${page.coverage}%）</p>`,
    '<p class="measure">印出的金额四舍五入到 0.01 万元，相加时可能有小额尾差，不算不符。',
    '“不符”只说明公开文本（或其文字转换）中两处数字不一致，不是对单位的评价；每个数字都可以点开核对原文。</p>',
    failures,
    ...page.groups.map(writeGroup),
    writeOthers(page.others),
  ].join('');
}

/** Folded: a document of another template has many. */
function writeOthers(others: CheckView[]): string {
  return others.length > 0
    ? `<details class="other-checks"><summary>另有 ${others.length} 项核对不适用于这份文本</summary>${others.map(writeCheck).join('')}</details>`
    : '';
}

function writeGroup({ id, title, summary, checks }: CheckGroup): string {
  return `<section aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(title)}</h2><p>${writeCounts(summary)}</p>${checks.map(writeCheck).join('')}</section>`;
}

function writeCheck({ id, sentence, reason, href, open, held }: CheckView): string {
  const folded =
    held.length > 0
      ? `<details><summary>${held.length} 项相符</summary>${writeFindings(held)}</details>`
      : '';
  return `<article class="check" id="${id}"><h3><a href="${escapeHtml(href)}">${escapeHtml(sentence)}</a></h3><p class="reason">${escapeHtml(reason)}</p>${open.length > 0 ? writeFindings(open) : ''}${folded}</article>`;
}

function writeFindings(findings: FindingView[]): string {
  return `<ul class="findings">${findings.map(writeFinding).join('')}</ul>`;
}

/** One finding: its outcome, its sentence, its place; with its operands where it does not hold. */
function writeFinding({ outcome, message, cause, place, operands }: FindingView): string {
  const sides = operands.map(
    ({ label, printed, place }) =>
      `<li>${escapeHtml(label)} <span class="printed-amount">${escapeHtml(printed)}</span>${writePlace(place)}</li>`,
  );
  const shown = outcome === '不符' && sides.length > 0 ? `<ul class="operands">${sides.join('')}</ul>` : '';
  return `<li class="finding is-${tones[outcome]}"><b>${outcome}</b>${escapeHtml(message)}${escapeHtml(cause)}${writePlace(place)}${shown}</li>`;
}

function writePlace(place: PlaceLink | undefined): string {
  return place ? `<a href="${escapeHtml(place.href)}">${escapeHtml(place.name)}</a>` : '';
}
