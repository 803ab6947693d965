import type { FundView, ProjectView, TextView } from '../../routes/project-view.ts';
import { escapeHtml } from '../escape-html.ts';
import { writeRemarksFolded } from '../tables/write-table.ts';
import { writeLineLink } from './write-line.ts';
import { writeTargets } from './write-targets.ts';

/** Of a long text, so many characters are seen before it is unfolded. */
const beginning = 60;

/** Writes one project as a card: how much, from whom, for what, promised what. */
export function writeProject(project: ProjectView, source: string): string {
  const above = project.anchorsAbove.map((line) => `<span id="L${line}"></span>`).join('');
  const heading = `<h3><small>${project.number}</small>${escapeHtml(project.name)}${writeLineLink(project.line, source, project.anchor)}</h3>`;
  const facts = [
    ...project.funds.map((fund) => writeFund(fund, source)),
    ...project.facts.map(({ name, value }) => writeFact(name, value)),
    project.filed && writeFact('填报日期', project.filed),
  ];
  const texts = project.texts.map((text) => writeText(text, source)).join('');
  return [
    `<li class="card" id="${project.id}">${above}${heading}${writeMoney(project)}`,
    `<dl class="facts">${facts.join('')}</dl>`,
    texts && `<dl class="fields">${texts}</dl>`,
    project.targetCount > 0 ? writeTargets(project, source) : '',
    `${writeRemarksFolded(project.remarks)}</li>`,
  ].join('');
}

function writeMoney({ money, from, period }: ProjectView): string {
  if (!money) return '';
  const origin = from && `<span class="soft">　${escapeHtml(from)}</span>`;
  const whole = period && `<span class="soft">　（整个实施期 ${escapeHtml(period)}）</span>`;
  return `<p class="money"><b>${money}</b>${origin}${whole}</p>`;
}

function writeFund(fund: FundView, source: string): string {
  const share =
    fund.share && fund.share !== '100.00%' ? `<span class="soft"> ${escapeHtml(fund.share)}</span>` : '';
  const period = fund.period ? `<span class="soft"> 实施期 ${escapeHtml(fund.period)}</span>` : '';
  const undecided = fund.undecided ? `<span class="badge">存疑：${escapeHtml(fund.undecided)}</span>` : '';
  return `<div${fund.anchor ? ` id="L${fund.line}"` : ''}><dt>${fund.source} ${writeLineLink(fund.line, source)}</dt><dd>${escapeHtml(fund.amount)}${share}${period}${undecided}</dd></div>`;
}

function writeFact(name: string, value: string): string {
  return `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`;
}

function writeText({ title, text, line, anchors, long }: TextView, source: string): string {
  const [first, ...others] = anchors;
  const spans = others.map((anchor) => `<span id="L${anchor}"></span>`).join('');
  const whole = escapeHtml(text);
  const shown = long
    ? `<details><summary>${escapeHtml(text.slice(0, beginning))}…</summary>${whole}</details>`
    : whole;
  return `<div${first ? ` id="L${first}"` : ''}><dt>${spans}${escapeHtml(title)} ${writeLineLink(line, source)}</dt><dd>${shown}</dd></div>`;
}
