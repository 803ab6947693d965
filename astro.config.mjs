// @ts-check
import { defineConfig } from 'astro/config';
import { readArchiveInfo } from './src/publish/archive-info.ts';
import { readSettings } from './src/settings.ts';

const settings = readSettings(process.env, process.cwd());
const { name } = await readArchiveInfo(settings.content);

export default defineConfig({
  output: 'static',
  site: settings.site || undefined,
  base: settings.base,
  trailingSlash: 'always',
  outDir: settings.dist,
  cacheDir: `${settings.cache}/astro`,
  // One style sheet and few scripts, all files of our own: cached once, and nothing inline to allow in the policy.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  vite: {
    build: { assetsInlineLimit: 0 },
    cacheDir: `${settings.cache}/vite`,
    define: {
      SITE_BASE: JSON.stringify(settings.base),
      SITE_ORIGIN: JSON.stringify(settings.site),
      ARCHIVE_NAME: JSON.stringify(name),
    },
  },
  experimental: { incrementalBuild: true },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
      styleDirective: { resources: ["'self'"] },
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
    },
  },
});
