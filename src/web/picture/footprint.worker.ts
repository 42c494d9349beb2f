/** Defended footprints for the picture, one after the other as they are known: as in `cupola footprint <scenario>`, on a coarser grid. */
import '../no-eval.js';
import { flatRings } from '../../kernel/earth/flat-rings.js';
import { fromSi } from '../../kernel/units.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { chartForRelease, type FlightBook, footprintPairs, pairFootprint, type PairFootprint } from '../../studies/footprint/plan-footprint.js';
import type { FootprintReply, FootprintRequest, FootprintRow } from './footprint-messages.js';

/** More would take minutes and cover each other. */
const MOST_PAIRS = 24;
const CELLS = { terminal: 14, midcourse: 9 };

let current = 0;

self.onmessage = ({ data }: MessageEvent<FootprintRequest>): void => {
  current = data.id;
  void answer(data);
};

async function answer({ id, plan }: FootprintRequest): Promise<void> {
  const all = footprintPairs(plan), pairs = all.slice(0, MOST_PAIRS), left = all.length - pairs.length;
  const reply = (done: number, more: Partial<FootprintReply> = {}): void => self.postMessage({ id, done, total: pairs.length, left, ...more } satisfies FootprintReply);
  reply(0);
  try {
    const release = pairs.length === 0 ? undefined : chartForRelease(plan, pairs), rules = { doctrine: 'barrage', assessment_s: plan.command.assessment_s, wanted: 1 } as const, flights: FlightBook = new Map();
    for (const [i, pair] of pairs.entries()) {
      // Lets a newer request in.
      await new Promise((resolve) => { setTimeout(resolve); });
      if (current !== id) return;
      reply(i + 1, { row: rowOf(pairFootprint(plan, pair, { rules, flights, cells: CELLS[pair.layer.interceptor.phase ?? 'midcourse'] }, release), plan) });
    }
  } catch (error) {
    reply(0, { problem: error instanceof Error ? error.message : String(error) });
  }
}

function rowOf({ layer, attack, layerIndex, attackIndex, footprint }: PairFootprint, { defended }: Plan): FootprintRow {
  return {
    key: `${layerIndex}/${attackIndex}`, site: layer.site.name, interceptor: layer.interceptor.name, missile: attack.threat.name, from: attack.origin.name,
    area_m2: footprint.area_m2, isCut: footprint.isCut, people_count: footprint.people_count, inside_count: footprint.inside.length, cities_count: defended.places.length,
    farthest_m: Math.max(0, ...footprint.reach.map(({ reach_m }) => reach_m)), rings: flatRings(footprint.rings, fromSi(layer.site.lon_rad, 'deg')),
  };
}
