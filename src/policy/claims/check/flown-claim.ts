/** From the slots of a claim to the changes of a scenario that flies it. What the sentence leaves open stays as the scenario has it, and is said. */
import { type Catalogue, findPlace } from '../../../scenario/catalogue.js';
import type { Plan } from '../../../scenario/plan/plan.js';
import { type ClaimSlots, middleOf } from './slots.js';

export interface FlownClaim {
  /** As `path=value`, for compile. */
  readonly changes: readonly string[];
  /** What was taken where the sentence says nothing or a pattern does not take the number as it is. */
  readonly notes: readonly string[];
}

/** A text says why the sentence cannot be flown in this scenario. */
export type NotFlown = string;

/** Missiles of a claim leave within this time, as those of the first scenario. */
const WITHIN_S = 60;
const DEFAULT_TARGETS = 'us-cities-50';
/** A pattern may hold this share more or fewer satellites than are claimed. */
const NEAR = 0.02;

export function flownClaim(slots: ClaimSlots, plan: Plan, catalogue: Catalogue): FlownClaim | NotFlown {
  const raid = raidChanges(slots, plan, catalogue), shield = shieldChanges(slots, plan);
  if (typeof shield === 'string') return shield;
  return { changes: [...raid.changes, ...shield.changes], notes: [...raid.notes, ...shield.notes] };
}

function raidChanges({ missiles, threat, from }: ClaimSlots, plan: Plan, catalogue: Catalogue): FlownClaim {
  const [first] = plan.attacks, launched = plan.attacks.reduce((sum, { count }) => sum + count, 0);
  if (missiles === undefined && threat === undefined && from === undefined) return { changes: [], notes: ['the raid is that of the scenario'] };
  const missile = threat ?? first?.threat.name ?? '', count = missiles === undefined ? launched : Math.max(1, Math.round(missiles.high));
  const names = [...new Set(plan.attacks.flatMap(({ targets }) => targets.map(({ name }) => name)))], targets = names.every((name) => findPlace(catalogue, name) !== undefined) ? names : [DEFAULT_TARGETS];
  const place = from ?? (threat === undefined ? first?.origin.name : catalogue.kinds.threats[threat]?.site) ?? '';
  const pair = /^\s*([-+]?[\d.]+)\s*,\s*([-+]?[\d.]+)\s*$/.exec(place), where = pair === null ? place : `{ name: ${JSON.stringify(place)}, lat_deg: ${pair[1]}, lon_deg: ${pair[2]} }`;
  return {
    changes: [`raid=[{ missile: ${missile}, from: ${where}, to: [${targets.join(', ')}], count: ${count}, within_s: ${WITHIN_S} }]`],
    notes: [
      ...(missiles === undefined ? [`${count} missiles as in the scenario`] : missiles.low === missiles.high ? [] : [`${count} missiles, the upper end of what is said`]),
      ...(threat === undefined ? [`the class ${missile}`] : []), ...(from === undefined ? [`launched from ${place}`] : []),
      `aimed in turn at ${targets.length > 3 ? `${targets.length} places` : targets.join(', ')}, within ${WITHIN_S} s`,
    ],
  };
}

function shieldChanges({ count, of = 'interceptors' }: ClaimSlots, plan: Plan): FlownClaim | NotFlown {
  if (count === undefined) return { changes: [], notes: ['the shield is that of the scenario'] };
  const wanted = Math.max(1, Math.round(middleOf(count))), kind = of === 'ground interceptors' ? 'ground' : 'space', layers = plan.layers.filter((layer) => layer.kind === kind), [layer] = layers;
  if (layer === undefined) return `the scenario has no ${kind === 'space' ? 'satellites that carry interceptors' : 'ground interceptors'} whose number could be set`;
  if (layers.length > 1) return `the scenario has ${layers.length} layers of ${kind === 'space' ? 'satellites' : 'ground interceptors'}: which of them is meant is not said`;
  const rest = plan.layers.length === 1 ? [] : [`beside the other layers of the scenario: ${plan.layers.filter((other) => other !== layer).map(({ name }) => name).join(', ')}`];
  if (layer.kind === 'ground') return { changes: [`${layer.key}.count=${wanted}`], notes: rest };
  const satellites = of === 'satellites' ? wanted : Math.max(1, Math.round(wanted / layer.perSatellite_count));
  const { planes_count, perPlane_count } = layer.shell, pattern = patternNear(satellites, planes_count / perPlane_count), flown = pattern.planes_count * pattern.perPlane_count;
  return {
    changes: [`${layer.key}.planes=${pattern.planes_count}`, `${layer.key}.count=${flown}`, ...(layer.shell.phasing >= pattern.planes_count ? [`${layer.key}.phasing=${pattern.planes_count - 1}`] : [])],
    notes: [...(flown === satellites ? [] : [`${flown} satellites, the pattern nearest to ${satellites}`]), ...rest],
  };
}

/** Whole planes for a number near the one wanted, with about as many planes for each satellite of a plane as the scenario has. */
export function patternNear(wanted: number, planesPerSlot: number): { readonly planes_count: number; readonly perPlane_count: number } {
  const aim = Math.max(1, Math.sqrt(wanted * planesPerSlot));
  for (let away = 0; away <= Math.max(1, Math.ceil(NEAR * wanted)); away++) {
    for (const count of [wanted - away, wanted + away]) {
      const planes = bestDivisor(count, aim);
      if (planes !== undefined) return { planes_count: planes, perPlane_count: count / planes };
    }
  }
  return { planes_count: 1, perPlane_count: wanted };
}

function bestDivisor(count: number, aim: number): number | undefined {
  let best: number | undefined;
  for (let planes = Math.max(1, Math.floor(aim / 2)); planes <= Math.ceil(2 * aim) && planes <= count; planes++) {
    if (count % planes === 0 && (best === undefined || Math.abs(planes - aim) < Math.abs(best - aim))) best = planes;
  }
  return best;
}
