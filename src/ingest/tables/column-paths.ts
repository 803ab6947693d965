import { joinWraps } from '../text/plain.ts';

/** Column paths from flattened header rows: a blank beside a filled cell continues it where something stands below. */
export function columnPaths(
  header: string[][],
  width: number = Math.max(0, ...header.map((cells) => cells.length)),
): string[] {
  const levels = header.map((cells) =>
    Array.from({ length: width }, (_, column) => joinWraps(cells[column] ?? '').replace(/\s+/g, '')),
  );
  return Array.from({ length: width }, (_, column) => {
    const words = levels.map((level, depth) => {
      if (level[column]) return level[column] as string;
      const below = levels.slice(depth + 1).some((lower) => lower[column]);
      if (!below) return '';
      for (let left = column - 1; left >= 0; left--) if (level[left]) return level[left] as string;
      return '';
    });
    return (
      words.filter((word, index) => word !== '' && word !== words[index - 1]).join('/') || `第${column + 1}列`
    );
  });
}

/** Paths that no two columns share: cells are known by them. The second of a name gets its number. */
export function distinctPaths(paths: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return paths.map((path) => {
    const count = (seen.get(path) ?? 0) + 1;
    seen.set(path, count);
    return count === 1 ? path : `${path}（${count}）`;
  });
}
