import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles a module script and all that it imports into one classic script, which a folder may load.
 *
 * @param folder that the script's own address is relative to
 * @param path of the script in it
 * @param define names that get a value
 * @throws where an import cannot be resolved
 */
export async function classicScript(
  folder: string,
  path: string,
  define: Record<string, string> = {},
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
  });
  const [output] = result.outputFiles;
  if (!output) throw new Error(`${path}: nothing to bundle`);
  return output.text;
}
