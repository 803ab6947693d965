import type { Figure } from '../../../schema/figure.ts';
import type { ParsedForms } from '../parse-forms.ts';

/** Parsed forms as text that a person can review: one line a fact, findings below. */
export function describeForms({ projects, findings, used, unread, leftOut }: ParsedForms): string {
  const lines = [`used ${used.map(({ first, last }) => `${first}–${last}`).join(' ') || '(none)'}`];
  if (unread.length > 0) lines.push(`unread ${unread.map(({ line }) => line).join(' ')}`);
  for (const project of projects) {
    const { code, name } = project.department;
    const sheets = project.sheets.map(({ first, last }) => `${first}–${last}`).join(' ');
    lines.push('', `# ${project.number} ${project.name} @${project.line}`);
    lines.push(
      `sheets ${sheets} | ${code} ${name} | ${project.unit} | ${project.attribute} | ${project.period} | ${project.timestamp || '(no time)'}`,
    );
    for (const { source, total, annual, line } of project.funds) {
      lines.push(`${source} ${describeFigure(total)} / ${describeFigure(annual)} @${line}`);
    }
    for (const { field, text, line } of project.texts) lines.push(`${field}: ${text} @${line}`);
    for (const { scope, level1, level2, name: title, value, line, undecided } of project.indicators) {
      lines.push(
        `${scope} ${level1 ?? '?'} > ${level2 ?? '?'} > ${title || '?'} = ${value || '?'} @${line}${undecided ? ` (${undecided})` : ''}`,
      );
    }
  }
  lines.push('', '# findings');
  for (const { rule, status, place, message } of findings)
    lines.push(`${status} ${rule} @${place.line}: ${message}`);
  if (leftOut.length > 0)
    lines.push('', '# left out', ...leftOut.map(({ line, text, reason }) => `@${line} ${text}: ${reason}`));
  return `${lines.join('\n')}\n`;
}

function describeFigure(figure: Figure | null): string {
  if (figure === null) return '(blank)';
  return 'yuan' in figure ? String(figure.yuan) : `${figure.printed}?(${figure.undecided})`;
}
