/**
 * Geometry once, luck many times: everything about a plan that no run changes. Each part (trajectories, fly-out table,
 * views, windows) is kept in a cache under the hash of its own inputs, so changing a probability recomputes nothing.
 */
import { canonicalJson, key32, sha256Hex } from '../kernel/hash.js';
import { chartAnyFlyout } from '../models/interceptor/flyout.js';
import type { Flyout, TableSource } from '../models/interceptor/flyout.js';
import { chartFlyout } from '../models/interceptor/ground-based.js';
import { chartStraight } from '../models/interceptor/straight-flyout.js';
import { prepareThreat } from '../models/threat/index.js';
import type { Plan } from '../scenario/plan/plan.js';
import { emissionOf } from './flights/emission.js';
import type { Emission } from './flights/emission.js';
import { courseOf } from './flights/course.js';
import type { Course } from './flights/course.js';
import { chartBattery, chartGroundWindow } from './reach/ground-windows.js';
import type { ChartedFlight, GroundWindow } from './reach/ground-windows.js';
import { link } from './link.js';
import type { Linked } from './link.js';
import { chartTrack } from './tracks/track-chart.js';
import type { TrackRows } from './tracks/track-chart.js';
import { chartTrajectories } from './flights/trajectories.js';
import type { Trajectories, Variant } from './flights/trajectories.js';
import { chartViews } from './sensing/views.js';
import type { SensorViews } from './sensing/views.js';

export interface Geometry {
  readonly linked: Linked;
  /** By attack and aim. */
  readonly trajectories: readonly (readonly Trajectories[])[];
  /** How each flight looks, by attack, aim and variant. */
  readonly emissions: readonly (readonly (readonly Emission[])[])[];
  /** By attack, aim and sensor; null for sensors that move. */
  readonly views: readonly (readonly (readonly (SensorViews | null)[])[])[];
  /** By attack, aim, element (null for shells) and variant. */
  readonly windows: readonly (readonly (readonly (readonly GroundWindow[] | null)[])[])[];
  /** What carries tracks along a flight, by attack, aim and variant; empty with a tracker that has no errors. */
  readonly tracks: readonly (readonly (readonly TrackRows[])[])[];
  readonly flyouts: readonly (Flyout | null)[];
  readonly elementKeys: readonly number[];
  readonly hasSpace: boolean;
  readonly hasGround: boolean;
  /** Work done for this chart; parts found in the cache cost nothing. */
  readonly work: { readonly rightHandSides: number; readonly parts: number; readonly reused: number };
  /** Size of the tables of all flights, by far the most of it. */
  readonly flights_bytes: number;
  /** Scratch memory of the handlers of one runner; a geometry serves one runner at a time. */
  readonly scratch: { readonly state: Float64Array; readonly shared: Float64Array; readonly choice: object };
}

/** Finished parts by the hash of their inputs; keep one per worker. */
export type GeometryCache = Map<string, unknown>;

const digestOf = (inputs: unknown): string => sha256Hex(canonicalJson(inputs));

