/** Attacks on each set of runs when the page asks: the commands make more. */
export const PAGE_RUNS = 50;
