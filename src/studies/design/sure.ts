/**
 * Of many finalists the cheapest for which the claim holds. A search takes the luckiest, so a finalist must do at many more
 * moments than it was found by, and then the claim is verified at moments drawn afresh, by which nothing was chosen: the lower
 * end of the 95 % interval must not lie below the chance that is promised. Each finalist is also tried with a little more in
 * every plane or with a few planes more, and each try at verifying has draws of its own.
 */
import { clopperPearson, type Interval } from '../../kernel/statistics/statistics.js';
import { drawnMoments, isOftenEnough, momentsWithEnough, type ShellWithSets, spreadMoments } from './availability.js';
import { type DesignQuestion, priceOf, satellitesIn } from './question.js';

const SURE_MOMENTS = 4096;
const DRAWN_MOMENTS = 4000;
/** An interval of 0.6 points about 95 %. */
const FRESH_MOMENTS = 20_000;
/** Where an earlier try stopped, drawing starts anew with another set; the first set is the one that finalists are looked at. */
const FIRST_FRESH_SET = 1;

/** How often there is enough, at moments by which nothing was chosen; 95 % interval. */
export interface Verified extends Interval {
  readonly mean: number;
  readonly moments_count: number;
  /** Constellations whose claim was tried at fresh moments, this one included. */
  readonly tried_count: number;
}

export interface SureShells {
  readonly shells: readonly ShellWithSets[];
  readonly price_usd: number;
  readonly chance: Verified;
}

export function cheapestSure(question: DesignQuestion, finalists: readonly (readonly ShellWithSets[])[]): SureShells | undefined {
  const spread = spreadMoments(SURE_MOMENTS), drawn = drawnMoments(DRAWN_MOMENTS, question.seed);
  const priced = finalists.flatMap((shells) => [shells, ...Array.from({ length: GROWN }, (_, more) => [addSlots(shells, more + 1), addPlanes(shells, more + 1)]).flat()]).flatMap((shells) => {
    const price_usd = priceOfShells(question, shells);
    return price_usd === undefined ? [] : [{ shells, price_usd }];
  });
  priced.sort((a, b) => a.price_usd - b.price_usd);
  let tried_count = 0;
  for (const { shells, price_usd } of priced) {
    if (!isOftenEnough(shells, question, spread, question.probability) || !isOftenEnough(shells, question, drawn, question.probability)) continue;
    const chance = verify(question, shells, tried_count++);
    if (chance.low >= question.probability) return { shells, price_usd, chance: { ...chance, tried_count } };
  }
  return undefined;
}

function verify(question: DesignQuestion, shells: readonly ShellWithSets[], before_count: number): Omit<Verified, 'tried_count'> {
  const fresh = drawnMoments(FRESH_MOMENTS, question.seed, FIRST_FRESH_SET + before_count), enough = momentsWithEnough(shells, question, fresh);
  return { mean: enough / fresh.count, ...clopperPearson(enough, fresh.count), moments_count: fresh.count };
}

/** Steps by which finalists are grown: up to a fifth. */
const GROWN = 10;
const GROWTH = 0.02;

function addSlots(shells: readonly ShellWithSets[], more: number): readonly ShellWithSets[] {
  return shells.map(({ shell, sets }) => ({ shell: { ...shell, perPlane_count: shell.perPlane_count + stepsOf(shell.perPlane_count, more) }, sets }));
}

function addPlanes(shells: readonly ShellWithSets[], more: number): readonly ShellWithSets[] {
  return shells.map(({ shell, sets }) => ({ shell: { ...shell, planes_count: shell.planes_count + stepsOf(shell.planes_count, more) }, sets }));
}

const stepsOf = (count: number, more: number): number => Math.max(more, Math.round(GROWTH * more * count));

export const countOf = (shells: readonly ShellWithSets[]): number => shells.reduce((sum, { shell }) => sum + satellitesIn(shell), 0);

export function priceOfShells(question: DesignQuestion, shells: readonly ShellWithSets[]): number | undefined {
  return priceOf(question, shells.map(({ shell }) => ({ ...shell, satellites_count: satellitesIn(shell) })));
}
