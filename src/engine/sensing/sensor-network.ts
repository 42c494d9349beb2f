/**
 * All sensors of a plan as one thing: where each satellite or site is at a time, and what a look from there at a target is worth.
 * Runs and studies ask it alike. A *level* is a look's signal in the sensor's own scale (models/sensor); `chance` turns it into the
 * chance that the look detects; −Infinity is out of view. The Sun is asked apart, because
 * it alone depends on the hour of what stands still.
 */
import { key32 } from '../../kernel/hash.js';
import { createAirTrackerLook } from '../../models/sensor/air-tracker.js';
import { createInfraredLook, createSunShade, infraredLevel_prob } from '../../models/sensor/infrared-satellite.js';
import { isInOverHorizonView } from '../../models/sensor/over-horizon-radar.js';
import { detectionCurve, placeOnGround, radarLevel_dB } from '../../models/sensor/radar.js';
import type { SeenTarget } from '../../models/sensor/seen-target.js';
import { toDecibels_dB } from '../../kernel/decibel.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { satelliteKey, satellites_count } from '../../scenario/plan/sensor-plan.js';
import type { SensorPlan } from '../../scenario/plan/sensor-plan.js';
import { moveSatellites, standStill } from './satellite-motion.js';
import type { SatelliteMotion } from './satellite-motion.js';

/** What a look from an Earth-fixed position is worth. */
export interface Looks {
  level(sx_m: number, sy_m: number, sz_m: number, target: SeenTarget): number;
  /** Chance that a look at a level detects; `isCued` when somebody has pointed out the place. */
  chance(level: number, isCued: boolean): number;
  /** Farthest that a target of such a signature is worth a look; 0 where none ever is, Infinity where only geometry limits it. */
  reach_m(target: SeenTarget): number;
  /** True when the Sun is too near to the line of sight; null for what the Sun does not trouble. `sun` is a unit vector, Earth-fixed. */
  readonly isBlinded: ((sx_m: number, sy_m: number, sz_m: number, target: SeenTarget, sun: ArrayLike<number>) => boolean) | null;
}

export interface NetworkSensor extends SatelliteMotion, Looks {
  readonly plan: SensorPlan;
  readonly evidence: 'infrared' | 'radar';
  /** Satellites, or 1 for a site. */
  readonly count: number;
  /** Keys of luck, one a satellite. */
  readonly keys: readonly number[];
  /** Key of the luck by which a run places it: one for all satellites of a system. */
  readonly placementKey: number;
}

export function createNetwork({ sensors }: Pick<Plan, 'sensors'>): NetworkSensor[] {
  return sensors.map((plan) => ({
    plan,
    evidence: plan.model === 'infrared' ? 'infrared' : 'radar',
    count: satellites_count(plan),
    keys: Array.from({ length: satellites_count(plan) }, (_, satellite) => key32(satelliteKey(plan, satellite))),
    placementKey: key32(plan.key.replace(/\/\d+$/, '')),
    ...bind(plan),
  }));
}

function bind(plan: SensorPlan): SatelliteMotion & Looks {
  switch (plan.model) {
    case 'infrared': {
      const look = createInfraredLook(plan);
      return { ...moveSatellites(plan.orbit), level: look.level, chance: infraredLevel_prob, reach_m: (target) => look.reach_m(target.intensity_Wpsr), isBlinded: createSunShade(plan.sunExclusion_rad) };
    }
    case 'radar': {
      const site = placeOnGround(plan.place), curve = detectionCurve(plan), gain_dB = toDecibels_dB(plan.cueGain);
      return {
        ...standStill(site.position_ecef_m),
        level: (_sx, _sy, _sz, target) => radarLevel_dB(plan, site, target),
        chance: (level, isCued) => curve(isCued ? level + gain_dB : level),
        reach_m: () => Infinity, isBlinded: null,
      };
    }
    case 'over-horizon-radar': {
      const site = placeOnGround(plan.place), ring = { ...plan, nearest_m: plan.minRange_m, farthest_m: plan.maxRange_m };
      return {
        ...standStill(site.position_ecef_m),
        level: (_sx, _sy, _sz, target) => (target.fliesInAir && isInOverHorizonView(ring, site.position_ecef_m, site.axes_ecef, target.x_m, target.y_m, target.z_m, target.altitude_m) ? 0 : -Infinity),
        chance: (level) => (level === 0 ? plan.detection_prob : 0),
        reach_m: () => Infinity, isBlinded: null,
      };
    }
    case 'air-tracker':
      return { ...moveSatellites(plan.orbit), level: createAirTrackerLook(plan), chance: (level) => (level === 0 ? plan.detection_prob : 0), reach_m: (target) => (target.fliesInAir ? Infinity : 0), isBlinded: null };
  }
}
