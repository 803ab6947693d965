import { join } from 'node:path';
import { readArchiveInfo } from '../publish/archive-info.ts';
import type { BuildStep } from '../publish/build-site.ts';
import { loadArchive } from '../record/load-archive.ts';
import { writeData } from './write-data.ts';

/** Folder of the open data in the finished site. */
const folder = 'data';

/** Writes the open data; the `/data/` page shows what it wrote, so it comes before the pages. */
export const dataStep: BuildStep = {
  name: '数据',
  async run(settings) {
    const info = await readArchiveInfo(settings.content);
    const { dataPackage, files, made } = await writeData(
      loadArchive(settings),
      join(settings.dist, folder),
      info,
    );
    const rows = dataPackage.resources.reduce((sum, resource) => sum + resource.rows, 0);
    return {
      made: `${rows.toLocaleString('en-US')} 行，${made} 份重新生成`,
      files: files.map((file) => `${folder}/${file}`),
    };
  },
};
