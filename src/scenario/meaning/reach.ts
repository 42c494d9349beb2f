/**
 * Can the missiles of a plan reach their targets? Found by flying them, so it takes a part of a second where compiling
 * takes milliseconds; faces call it before a run. Missiles stand anywhere in their launch area: the far edge counts.
 */
import { azimuth_rad, destination } from '../../kernel/earth/geodesy.js';
import { PI } from '../../kernel/maths.js';
import { fromSi } from '../../kernel/units.js';
import { prepareThreat } from '../../models/threat/index.js';
import type { FlightRequest, PreparedThreat, Unsolved } from '../../models/threat/index.js';
import { aimsOf } from '../compile/aims.js';
import type { Aim } from '../compile/aims.js';
import type { TargetPlace, TextPlace } from '../compile/compiled.js';
import type { AttackPlan, Place } from '../plan/plan.js';
import type { Plan } from '../plan/plan.js';
import type { Problem } from '../text/problem.js';
import { groupDigits } from '../cards/quantity.js';

/** Targets that a missile cannot hit, one problem each. `where` tells for each attack and target where the file names it. */
export function checkReach(plan: Plan, file: string, where: readonly (readonly TargetPlace[])[] = []): Problem[] {
  const prepared = new Map<string, PreparedThreat>();
  // A second salvo flies as the first.
  const told = new Set<string>();
  return plan.attacks.flatMap((attack, index) => {
    const { threat, origin, originRadius_m, route, shape, approach } = attack;
    const key = JSON.stringify(threat);
    const missile = prepared.get(key) ?? prepareThreat(threat);
    prepared.set(key, missile);
    const aims = aimsOf(attack);
    return attack.targets.flatMap((target, at): Problem[] => {
      const bodies = aims.filter((aim) => aim.target === at && aim.body > 0);
      const flight = JSON.stringify({ key, origin, originRadius_m, route, shape, approach, target, bodies });
      if (told.has(flight)) return [];
      told.add(flight);
      const { route: ways, ...place } = where[index]?.[at] ?? { file, path: `${attack.key}.to[${at}]`, line: 0 };
      const found = aimFault(missile, attack, target, bodies, place.path.endsWith('.preset') ? ` to ${target.name}` : '');
      if (found === undefined) return [];
      const { waypoint, ...fault } = found;
      return [{ ...placeOfFault(waypoint, ways, place), ...fault, severity: 'error' }];
    });
  });
}

type Fault = Pick<Problem, 'found' | 'expected' | 'hint'> & { readonly waypoint?: number | undefined };

/** A place of the route that is at fault is where to look, else the target. */
function placeOfFault(waypoint: number | undefined, ways: readonly TextPlace[] | undefined, target: TextPlace): TextPlace {
  return (waypoint === undefined ? undefined : ways?.[waypoint]) ?? target;
}

/** `to` names the target where the path of the problem does not. */
function aimFault(missile: PreparedThreat, attack: AttackPlan, target: Place, bodies: readonly Aim[], to: string): Fault | undefined {
  const { origin, route, shape, approach } = attack;
  const request: FlightRequest = { from: origin, to: target, route, shape, approach, bodies };
  for (const edge of edgesOf(attack, route[0] ?? target)) {
    const fromEdge = missile.solve({ ...request, from: edge.place });
    if (fromEdge.converged) continue;
    const fromCentre = attack.originRadius_m > 0 ? missile.solve(request) : fromEdge;
    // Numbers from the middle of the area are those that `cupola fly` gives; the edge is named when only it is at fault.
    return fromCentre.converged ? describe(fromEdge, attack, target, `${to} from the ${edge.name} edge of ${origin.name}`) : describe(fromCentre, attack, target, to);
  }
  return undefined;
}

interface Edge {
  readonly name: 'far' | 'near';
  readonly place: Place;
}

