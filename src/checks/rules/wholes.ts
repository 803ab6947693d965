/** Tests that an amount is not of money carried over: what divides that is not the year's own. */
export const notCarried = { test: (name: string): boolean => !/结转|结余/.test(name) };

/** Tests that an amount is of all sources of money: what was carried over of one is not all that was. */
export const notOneSource = {
  test: (name: string): boolean => !/一般公共|政府性基金|国有资本|专户|单位资金/.test(name),
};

/** Tests that an amount is the total, or the other kind of spending, whose own parts end before this kind is named. */
export const totalOrKind = (total: RegExp) => ({
  test: (name: string): boolean => total.test(name) || /^(基本|项目)支出(预算)?$/.test(name),
});
