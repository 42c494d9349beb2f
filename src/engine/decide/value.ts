/**
 * What an object is believed to be worth stopping: the people of the defended place on which its believed course falls. While
 * its fall is not known (in boost, or as long as it may still steer) all objects are worth alike, as much as a place on average.
 * What falls on no defended place is worth as much as the least populous one: it still falls on the country.
 */
import { placeHit } from './defended-place.js';
import type { Geometry } from '../geometry.js';
import type { Belief } from '../world.js';

/** People threatened, and whether the place is a preferred one, by attack and aim: what the tracker can tell once a fall is foretold. */
export interface Falls {
  readonly people_count: readonly Float64Array[];
  readonly isPreferred: readonly Uint8Array[];
  /** Of a defended place on average. */
  readonly meanPeople_count: number;
}

export function chartFalls({ linked }: Geometry): Falls {
  const { places } = linked.plan.defended, preferred = linked.plan.command.preferred;
  const people = places.map((place) => place.population_count);
  const hit = linked.aims.map((aims) => aims.map(({ to }) => placeHit(places, to)));
  return {
    people_count: hit.map((places_hit) => Float64Array.from(places_hit, (place) => (place < 0 ? Math.min(...people) : people[place]))),
    isPreferred: hit.map((places_hit) => Uint8Array.from(places_hit, (place) => (place >= 0 && preferred?.includes(places[place].name) === true ? 1 : 0))),
    meanPeople_count: people.reduce((sum, count) => sum + count, 0) / Math.max(1, people.length),
  };
}

/** The tracker foretells where object `m` falls. */
export function believeFall(falls: Falls, geometry: Geometry, belief: Belief, m: number): void {
  const { attack, aim } = geometry.linked.missiles[m];
  belief.threatened_count[m] = falls.people_count[attack][aim];
  belief.isElsewhere[m] = 1 - falls.isPreferred[attack][aim];
}

/** Value of an object relative to a defended place on average; 1 while its fall is not known. */
export function believedValue(falls: Falls, threatened_count: number): number {
  if (!(threatened_count >= 0) || falls.meanPeople_count === 0) return 1;
  return threatened_count / falls.meanPeople_count;
}
