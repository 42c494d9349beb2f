/** Greatest range against payload, each with its own best pitch-over, at the ballistic coefficient of the class. */
import { liftsOff } from '../../../kernel/flight/flight-legs.js';
import type { GeodeticPlace } from '../place.js';
import type { BallisticMissile } from './ballistic.js';
import { maxRange } from './max-range.js';
import { prepareMissile } from './prepare.js';

export interface PayloadRange {
  readonly payload_kg: number;
  /** 0 when the missile cannot lift the payload. */
  readonly range_m: number;
  /** Could pass the antipode in this direction; the range is then half the Earth's circumference. */
  readonly isGlobal: boolean;
}

export function rangeAgainstPayload(missile: BallisticMissile, from: GeodeticPlace, azimuth_rad: number, payloads_kg: readonly number[]): PayloadRange[] {
  return payloads_kg.map((payload_kg) => {
    const loaded = { ...missile, payload_kg };
    if (!liftsOff(loaded)) return { payload_kg, range_m: 0, isGlobal: false };
    const { range_m, isGlobal } = maxRange(prepareMissile(loaded), from, azimuth_rad);
    return { payload_kg, range_m, isGlobal };
  });
}
