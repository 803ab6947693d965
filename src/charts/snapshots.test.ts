import { expect, test } from 'vitest';
import { gallery } from './gallery/gallery.ts';
import { standaloneSvg } from './standalone-svg.ts';

/** Folder of a chart's layout, where it is not called like the chart. */
const folders: Record<string, string> = { 'san-gong-years': 'years' };

/** Pictures that a person has looked at, light and dark: the ordinary case in both formats, the odd ones as on a phone. */
const reviewed = gallery().flatMap(({ id, charts }) =>
  charts.flatMap((chart) =>
    (id === 'ordinary' || id === 'archive' || id === 'catalogue'
      ? (['narrow', 'wide'] as const)
      : (['narrow'] as const)
    ).map((format) => ({ chart, format, name: `${chart.id}/${id}-${format}` })),
  ),
);

test.each(reviewed.filter(({ chart }) => chart.scenes !== null))(
  'draws $name as reviewed',
  async (picture) => {
    const { chart, format, name } = picture;
    const folder = folders[chart.id] ?? chart.id;
    const [, file] = name.split('/');
    const prefix = folder === chart.id ? '' : `${chart.id}-`;
    const svg = standaloneSvg(chart, '虚构数据', format)?.replaceAll('<g class="m"', '\n<g class="m"') ?? '';
    await expect(svg).toMatchFileSnapshot(`${folder}/snapshots/${prefix}${file}.svg`);
  },
);
