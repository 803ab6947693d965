/** Tests that an amount is not of money carried over: what divides that is not the year's own. */
export const notCarried = { test: (name: string): boolean => !/结转|结余/.test(name) };

/** Tests that an amount is of all sources of money: what was carried over of one is not all that was. */
export const notOneSource = {
  test: (name: string): boolean => !/一般公共|政府性基金|国有资本|专户|单位资金/.test(name),
};
