/**
 * Name of the offline edition's folder and, with `.zip`, of its file: `mingzhang-2026-03-01`.
 *
 * @param day that it was published on, where it was
 */
export function editionName(slug: string, day: string | undefined): string {
  return day === undefined ? slug : `${slug}-${day}`;
}
