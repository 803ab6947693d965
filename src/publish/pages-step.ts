import type { BuildStep } from './build-site.ts';
import { endPages, startPages } from './pages-child.ts';

/**
 * Renders the pages; those whose data and template are unchanged are kept as they stand.
 *
 * @param data the step that writes the open data, whose page shows what it wrote
 */
export function pagesStep(data: BuildStep): BuildStep {
  let begun = false;
  const begin: BuildStep['begin'] = (settings) => {
    if (!begun) startPages(settings).tell({ dist: settings.dist });
    begun = true;
  };
  return {
    name: '页面',
    begin,
    async run(settings, { ended }) {
      begin(settings);
      const child = startPages(settings);
      child.tell('records');
      ended(data.name).then(
        () => child.tell('data'),
        () => {}, // that error ends the build, and this process with it
      );
      begun = false;
      const { pages, rendered, files, written } = await child.output;
      return { made: `${pages} 页，${rendered} 个文件重新生成`, files, written };
    },
    abandon() {
      begun = false;
      endPages();
    },
  };
}
