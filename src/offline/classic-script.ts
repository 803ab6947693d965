import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Bundles a module script and all that it imports into one classic script, which a folder may load.
 *
 * @param folder that the script's own address is relative to
 * @param path of the script in it
 * @param define names that get a value
 * @param globalName name under which the module's exports stand
 * @throws where an import cannot be resolved
 */
export async function classicScript(
  folder: string,
  path: string,
  define: Record<string, string> = {},
  globalName?: string,
): Promise<string> {
  const result = await build({
    absWorkingDir: folder,
    entryPoints: [join(folder, path)],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    write: false,
    legalComments: 'none',
    charset: 'utf8',
    define: { 'import.meta.url': 'document.baseURI', ...define },
    plugins: [withoutPreload],
    ...(globalName ? { globalName } : {}),
  });
  const [output] = result.outputFiles;
  if (!output) throw new Error(`${path}: nothing to bundle`);
  return output.text;
}

/**
 * Vite wraps dynamic imports into a helper that first links the files they need, by addresses of the online site.
 * In one script those files are there already: the helper only has to call.
 */
const withoutPreload: Plugin = {
  name: 'without-preload',
  setup({ onLoad }) {
    onLoad({ filter: /preload-helper\.[^/\\]*\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const [, names = ''] = /export\s*\{([^}]*)\};?\s*$/.exec(code) ?? [];
      const exported = names.split(',').map((name) => (name.split(/\s+as\s+/).at(-1) as string).trim());
      if (exported.length !== 1 || !exported[0])
        throw new Error(`${path}: expected one export, found "${names}"`);
      return { contents: `const call = (load) => load(); export { call as ${exported[0]} };`, loader: 'js' };
    });
  },
};
