import { Advice } from '../advice.ts';

/**
 * Reads where the site is served from the environment: PORT, else 4321.
 *
 * @throws Advice where it is no port
 */
export function readPort({ PORT = '4321' }: Record<string, string | undefined>): number {
  if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > 65_535)
    throw new Advice(`PORT 应为 0 到 65535 的整数，例如 PORT=4322；现在是「${PORT}」。`);
  return Number(PORT);
}
