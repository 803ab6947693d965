const change = /增减|增长|变动|变化|[比较]上年|[比较]20\d\d/;
const lastYear = /^(?:上年|去年)(?!.*结[转余])/;

/**
 * Which columns hold no amount of this budget but what it is compared with: last year's budget, or the change since. A
 * year tells only beside a later one: alone it may be printed wrong.
 *
 * @param paths headings of the columns of one side, from the outermost to the innermost, joined by `/`
 */
export function comparisonsAmong(paths: readonly string[]): boolean[] {
  const years = paths.map((path) =>
    Math.max(0, ...[...path.normalize('NFKC').matchAll(/20\d\d/g)].map(Number)),
  );
  const newest = Math.max(0, ...years);
  return paths.map(
    (path, index) =>
      path.split('/').some((word) => change.test(word) || lastYear.test(word)) ||
      ((years[index] ?? 0) > 0 && (years[index] ?? 0) < newest),
  );
}
