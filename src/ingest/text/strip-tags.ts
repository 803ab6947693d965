/** Tags that conversions leave behind and that mean nothing here. Any other markup is refused at the border. */
const stray = /<\/?(?:b|i|u|p|em|strong|sup|sub|center|small|big|mark|span|div|font|br|hr)\s*\/?>/gi;

/** Takes stray formatting tags out of a line; `<关于……的通知>`, the Chinese use of `<>`, stays. */
export function stripTags(text: string): string {
  if (!text.includes('<')) return text;
  return text.replace(stray, (tag) => (/^<(?:br|hr)/i.test(tag) ? ' ' : ''));
}
