/**
 * Peaceful launches as traffic in a scenario: every corridor of the launch sites, flown into orbit by the class that its file
 * names, before the scenario's own sensors. There is no raid and no shield: what is asked is what a release rule would have done.
 */
import { chart } from '../../engine/geometry.js';
import type { Geometry } from '../../engine/geometry.js';
import { EARTH_MEAN_RADIUS_M, EARTH_RATE_RADPS, MU_EARTH_M3PS2 } from '../../kernel/constants.js';
import { asin, atan2, clamp, cos, sin, wrapAngle_rad } from '../../kernel/maths.js';
import { toSi } from '../../kernel/units.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { compileSignature } from '../../scenario/compile/compile-signature.js';
import { compileThreat } from '../../scenario/compile/compile-threat.js';
import { createLedger } from '../../scenario/compile/ledger.js';
import type { AttackPlan, Place, Plan } from '../../scenario/plan/plan.js';

export interface Corridor {
  readonly site: string;
  readonly title: string;
  readonly place: Place;
  /** Against the stars. */
  readonly azimuth_rad: number;
  readonly perYear: number;
  /** Share of all launches of all corridors. */
  readonly weight: number;
  readonly notified_prob: number;
  readonly booster: string;
}

export interface Traffic {
  readonly corridors: readonly Corridor[];
  /** One attack for each corridor, in the same order, one rocket each. */
  readonly geometry: Geometry;
}

/** Flights that differ as single rockets of a class do. */
const VARIANTS = 8;
/** How far along its orbit each is followed: beyond the reach of sensors that watch its ascent, and short of half a turn. */
const ALONG_RAD = 2.45;

export function readCorridors(catalogue: Catalogue): Corridor[] {
  const corridors = Object.entries(catalogue.kinds.launches).flatMap(([site, file]) => file.corridors.map(({ title, azimuth_deg, share }) => ({
    site, title, place: { name: site, lat_rad: toSi(file.lat_deg.value, 'deg'), lon_rad: toSi(file.lon_deg.value, 'deg'), altitude_m: 0 },
    azimuth_rad: toSi(azimuth_deg.value, 'deg'), perYear: file.perYear.value * share.value, notified_prob: file.notified_prob.value, booster: file.booster,
  })));
  const all = corridors.reduce((sum, { perYear }) => sum + perYear, 0);
  return corridors.map((corridor) => ({ ...corridor, weight: corridor.perYear / all }));
}

export function chartTraffic(plan: Plan, corridors: readonly Corridor[], catalogue: Catalogue): Traffic {
  const attacks = corridors.map((corridor): AttackPlan => {
    const threat = { ...compileThreat(corridor.booster, undefined, 'launches', catalogue, createLedger()), inFlightFailure_prob: 0 };
    const orbit_m = threat.model === 'fractional-orbital' ? threat.orbitAltitude_m : 0;
    return {
      key: `launches/${corridor.site}/${corridor.title}`, threat, signature: compileSignature(threat, undefined, 'launches', catalogue, createLedger()), origin: corridor.place, originRadius_m: 0,
      targets: [placeAlong(corridor, orbit_m)], count: 1, start_s: 0, within_s: 0, every_s: 0, order: [], shape: 'standard', approach: 'short', route: [],
    };
  });
  return { corridors, geometry: chart({ ...plan, attacks, layers: [], launch: 'random', variants_count: VARIANTS }) };
}

/**
 * Where a rocket that leaves in this direction against the stars comes over the ground after `ALONG_RAD`: the ground has turned
 * below it meanwhile. Good to a degree of azimuth: the climb takes longer than the same way in orbit.
 */
function placeAlong({ place, azimuth_rad }: Corridor, orbit_m: number): Place {
  const { lat_rad, lon_rad } = place, reach = ALONG_RAD;
  const end_rad = asin(clamp(sin(lat_rad) * cos(reach) + cos(lat_rad) * sin(reach) * cos(azimuth_rad), -1, 1));
  const turn_rad = atan2(sin(azimuth_rad) * sin(reach) * cos(lat_rad), cos(reach) - sin(lat_rad) * sin(end_rad));
  const radius_m = EARTH_MEAN_RADIUS_M + orbit_m, time_s = (reach * radius_m) / Math.sqrt(MU_EARTH_M3PS2 / radius_m) + CLIMB_LOSS_S;
  return { name: `along ${place.name}`, lat_rad: end_rad, lon_rad: wrapAngle_rad(lon_rad + turn_rad - EARTH_RATE_RADPS * time_s), altitude_m: 0 };
}

/** By this much a climb and a descent take longer than the same way in orbit. */
const CLIMB_LOSS_S = 300;
