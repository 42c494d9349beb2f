/**
 * Who first sees a flight when, launch by launch, as a run of the engine would have it: the same looks with the same luck, without
 * anything that depends on what else is in the sky. A launch is a run of that number, so that a sensor's luck is its own.
 */
import { cuedAt_s, searchedAt_s } from '../../engine/sensing/looks.js';
import { createMovingLooks, enoughOf, noteReport, type Enough } from '../../engine/sensing/moving-looks.js';
import { drawPlacement } from '../../engine/sensing/placement.js';
import type { Placement } from '../../engine/sensing/satellite-motion.js';
import { createNetwork, type NetworkSensor } from '../../engine/sensing/sensor-network.js';
import { emissionOf } from '../../engine/flights/emission.js';
import type { LinkedMissile } from '../../engine/link.js';
import { createSky, type WatchedFlight } from '../../engine/sensing/sky.js';
import type { Variant } from '../../engine/flights/trajectories.js';
import { chartViews } from '../../engine/sensing/views.js';
import { key32 } from '../../kernel/hash.js';
import { Luck } from '../../kernel/random.js';
import type { SolvedFlight } from '../../models/threat/threat-class.js';
import type { AttackPlan, Place, SensorPlan } from '../../scenario/plan/plan.js';
import { isOut, type SensorGroup } from '../sensor-groups.js';
import type { Sighting } from './milestones.js';
import type { WarnOptions } from './warn-job.js';

/** Sightings of one launch by all that are not out. */
export type FlightSightings = (launch: number, out: SensorGroup | null) => Sighting[];

/** First sightings by the satellites of one sensor, as ages. */
type Seen = readonly number[];

export function createSightings(sensors: readonly SensorPlan[], attack: AttackPlan, { launches, duration_s, seed, groups }: WarnOptions, epoch_s: number): (flight: SolvedFlight, to: Place) => FlightSightings {
  const network = createNetwork({ sensors }), luck = new Luck(seed);
  // Where shells stand at the start of the first launch is drawn once: what changes from launch to launch is the hour.
  const placements = network.map((sensor): Placement => {
    const placement = { epoch_s, node_rad: 0, phase_rad: 0, shift_s: 0 };
    drawPlacement(sensor, luck, 0, epoch_s, placement);
    return placement;
  });
  const moving = network.map((sensor) => (sensor.isFixed ? null : createMovingLooks(sensor))), sky = createSky();
  sky.epoch_s = epoch_s;
  // What stands still costs least to ask. Where nobody is ever left out, those who move need not look for longer than it can matter.
  const order = [...network.keys()].sort((a, b) => Number(network[b].isFixed) - Number(network[a].isFixed) || a - b), isShared = groups.length === 0;

  return (flight, to) => {
    const variant = variantOf(flight), emission = emissionOf(attack, variant), missile = missileOf(attack, to);
    const views = network.map((sensor) => (sensor.isFixed ? chartViews([variant], [emission], sensor) : null));
    const kept = new Map<number, Seen>();

    const seenBy = (s: number, launch: number): Seen => {
      const at = launch * network.length + s, known = kept.get(at);
      if (known !== undefined) return known;
      const made = look(network[s], s, launch);
      kept.set(at, made);
      return made;
    };
    const look = (sensor: NetworkSensor, s: number, launch: number): Seen => {
      const view = views[s];
      if (view !== null) return [searchedAt_s(sensor, view, sky, luck, launch, watched(launch), 0)].filter(Number.isFinite);
      return watchUntil(s, launch, enoughOf(sensor));
    };
    const watchUntil = (s: number, launch: number, enough: Enough): Seen => {
      const ages: number[] = [];
      moving[s]?.watch(sky, luck, launch, placements[s], watched(launch), enough, (_, age_s) => ages.push(age_s));
      return ages;
    };
    const watched = (launch: number): WatchedFlight => ({ missile, variant, emission, launch_s: (launch * duration_s) / launches });
    /** A shell that has lost some of its satellites is watched anew: the others may see it then that were not asked before. */
    const seenByRest = (s: number, launch: number, out: SensorGroup): Seen => {
      const ages: number[] = [];
      createMovingLooks(withoutSatellites(network[s], (satellite) => isOut(out, s, satellite))).watch(sky, luck, launch, placements[s], watched(launch), enoughOf(network[s]), (_, age_s) => ages.push(age_s));
      return ages;
    };

    return (launch, out) => {
      const sightings: Sighting[] = [];
      // What two infrared reports, and one of a radar, come before changes no milestone.
      const infrared: Enough = { first_s: Infinity, second_s: Infinity }, radar: Enough = { first_s: 0, second_s: Infinity };
      const add = (s: number, seen: Seen): void => {
        const { evidence, plan: { reportDelay_s } } = network[s];
        for (const seen_s of seen) {
          sightings.push({ evidence, seen_s, reported_s: seen_s + reportDelay_s });
          if (network[s].isFixed || !isShared) noteReport(evidence === 'infrared' ? infrared : radar, seen_s + reportDelay_s);
        }
      };
      const seenNow = (s: number): Seen => {
        if (isShared && !network[s].isFixed) return watchUntil(s, launch, network[s].evidence === 'infrared' ? infrared : radar);
        const part = out?.parts.find(({ sensor }) => sensor === s);
        if (part === undefined || out === null) return seenBy(s, launch);
        return part.satellites === undefined ? [] : seenByRest(s, launch, out);
      };
      for (const s of order) if (network[s].evidence === 'infrared') add(s, seenNow(s));
      for (const s of order) {
        const sensor = network[s];
        if (sensor.evidence === 'infrared') continue;
        const view = views[s], seen = seenNow(s), isThere = out?.parts.some((part) => part.sensor === s && part.satellites === undefined) !== true;
        const cued_s = isThere && view !== null && infrared.first_s < Infinity ? cuedAt_s(sensor, view, luck, launch, missile, 0, infrared.first_s) : Infinity;
        add(s, cued_s < Infinity && cued_s < Math.min(Infinity, ...seen) ? [cued_s] : seen);
      }
      return sightings;
    };
  };
}

/** Only where and when it flies matters to those who look. */
function variantOf({ ephemeris, burnTime_s, flightTime_s }: SolvedFlight): Variant {
  return {
    ephemeris, burnout_s: burnTime_s, impact_s: flightTime_s, released_s: burnTime_s, steersUntil_s: burnTime_s, foretoldUntil_s: flightTime_s,
    ascent: { step_s: 1, rows: 0, state: new Float64Array(0), burnout_s: burnTime_s }, fallsOnDefended: new Uint8Array(0),
  };
}

function missileOf({ threat, origin }: AttackPlan, to: Place): LinkedMissile {
  const name = `${threat.name}/${origin.name}/${to.name}`, key = key32(name);
  return { name, missile: name, key, missileKey: key, attack: 0, index: 0, aim: 0, lead: 0, isLethal: true };
}

/** The same sensor, some of whose satellites see nothing. */
function withoutSatellites(sensor: NetworkSensor, isGone: (satellite: number) => boolean): NetworkSensor {
  let asked = 0;
  return {
    ...sensor,
    positionAt(placement, satellite, t_s, out_ecef_m) {
      asked = satellite;
      sensor.positionAt(placement, satellite, t_s, out_ecef_m);
    },
    level: (sx_m, sy_m, sz_m, target) => (isGone(asked) ? -Infinity : sensor.level(sx_m, sy_m, sz_m, target)),
  };
}
