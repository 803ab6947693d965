/** The day in China at a moment, `2026-03-01`, whatever zone the machine is set to: servers mostly count in UTC. */
export function dayInChina(moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(moment);
}
