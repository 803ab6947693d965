/**
 * Puts a text on the clipboard. Sites inside an organization are often served without encryption, where browsers give pages
 * no clipboard: there the text is selected and copied as a reader would.
 *
 * @throws where the browser refuses both
 */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  if (!copied) throw new Error('浏览器不许复制');
}
