import type { APIRoute } from 'astro';
import { escapeHtml } from '../components/escape-html.ts';
import { address } from '../routes/address.ts';
import { siteName } from '../routes/page.ts';

/** Describes the search, so that a browser can add the archive as a search engine. */
export const GET: APIRoute = ({ site }) => {
  // The format wants absolute addresses; where the site's is not known, browsers resolve against this file.
  const absolute = (path: string) => (site ? new URL(path, site).href : path);
  // Longest names that the format has.
  const atMost = (length: number, text: string) => [...text].slice(0, length).join('');
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeHtml(atMost(16, siteName))}</ShortName>
  <LongName>${escapeHtml(atMost(48, siteName))}</LongName>
  <Description>逐行检索全部公开的预算文本</Description>
  <Language>zh-CN</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${escapeHtml(absolute(address.file('favicon.svg')))}</Image>
  <Url type="text/html" method="get" template="${escapeHtml(absolute(address.search()))}?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(body, { headers: { 'content-type': 'application/opensearchdescription+xml' } });
};
