import type { Format, Scene } from './scene.ts';

/** The pictures of a chart, each laid out when it is asked for: a list of files needs none of them, a file needs one. */
export function scenesOf(layout: (format: Format) => Scene): Record<Format, Scene> {
  const known: Partial<Record<Format, Scene>> = {};
  const scene = (format: Format) => {
    known[format] ??= layout(format);
    return known[format];
  };
  return {
    get narrow() {
      return scene('narrow');
    },
    get wide() {
      return scene('wide');
    },
  };
}
