/** Missiles for the tests of ballistic flight: from one stage to four, slow liquids and fast solids. */
import type { Stage } from '../src/kernel/flight/flight.js';
import type { GeodeticPlace } from '../src/models/threat/place.js';
import type { BallisticMissile } from '../src/models/threat/ballistic/ballistic.js';
import { DEG_RAD } from '../src/kernel/units.js';

export function place(lat_deg: number, lon_deg: number): GeodeticPlace {
  return { lat_rad: lat_deg * DEG_RAD, lon_rad: lon_deg * DEG_RAD, altitude_m: 0 };
}

type Row = readonly [thrust_kN: number, ispVacuum_s: number, ispSeaLevel_s: number, propellant_kg: number, dry_kg: number, referenceArea_m2: number, coastAfter_s: number];

function missile(stages: readonly Row[], payload_kg: number, verticalRise_s: number): BallisticMissile {
  return {
    stages: stages.map(([thrust_kN, ispVacuum_s, ispSeaLevel_s, propellant_kg, dry_kg, referenceArea_m2, coastAfter_s]): Stage => ({
      thrustVacuum_N: thrust_kN * 1000, ispVacuum_s, ispSeaLevel_s, propellant_kg, dry_kg, referenceArea_m2, coastAfter_s,
    })),
    payload_kg, ballisticCoefficient_kgpm2: 8000, verticalRise_s, burnTimeSpread: 0.03,
    bus: { warheads_count: 1, interval_s: 0, deltaV_mps: 0 }, decoys: { perMissile_count: 0, ballisticCoefficient_kgpm2: 0, separation_mps: 0 },
  };
}

/** About 600 km. */
export const ONE_STAGE = missile([[130, 255, 230, 3900, 900, 0.6, 0]], 700, 3);
/** A slow liquid of about 12,000 km. */
export const TWO_STAGES = missile([[1120, 284, 252, 54000, 4900, 4.5, 3], [195, 292, 240, 9600, 1250, 4.5, 0]], 1000, 14);
/** A fast solid of about 11,500 km. */
export const THREE_STAGES = missile([[1040, 265, 235, 24000, 2960, 2.8, 2], [390, 280, 240, 8500, 1050, 2.3, 2], [162, 283, 200, 3500, 480, 1.5, 0]], 800, 5);
/** The same with a small liquid stage on top. */
export const FOUR_STAGES = missile(
  [[1040, 265, 235, 24000, 2960, 2.8, 2], [390, 280, 240, 8500, 1050, 2.3, 2], [162, 283, 200, 3500, 480, 1.5, 2], [4, 300, 150, 250, 120, 1.5, 0]], 700, 5,
);
