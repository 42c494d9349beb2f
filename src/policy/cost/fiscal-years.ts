/**
 * Years of a model beside fiscal years, and the money announced or voted for them. Which fiscal year is the first of service, and over
 * how many before it acquisition is spread, is an assumption that can be set. Announced money is in dollars of its own year and
 * buys what it buys: a gap is a difference of two sums, no judgement on either.
 */
import { completeCard, completeGiven, type Card, type Given } from '../../scenario/cards/card.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { KindFile } from '../../scenario/cards/kinds.js';
import type { YearCost } from './cost-answer.js';

type AnnouncedFile = Extract<KindFile<'costs'>, { model: 'announced' }>;

export interface Announced extends Omit<AnnouncedFile['items'][number], 'amount_usd' | 'fiscalYear'> {
  readonly fiscalYear: number | null;
  readonly amount: Given;
}

export interface Schedule {
  readonly existsBy: number;
  readonly serviceFrom: number;
  readonly build_y: number;
}

export interface FiscalYearSpend {
  readonly fiscalYear: number;
  /** Year of the model; null before service. */
  readonly serviceYear: number | null;
  /** Mean over the ranges of the cards, as the total is. */
  readonly spend_usd: number;
  readonly low_usd: number;
  readonly high_usd: number;
  /** Null where nothing was announced for the year. */
  readonly announced_usd: number | null;
  readonly announcedKind: 'enacted' | 'requested' | null;
  /** Spending of the model less announced money; null with it. */
  readonly gap_usd: number | null;
}

export function readAnnounced(catalogue: Catalogue): Announced[] {
  return Object.values(catalogue.kinds.costs).flatMap((file) => (file.model !== 'announced' ? [] : file.items.map(({ amount_usd, fiscalYear, ...item }) => ({ ...item, fiscalYear: fiscalYear === undefined ? null : Number(fiscalYear), amount: completeGiven(amount_usd, file.source) }))));
}

export interface ScheduleCards {
  readonly existsBy: Card;
  readonly serviceFrom: Card;
  readonly build_y: Card;
  /** What no price of the catalogue holds, whatever the scenario. */
  readonly leavesOut: readonly string[];
}

/** Throws when the data lack a schedule. */
export function scheduleCards(catalogue: Catalogue): ScheduleCards {
  for (const file of Object.values(catalogue.kinds.costs)) {
    if (file.model === 'schedule') return { existsBy: completeCard(file.existsBy, file.source), serviceFrom: completeCard(file.serviceFrom, file.source), build_y: completeCard(file.build_y, file.source), leavesOut: file.leavesOut };
  }
  throw new Error('catalogue: a file of data/costs with model \'schedule\' is missing');
}

/** Year 0 of the model is spread evenly over the fiscal years of building; announced money of earlier years has years of its own. */
export function byFiscalYear(years: readonly YearCost[], { serviceFrom, build_y }: Pick<Schedule, 'serviceFrom' | 'build_y'>, announced: readonly Announced[]): FiscalYearSpend[] {
  const voted = announced.filter(({ kind, fiscalYear, amount }) => kind !== 'claim' && fiscalYear !== null && amount.value !== null);
  const first = Math.min(serviceFrom - build_y, ...voted.map(({ fiscalYear }) => fiscalYear ?? Infinity)), last = Math.max(serviceFrom - 1 + Math.max(0, years.length - 1), ...voted.map(({ fiscalYear }) => fiscalYear ?? -Infinity));
  return Array.from({ length: last - first + 1 }, (_, i): FiscalYearSpend => {
    const fiscalYear = first + i, isBuilding = fiscalYear < serviceFrom && fiscalYear >= serviceFrom - build_y, serviceYear = fiscalYear >= serviceFrom ? fiscalYear - serviceFrom + 1 : null;
    const year = years.find((each) => each.year === (serviceYear ?? (isBuilding ? 0 : -1))), share = serviceYear === null ? 1 / build_y : 1;
    const of = voted.filter((item) => item.fiscalYear === fiscalYear), spend_usd = (year?.mean_usd ?? 0) * share;
    const announced_usd = of.length === 0 ? null : of.reduce((sum, { amount }) => sum + (amount.value ?? 0), 0);
    return {
      fiscalYear, serviceYear, spend_usd, low_usd: (year?.low_usd ?? 0) * share, high_usd: (year?.high_usd ?? 0) * share,
      announced_usd, announcedKind: of.length === 0 ? null : of.every(({ kind }) => kind === 'enacted') ? 'enacted' : 'requested', gap_usd: announced_usd === null ? null : spend_usd - announced_usd,
    };
  });
}
