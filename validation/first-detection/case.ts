/** First detection of a rising missile from geostationary orbit. Reasons and sources: case.md. */
import { significantText } from '../../src/figures/numbers.js';
import { toSi } from '../../src/kernel/units.js';
import type { ToldRow, ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';
import { firstDetection_s, type Look, readWatch, thrustToWeight, type Watch } from './watch.js';

const ID = 'first-detection';
/** Low and high of the card, and its value between them. */
const CLOUD_BREAKS_KM = [5, 10, 15] as const, REVISITS_S = [1, 10, 20] as const;
/** Told over the whole sweep. */
const SWEPT = ['solid-icbm-3-stage', 'liquid-icbm-2-stage'];

/** Flights are the same for every look at them. */
const watches = new Map<string, Watch>();

function watchOf(name: string): Watch {
  const watch = watches.get(name) ?? readWatch(name);
  watches.set(name, watch);
  return watch;
}

function compare(look: Look = {}, swapped: 'as-is' | 'swapped' = 'as-is'): ValidationResult {
  const reference = readReference(ID);
  const judged: Comparison[] = [], told: ToldRow[] = [];
  for (let row = 0; row < reference.rows.length; row++) {
    const name = reference.text(row, 'class'), fuel = reference.text(row, 'fuel');
    const from = swapped === 'as-is' ? row : reference.rows.findIndex((_, other) => reference.text(other, 'fuel') !== fuel);
    const earliest_s = reference.number(from, 'earliest_s'), latest_s = reference.number(from, 'latest_s');
    const middle_s = (earliest_s + latest_s) / 2, half_s = (latest_s - earliest_s) / 2;
    const watch = watchOf(name);
    const quantity = `${name} (${fuel}, thrust ${significantText(thrustToWeight(watch.threat), 2)} times weight)`;
    const { all_s, one_s } = firstDetection_s(watch, look);
    judged.push({ quantity: `${quantity}: mean first detection, all satellites`, unit: 's', expected: middle_s, got: all_s, absolute: half_s });
    judged.push({ quantity: `${quantity}: mean first detection, one satellite`, unit: 's', expected: middle_s, got: one_s, absolute: half_s });
    if (look.cloudBreak_m !== undefined || !SWEPT.includes(name)) continue;
    for (const cloudBreak_km of CLOUD_BREAKS_KM) for (const revisit_s of REVISITS_S) {
      const got = firstDetection_s(watch, { cloudBreak_m: toSi(cloudBreak_km, 'km'), revisit_s }).one_s;
      told.push({
        quantity: `${quantity}: seen above ${cloudBreak_km} km, ${revisit_s} s between looks, one satellite`, unit: 's', published: middle_s, got,
        why: `middle of ${earliest_s} to ${latest_s} s${got < earliest_s || got > latest_s ? '; outside' : ''}`,
      });
    }
  }
  return { ...judge(judged), told };
}

export const firstDetection: ValidationCase = {
  id: ID,
  title: 'First detection of a rising missile from geostationary orbit',
  source: 'open figures of 25 to 50 s after ignition for solid and 40 to 75 s for liquid ICBMs, as collected for this project (seen: secondary)',
  mark: 'reproduced',
  tolerance: 'inside the two bands',
  run: () => compare(),
  mistakes: [
    { name: 'solid and liquid exchanged', run: () => compare({}, 'swapped') },
    { name: 'plumes seen from the ground on', run: () => compare({ cloudBreak_m: 0 }) },
    { name: 'clouds up to 30 km', run: () => compare({ cloudBreak_m: toSi(30, 'km') }) },
    { name: 'a minute between looks', run: () => compare({ revisit_s: 60 }) },
  ],
};
