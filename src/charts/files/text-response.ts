import type { ChartFile } from './chart-files.ts';

/** Answers with a chart's file; the static build keeps the text alone. */
export function textResponse({ name, text }: ChartFile): Response {
  const type = name.endsWith('.svg') ? 'image/svg+xml' : 'text/csv';
  return new Response(text(), { headers: { 'content-type': `${type}; charset=utf-8` } });
}