export function chart(plan: Plan, cache: GeometryCache = new Map()): Geometry {
  const linked = link(plan);
  const work = { rightHandSides: 0, parts: 0, reused: 0 };
  const part = <T>(kind: string, inputs: unknown, make: () => T): T => {
    const key = `${kind}:${digestOf(inputs)}`;
    const kept = cache.get(key) as T | undefined;
    work.parts++;
    if (kept !== undefined) {
      work.reused++;
      return kept;
    }
    const made = make();
    cache.set(key, made);
    return made;
  };

  // Outlines of countries are long: what all flights share is hashed once, and so is what all parts of one flight share.
  const defended = digestOf(plan.defended);
  const flights = plan.attacks.map(({ threat, origin, originRadius_m, targets, shape, approach, route }, a) =>
    targets.map((_, t) => {
      const aims = linked.aims[a].filter(({ target }) => target === t);
      return digestOf({ threat, origin, originRadius_m, aims, shape, approach, route, variants: plan.variants_count, defended });
    }),
  );
  const byTarget = plan.attacks.map((attack, a) =>
    attack.targets.map((_, t) =>
      part('trajectories', flights[a][t], () => {
        const prepared = part('missile', attack.threat, () => prepareThreat(attack.threat));
        const made = chartTrajectories(prepared, attack, linked.aims[a].filter((aim) => aim.target === t), plan.variants_count, plan.defended);
        for (const { rightHandSides } of made) work.rightHandSides += rightHandSides;
        return made;
      }),
    ),
  );
  const trajectories = linked.aims.map((aims, a) => aims.map(({ target, body }) => byTarget[a][target][body]));
  const keys = linked.aims.map((aims, a) => aims.map(({ target, body }) => `${flights[a][target]}/${body}`));
  const emissions = trajectories.map((aims, a) =>
    aims.map((flown, i) => part('emissions', { flight: keys[a][i], signature: plan.attacks[a].signature }, () => flown.variants.map((variant) => emissionOf(plan.attacks[a], variant)))),
  );
  const signatures = plan.attacks.map(({ signature }) => digestOf(signature));
  const views = trajectories.map((aims, a) =>
    aims.map((flown, i) =>
      linked.sensors.map((sensor) => (sensor.isFixed ? part('views', { sensor: sensor.plan, flight: keys[a][i], signature: signatures[a] }, () => chartViews(flown.variants, emissions[a][i], sensor)) : null)),
    ),
  );
  const looking = digestOf(plan.sensors);
  const tracks = plan.tracker.model === 'delay' ? [] : trajectories.map((aims, a) =>
    aims.map((flown, i) => {
      const companions = linked.aims[a].flatMap(({ target, body }, other) => (other !== i && target === linked.aims[a][i].target && body !== linked.aims[a][i].body ? [aims[other].variants] : []));
      return part('track', { sensors: looking, flight: keys[a][i], signature: signatures[a] }, () => chartTrack(flown.variants, emissions[a][i], linked.sensors, companions));
    }),
  );
  const tables: TableSource = {
    straight: (interceptor, altitude_m) => part('straight', { interceptor, altitude_m }, () => chartStraight(interceptor, altitude_m)),
    ballistic: (interceptor, site) => part('ballistic', { interceptor, site }, () => chartFlyout(interceptor, site)),
  };
  const flyouts = plan.layers.map((layer) =>
    layer.kind === 'ground' ? part('flyout', { interceptor: layer.interceptor, site: layer.site }, () => chartAnyFlyout(layer.interceptor, layer.site, tables)) : null,
  );
  const batteries = plan.layers.map((layer, e) => {
    const flyout = flyouts[e];
    if (layer.kind !== 'ground' || flyout === null) return null;
    return { charted: chartBattery(layer, flyout), key: digestOf({ interceptor: layer.interceptor, site: layer.site, reach: layer.reach ?? null }) };
  });
  const windows = trajectories.map((aims, a) =>
    aims.map((flown, i) => {
      const flights = flown.variants.map(chartedFlight);
      return batteries.map((battery) => (battery === null ? null : part('window', `${battery.key}/${keys[a][i]}`, () => flights.map((flight) => chartGroundWindow(flight, battery.charted)))));
    }),
  );
  return {
    linked, trajectories, emissions, views, windows, tracks, flyouts,
    elementKeys: plan.layers.map((layer) => key32(layer.key)),
    hasSpace: plan.layers.some((layer) => layer.kind === 'space'),
    hasGround: plan.layers.some((layer) => layer.kind === 'ground'),
    work,
    flights_bytes: sizeOf_bytes(trajectories),
    scratch: {
      state: new Float64Array(6), shared: new Float64Array(Math.max(1, ...plan.layers.map((layer) => layer.commonMode.length))),
      choice: { element: -1, index: -1, latestFree_s: -Infinity, wasUnarmed: false },
    },
  };
}

/** A variant as windows need it; its course is worked out when the first battery asks, and then shared by all. */
function chartedFlight({ ephemeris, burnout_s, released_s, foretoldUntil_s, impact_s }: Variant): ChartedFlight {
  const from_s = Math.max(burnout_s, released_s);
  let known: Course | undefined;
  return { ephemeris, from_s, foretoldUntil_s, impact_s, course: () => (known ??= courseOf(ephemeris, from_s, impact_s)) };
}

function sizeOf_bytes(trajectories: Geometry['trajectories']): number {
  let bytes = 0;
  for (const aims of trajectories) for (const { variants } of aims) for (const { ephemeris, ascent } of variants) bytes += ephemeris.rows_ecef.byteLength + ascent.state.byteLength;
  return bytes;
}
