import type { APIRoute } from 'astro';
import { programName } from '../program-name.ts';
import { ownName } from '../routes/page.ts';

/** Describes the archive as a program that a browser can install. Addresses are relative to this file. */
export const GET: APIRoute = () => {
  const icon = (src: string, sizes: string, type = 'image/png') => ({ src, sizes, type });
  const manifest = {
    name: ownName ?? `${programName} 公共预算档案`,
    short_name: ownName ?? programName,
    lang: 'zh-CN',
    start_url: './',
    scope: './',
    display: 'minimal-ui',
    background_color: '#fbfaf6',
    theme_color: '#a5301d',
    icons: [
      icon('favicon.svg', 'any', 'image/svg+xml'),
      icon('icon-192.png', '192x192'),
      icon('icon-512.png', '512x512'),
      { ...icon('icon-maskable-512.png', '512x512'), purpose: 'maskable' },
    ],
  };
  return new Response(`${JSON.stringify(manifest, null, 2)}\n`, {
    headers: { 'content-type': 'application/manifest+json' },
  });
};
