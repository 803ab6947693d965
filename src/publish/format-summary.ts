import type { PublishSummary } from './publish-site.ts';

/** Pages that are named before the rest is only counted. */
const named = 12;

/** What a publication changed, for the publisher's screen. */
export function formatSummary({ added, changed, removed, files, seconds }: PublishSummary): string {
  const list = (title: string, pages: readonly string[]) =>
    pages.length === 0
      ? []
      : [
          `${title} ${pages.length} 页`,
          ...pages.slice(0, named).map((page) => `  ${page || '/'}`),
          ...(pages.length > named ? [`  …另有 ${pages.length - named} 页`] : []),
        ];
  return [
    ...list('新增', added),
    ...list('更新', changed),
    ...list('撤下', removed),
    files === 0 ? '站点没有变化。' : `已发布：${files} 个文件有变化，用时 ${seconds.toFixed(1)} 秒。`,
  ].join('\n');
}
