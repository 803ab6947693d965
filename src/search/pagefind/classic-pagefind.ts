import { build } from 'esbuild';

/** What the free names of `pagefind.js` mean in the offline edition. */
const rebound = `
const mingzhangFetch = async (address) => {
  const path = String(address).replace(/^[^?]*?(?=pagefind\\/)/, '').replace(/[?#].*$/, '');
  return new Response(await globalThis.mingzhangFiles.load(path));
};
`;

/**
 * Makes the unmodified `pagefind.js` a classic script for a folder without a server: only its free names are bound
 * anew, `fetch` to the archive's own files, `Worker` to none. It sets `mingzhangPagefind`.
 */
export async function classicPagefind(source: string): Promise<string> {
  const result = await build({
    stdin: { contents: source, loader: 'js' },
    bundle: true,
    format: 'iife',
    globalName: 'mingzhangPagefind',
    target: 'es2022',
    minify: true,
    write: false,
    legalComments: 'none',
    charset: 'utf8',
    banner: { js: rebound },
    footer: { js: 'globalThis.mingzhangPagefind = mingzhangPagefind;' },
    define: { 'import.meta.url': '"/pagefind/pagefind.js"', fetch: 'mingzhangFetch', Worker: 'undefined' },
  });
  const [output] = result.outputFiles;
  if (!output) throw new Error('pagefind.js: nothing to bundle');
  return output.text;
}