/** The places of the launch area from which a flight may fail: the farthest, and for what can be too near the nearest. */
function edgesOf(attack: AttackPlan, towards: Place): Edge[] {
  const { origin, originRadius_m, threat, shape } = attack;
  if (originRadius_m === 0) return [{ name: 'far', place: origin }];
  const bearing_rad = azimuth_rad(origin.lat_rad, origin.lon_rad, towards.lat_rad, towards.lon_rad);
  const far: Edge = { name: 'far', place: placeAt(origin, bearing_rad + PI, originRadius_m) };
  const hasLeastRange = threat.model === 'boost-glide' || threat.model === 'fractional-orbital' || (threat.model === 'staged-ballistic' && shape !== 'standard');
  return hasLeastRange ? [far, { name: 'near', place: placeAt(origin, bearing_rad, originRadius_m) }] : [far];
}

function placeAt(origin: Place, bearing_rad: number, away_m: number): Place {
  const out = new Float64Array(2);
  destination(origin.lat_rad, origin.lon_rad, bearing_rad, away_m, out);
  return { ...origin, lat_rad: out[0] ?? origin.lat_rad, lon_rad: out[1] ?? origin.lon_rad };
}

function describe(failure: Unsolved, attack: AttackPlan, target: Place, from: string): Fault {
  const { name } = attack.threat, isCruise = attack.threat.model === 'cruise';
  const load = attack.threat.model === 'cruise' ? 'its load' : `${groupDigits(Number(attack.threat.payload_kg.toPrecision(5)))} kg`;
  switch (failure.reason) {
    case 'out-of-range': {
      if (failure.detail !== undefined) {
        return { found: `${failure.detail}${from}`, expected: 'targets of one attack that the bus can reach one after the other', hint: 'take targets that lie closer together, fewer warheads, or a bus that can give more' };
      }
      const most = kilometres(failure.maxRange_m);
      return {
        found: `range ${kilometres(failure.range_m)}${from} exceeds this missile's ${most} with ${load}`,
        expected: `a target of ${name} within ${most} ${isCruise ? 'along its route' : 'in this direction'}`,
        hint: isCruise ? 'take another missile, a shorter route, a nearer target or a smaller launch area' : 'take a lighter payload, another missile, a nearer target or a smaller launch area',
      };
    }
    case 'cannot-fly': {
      const because = failure.detail === '' ? failure.status : failure.detail;
      const [found, expected, hint] = CANNOT_FLY[failure.status] ?? [`does not fly to ${target.name}`, ENDS_ON_GROUND, 'check thrust, masses and payload of the stages'];
      return { found: failure.status === 'no-lift-off' ? `${name} with ${load} ${found}` : `${name} with ${load} ${found.replace('TARGET', target.name + from.replace(` to ${target.name}`, ''))} (${because})`, expected, hint, waypoint: failure.waypoint };
    }
    case 'not-converged':
      return {
        found: `${name} with ${load} comes no nearer to ${target.name} than ${kilometres(failure.miss_m)}`,
        expected: 'a flight that lands within 1 km of its target',
        hint: 'the target may be too near for this missile, or almost on the other side of the Earth',
      };
  }
}

const ENDS_ON_GROUND = 'a missile that flies: more thrust than weight at launch, and a path that ends on the ground';

/** What is found, expected and to be done where a class cannot fly at all; `TARGET` stands for the target and the edge. */
const CANNOT_FLY: Readonly<Partial<Record<(Unsolved & { reason: 'cannot-fly' })['status'], readonly [string, string, string]>>> = {
  'no-lift-off': ['does not lift off', ENDS_ON_GROUND, 'check thrust, masses and payload of the stages'],
  'cannot-reach-orbit': ['does not reach its orbit', 'a boost that reaches the orbit', 'take a lighter payload or a lower orbit'],
  'cannot-glide': ['does not glide to TARGET', 'a target within the reach of its glide, neither too near nor too far', 'take another target, another launch area or another class'],
  'route-not-flyable': ['does not fly this way to TARGET', 'a way that this class can fly', 'change the route, the shape, the approach or the launch area'],
};

/** Whole kilometres, or one digit more below ten. */
function kilometres(length_m: number): string {
  const length_km = fromSi(length_m, 'km');
  return `${groupDigits(length_km < 10 ? Math.round(length_km * 10) / 10 : Math.round(length_km))} km`;
}
