import type { ProjectView, TargetView } from '../../routes/project-view.ts';
import { escapeHtml } from '../escape-html.ts';

/** Writes the targets of a project as a tree; period and year side by side only where they differ. */
export function writeTargets({ targets, targetCount, periodDiffers }: ProjectView, source: string): string {
  const items = targets.map(({ level1, groups }) => {
    const seconds = groups.map(
      ({ level2, targets }) =>
        `<li><h6>${escapeHtml(level2 || '未能判定二级指标')}</h6><ul>${targets.map((target) => writeTarget(target, source)).join('')}</ul></li>`,
    );
    return `<li><h5>${escapeHtml(level1 || '未能判定一级指标')}</h5><ul>${seconds.join('')}</ul></li>`;
  });
  return `<h4>绩效目标 <small class="soft">${targetCount} 项${periodDiffers ? '，实施期与年度不同处并列' : ''}</small></h4><ul class="targets">${items.join('')}</ul>`;
}

function writeTarget({ name, value, undecided, period, line, anchors }: TargetView, source: string): string {
  const [first, ...others] = anchors;
  const spans = others.map((anchor) => `<span id="L${anchor}"></span>`).join('');
  const link = `<a class="ln" href="${source}#L${line}" aria-label="原文第${line}行">${line}</a>`;
  const open = undecided ? ` <span class="badge">存疑：${escapeHtml(undecided)}</span>` : '';
  const promised =
    period === undefined
      ? `<b>${escapeHtml(value || '未填')}</b>`
      : `<span>年度 <b>${escapeHtml(value || '无')}</b>　实施期 <b>${escapeHtml(period ?? '无')}</b></span>`;
  return `<li class="target"${first ? ` id="L${first}"` : ''}><span>${spans}${link}${escapeHtml(name)}${open}</span>${promised}</li>`;
}
