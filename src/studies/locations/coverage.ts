/**
 * Which places one battery would protect from each of many sites: there it gets so many shots at one missile of every class and
 * origin that is asked, launchers full, each place by a flight of its own, as in a footprint. A place that no missile asked can
 * reach needs no battery and is told apart. Nothing is said of where missiles are aimed: every place is asked in the same way.
 */
import { chartBattery, chartGroundWindow } from '../../engine/reach/ground-windows.js';
import { canonicalJson } from '../../kernel/hash.js';
import { distance_m } from '../../kernel/earth/geodesy.js';
import { chartAnyFlyout, type TableSource } from '../../models/interceptor/flyout.js';
import { chartFlyout } from '../../models/interceptor/ground-based.js';
import { chartStraight } from '../../models/interceptor/straight-flyout.js';
import { prepareThreat } from '../../models/threat/index.js';
import type { GroundLayerPlan, Place, Plan } from '../../scenario/plan/plan.js';
import type { FootprintFlight } from '../footprint/footprint.js';
import { chartForRelease, farthestDefended_m, flightTo, footprintPairs, releaseOf_s } from '../footprint/plan-footprint.js';
import { countShots, createShotCounter, type ShotRules } from '../footprint/shots.js';

export interface CoverageQuestion {
  /** Its attacks, sensors and rules; the battery is its layer number `layerIndex`, wherever that stands. */
  readonly plan: Plan;
  readonly layerIndex: number;
  readonly sites: readonly Place[];
  readonly places: readonly Place[];
  readonly rules: ShotRules;
  /** From launch to permission to fire; worked out from the plan's sensors and rules when left out. */
  readonly delay_s?: number;
}

/** The places that one battery at a candidate site protects. */
export interface SiteFootprint {
  readonly site: string;
  /** Names of places. */
  readonly protects: readonly string[];
}

export interface CoverageThreat {
  readonly missile: string;
  readonly from: string;
  /** Age of the missile at which batteries may fire; not before its boost has ended. */
  readonly release_s: number;
  readonly reaches_count: number;
}

export interface Coverage {
  readonly footprints: readonly SiteFootprint[];
  readonly threats: readonly CoverageThreat[];
  /** Places that none of the missiles asked can reach. */
  readonly notReached: readonly string[];
}

/** `onStep`: how many flights and sites are done, of how many. */
export function coverSites({ plan, layerIndex, sites, places, rules, delay_s }: CoverageQuestion, onStep: (done: number, total: number) => void = () => undefined): Coverage {
  const layer = plan.layers[layerIndex] as GroundLayerPlan, pairs = footprintPairs(plan).filter((pair) => pair.layerIndex === layerIndex);
  const release = delay_s === undefined ? chartForRelease(plan, pairs) : undefined;
  const total = pairs.length * places.length + sites.length;
  let done = 0;
  const threats = pairs.map((pair) => {
    const release_s = delay_s ?? (release === undefined ? 0 : releaseOf_s(release, pair)), prepared = prepareThreat(pair.attack.threat);
    const flights = places.map((place): FootprintFlight | null => {
      onStep(done++, total);
      const flight = flightTo(prepared, pair.attack, place);
      return flight === null ? null : { ...flight, release_s: Math.max(release_s, flight.from_s + plan.tracker.latency_s) };
    });
    return { pair, release_s, flights };
  });
  const tables = keptTables();
  const footprints = sites.map((site): SiteFootprint => {
    onStep(done++, total);
    return { site: site.name, protects: protectedFrom({ ...layer, site }, places, threats.map(({ flights }) => flights), rules, tables) };
  });
  return {
    footprints,
    threats: threats.map(({ pair: { attack }, release_s, flights }) => ({ missile: attack.threat.name, from: attack.origin.name, release_s, reaches_count: flights.filter((flight) => flight !== null).length })),
    notReached: places.filter((_, i) => threats.every(({ flights }) => flights[i] === null)).map(({ name }) => name),
  };
}

function protectedFrom(layer: GroundLayerPlan, places: readonly Place[], flights: readonly (readonly (FootprintFlight | null)[])[], rules: ShotRules, tables: TableSource): string[] {
  const { site } = layer, battery = chartBattery(layer, chartAnyFlyout(layer.interceptor, site, tables)), farthest_m = farthestDefended_m(battery, layer.interceptor), counter = createShotCounter(layer);
  return places.filter((place, i) => {
    if (distance_m(site.lat_rad, site.lon_rad, place.lat_rad, place.lon_rad) > farthest_m) return false;
    const reaching = flights.flatMap((each) => each[i] ?? []);
    return reaching.length > 0 && reaching.every((flight) => countShots(counter, chartGroundWindow(flight, battery), flight.release_s, rules) >= rules.wanted);
  }).map(({ name }) => name);
}

/** Fly-out tables by what they depend on, for batteries of one kind at many sites. */
function keptTables(): TableSource {
  const known = new Map<string, unknown>();
  const keep = <T>(key: unknown, make: () => T): T => {
    const name = canonicalJson(key);
    if (!known.has(name)) known.set(name, make());
    return known.get(name) as T;
  };
  return {
    straight: (interceptor, altitude_m) => keep({ interceptor, altitude_m }, () => chartStraight(interceptor, altitude_m)),
    ballistic: (interceptor, site) => keep({ interceptor, ...site }, () => chartFlyout(interceptor, site)),
  };
}
