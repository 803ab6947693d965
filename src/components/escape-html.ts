const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const unsafe = /[&<>"]/;

/** Text made safe for element content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  // Nearly all texts are safe, which a test finds out in a third of the time that a replacement of nothing takes.
  if (!unsafe.test(text)) return text;
  return text.replace(/[&<>"]/g, (character) => entities[character] as string);
}
