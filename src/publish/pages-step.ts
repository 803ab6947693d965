import type { BuildStep } from './build-site.ts';
import { endPages, startPages } from './pages-child.ts';

/**
 * Renders the pages; those whose data and template are unchanged are kept as they stand.
 *
 * @param data the step that writes the open data, whose page shows what it wrote
 */
export function pagesStep(data: BuildStep): BuildStep {
  return {
    name: '页面',
    begin: (settings) => startPages(settings).begin(settings.dist),
    async run(settings, { ended }) {
      const child = startPages(settings);
      child.begin(settings.dist);
      child.tell('records');
      ended(data.name).then(
        () => child.tell('data'),
        () => {}, // that error ends the build, and this process with it
      );
      const { pages, rendered, files, written } = await child.output;
      return { made: `${pages} 页，${rendered} 个文件重新生成`, files, written };
    },
    abandon: endPages,
  };
}
