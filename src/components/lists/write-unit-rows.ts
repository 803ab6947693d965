import type { UnitEntry } from '../../routes/unit-list.ts';
import { escapeHtml } from '../escape-html.ts';

/** A body in a list, with what is said below its name. */
type NotedUnit = UnitEntry & { note?: string };

/**
 * Writes bodies as rows of a list.
 *
 * @param pageOf address of the page of a unit, or of `<unit>/<year>`
 */
export function writeUnitRows(units: NotedUnit[], pageOf: (path: string) => string): string {
  return units.map((unit) => writeRow(unit, pageOf)).join('');
}

function writeRow(unit: NotedUnit, pageOf: (path: string) => string): string {
  const { slug, name, department, years, latest, note } = unit;
  const link = (path: string, text: string) => `<a href="${escapeHtml(pageOf(path))}">${text}</a>`;
  const below = note ? `<small class="soft">${escapeHtml(note)}</small>` : '';
  const ofYears = years.map((year) => link(`${slug}/${year}`, String(year))).join('');
  return `<tr><th scope="row">${link(slug, escapeHtml(name))}${below}</th><td><span class="years">${ofYears}</span></td><td class="n">${latest}</td><td>${escapeHtml(department)}</td></tr>`;
}
