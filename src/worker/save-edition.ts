import type { EditionStore } from './edition-store.ts';
import type { SiteManifest } from './site-manifest.ts';

/** How far saving has come. */
export interface SaveProgress {
  files: number;
  ofFiles: number;
  bytes: number;
  ofBytes: number;
}

/** Why saving ended without a new edition. What was saved before stays as it was. */
export class SaveError extends Error {
  readonly reason: 'paused' | 'quota' | 'torn' | 'network';
  constructor(reason: SaveError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** What saving needs from the browser; tests pass their own. */
export interface SaveEffects {
  store: EditionStore;
  /** Fetches a path of the site past the browser's own cache. */
  fetchFile(path: string): Promise<Response>;
  /** SHA-256 in hex. */
  hash(bytes: ArrayBuffer): Promise<string>;
  progress(state: SaveProgress): void;
  /** Asked before each file: true ends the saving; what has arrived is kept for the next time. */
  paused(): boolean;
}

/** Files at a time: enough to hide the way to the server, few enough to pause at once. */
const atOnce = 6;

/**
 * Saves a publication whole. Only files that are not kept yet are fetched; each is checked against its hash;
 * the edition comes into force after the last one.
 *
 * @throws {SaveError} `torn` where the server holds other bytes than its manifest says
 */
export async function saveEdition(manifest: SiteManifest, effects: SaveEffects): Promise<void> {
  const { store } = effects;
  const sizes = new Map(Object.values(manifest.files));
  const paths = new Map(Object.entries(manifest.files).map(([path, [hash]]) => [hash, path]));
  const there = await store.hashes();
  const missing = [...paths].filter(([hash]) => !there.has(hash));
  const ofBytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const state: SaveProgress = {
    files: paths.size - missing.length,
    ofFiles: paths.size,
    bytes: ofBytes - missing.reduce((sum, [hash]) => sum + (sizes.get(hash) ?? 0), 0),
    ofBytes,
  };
  effects.progress({ ...state });
  let next = 0;
  let failure: unknown = null;
  const work = async () => {
    while (next < missing.length && failure === null) {
      const [hash, path] = missing[next++] as [string, string];
      try {
        if (effects.paused()) throw new SaveError('paused', '已暂停');
        await saveFile(hash, path, effects);
      } catch (error) {
        failure ??= error;
        return;
      }
      state.files += 1;
      state.bytes += sizes.get(hash) ?? 0;
      effects.progress({ ...state });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (failure !== null) throw await settle(failure, store);
  await store.activate(manifest);
}

async function saveFile(
  hash: string,
  path: string,
  { store, fetchFile, hash: sha256 }: SaveEffects,
): Promise<void> {
  let response: Response;
  try {
    response = await fetchFile(path);
  } catch {
    throw new SaveError('network', `网络中断：${path}`);
  }
  if (!response.ok) throw new SaveError('torn', `站点没有文件 ${path}（${response.status}），可能正在更新`);
  const bytes = await response.arrayBuffer();
  if ((await sha256(bytes)) !== hash)
    throw new SaveError('torn', `文件 ${path} 与清单不符，站点可能正在更新`);
  await store.putFile(hash, bytes, response.headers.get('content-type') ?? 'application/octet-stream');
}

/** A browser without room gets back what this attempt took, so that the edition in force stays whole. */
async function settle(failure: unknown, store: EditionStore): Promise<unknown> {
  if (!(failure instanceof Error) || failure.name !== 'QuotaExceededError') return failure;
  await store.sweep();
  return new SaveError('quota', '浏览器给本站的空间不够，已保存的版本不受影响');
}
