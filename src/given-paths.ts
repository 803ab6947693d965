import { dirname, isAbsolute, join, relative } from 'node:path';

/**
 * Paths of the command line, from the folder in which the command was given: npm runs a script in the folder of the program,
 * wherever `npm --prefix` was called, and tells that folder in `INIT_CWD`.
 *
 * @param folder in which the script runs
 * @returns as they were given where that is the same folder, so that messages name what was typed
 */
export function givenPaths(
  paths: readonly string[],
  env: Record<string, string | undefined>,
  folder: string,
): string[] {
  const { INIT_CWD: given, npm_package_json: file } = env;
  // Of an npm that runs another program, which called this one, the folder says nothing.
  const isOurs = file !== undefined && relative(dirname(file), folder) === '';
  if (!isOurs || given === undefined || relative(given, folder) === '') return [...paths];
  return paths.map((path) => (isAbsolute(path) ? path : join(given, path)));
}
