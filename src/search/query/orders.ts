/** Orders in which hits are shown. */
export const orders = ['relevance', 'amount', 'year'] as const;
export type Order = (typeof orders)[number];
