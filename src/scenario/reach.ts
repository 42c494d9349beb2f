/**
 * Can the missiles of a plan reach their targets? Found by flying them, so it takes a part of a second where compiling
 * takes milliseconds; faces call it before a run. Missiles stand anywhere in their launch area: the far edge counts.
 */
import { azimuth_rad, destination } from '../kernel/geodesy.js';
import { PI } from '../kernel/maths.js';
import { fromSi } from '../kernel/units.js';
import { prepareThreat } from '../models/threat/index.js';
import type { FlightRequest, PreparedThreat, Unsolved } from '../models/threat/index.js';
import type { TextPlace } from './compiled.js';
import type { AttackPlan, Place } from './plan.js';
import type { Plan } from './plan.js';
import type { Problem } from './problem.js';
import { groupDigits } from './quantity.js';

/** Targets that a missile cannot hit, one problem each. `where` tells for each attack and target where the file names it. */
export function checkReach(plan: Plan, file: string, where: readonly (readonly TextPlace[])[] = []): Problem[] {
  const prepared = new Map<string, PreparedThreat>();
  return plan.attacks.flatMap((attack, index) => {
    const key = JSON.stringify(attack.threat);
    const missile = prepared.get(key) ?? prepareThreat(attack.threat);
    prepared.set(key, missile);
    return attack.targets.flatMap((target, at): Problem[] => {
      const fault = aimFault(missile, attack, target);
      const place = where[index]?.[at] ?? { file, path: `${attack.key}.to[${at}]`, line: 0 };
      return fault === undefined ? [] : [{ ...place, ...fault, severity: 'error' }];
    });
  });
}

type Fault = Pick<Problem, 'found' | 'expected' | 'hint'>;

function aimFault(missile: PreparedThreat, attack: AttackPlan, target: Place): Fault | undefined {
  const request: FlightRequest = { from: farEdge(attack, target), to: target, route: attack.route, shape: attack.shape, approach: attack.approach, bodies: [] };
  const fromEdge = missile.solve(request);
  if (fromEdge.converged) return undefined;
  const fromCentre = attack.originRadius_m > 0 ? missile.solve({ ...request, from: attack.origin }) : fromEdge;
  // Numbers from the middle of the area are those that `cupola fly` gives; the edge is named when only it is too far.
  return fromCentre.converged ? describe(fromEdge, attack, target, ` from the far edge of ${attack.origin.name}`) : describe(fromCentre, attack, target, '');
}

/** The place of the launch area that is farthest from the target. */
function farEdge(attack: AttackPlan, target: Place): Place {
  const { origin, originRadius_m } = attack;
  if (originRadius_m === 0) return origin;
  const away_rad = azimuth_rad(origin.lat_rad, origin.lon_rad, target.lat_rad, target.lon_rad) + PI;
  const edge = new Float64Array(2);
  destination(origin.lat_rad, origin.lon_rad, away_rad, originRadius_m, edge);
  return { ...origin, lat_rad: edge[0] ?? origin.lat_rad, lon_rad: edge[1] ?? origin.lon_rad };
}

function describe(failure: Unsolved, attack: AttackPlan, target: Place, from: string): Fault {
  const { name } = attack.threat;
  const load = attack.threat.model === 'cruise' ? 'its load' : `${groupDigits(Number(attack.threat.payload_kg.toPrecision(5)))} kg`;
  switch (failure.reason) {
    case 'out-of-range': {
      const most = kilometres(failure.maxRange_m);
      return {
        found: `range ${kilometres(failure.range_m)}${from} exceeds this missile's ${most} with ${load}`,
        expected: `a target of ${name} within ${most} in this direction`,
        hint: 'take a lighter payload, another missile, a nearer target or a smaller launch area',
      };
    }
    case 'cannot-fly':
      return {
        found: failure.status === 'no-lift-off' ? `${name} with ${load} does not lift off` : `${name} with ${load} does not fly to ${target.name} (${failure.detail || failure.status})`,
        expected: 'a missile that flies: more thrust than weight at launch, and a path that ends on the ground',
        hint: 'check thrust, masses and payload of the stages',
      };
    case 'not-converged':
      return {
        found: `${name} with ${load} comes no nearer to ${target.name} than ${kilometres(failure.miss_m)}`,
        expected: 'a flight that lands within 1 km of its target',
        hint: 'the target may be too near for this missile, or almost on the other side of the Earth',
      };
  }
}

/** Whole kilometres, or one digit more below ten. */
function kilometres(length_m: number): string {
  const length_km = fromSi(length_m, 'km');
  return `${groupDigits(length_km < 10 ? Math.round(length_km * 10) / 10 : Math.round(length_km))} km`;
}
