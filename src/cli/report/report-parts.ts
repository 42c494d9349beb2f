/** What a report may be made of besides the attacks themselves, each part worked out by itself, kept by itself, and left out on request. */
export const REPORT_PARTS = ['attack', 'warning', 'compliance', 'cost', 'limits', 'claims', 'drivers', 'change'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** Parts that take minutes: from given results they are told only if they are in them, or asked for. */
export const LONG_PARTS: ReadonlySet<ReportPart> = new Set(['drivers', 'compliance']);

export const PART_WORDS: Readonly<Record<ReportPart, string>> = {
  attack: 'a typical attack', warning: 'the time line of a launch', compliance: 'the order and the statute', cost: 'the price', limits: 'treaties and agreements', claims: 'who says what', drivers: 'what moves the answer', change: 'what would have stopped one',
};
