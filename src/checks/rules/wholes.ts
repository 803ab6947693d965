/** Tests that an amount is not of money carried over: what divides that is not the year's own. */
export const notCarried = { test: (name: string): boolean => !/结转|结余/.test(name) };
