/** `--without NAME`: a plan without a sensor, a system of sensors, or all that a nation hosts. */
import type { Plan } from '../../scenario/plan/plan.js';
import { groupNames, sensorsNamed } from '../../studies/sensor-groups.js';
import type { FlagSpec } from '../frame/command.js';
import { flagProblem } from '../frame/failures.js';
import type { Flags } from '../frame/flags.js';
import { nameHint } from '../frame/nearest.js';

export const WITHOUT_FLAG: FlagSpec = { name: 'without', value: 'NAME', isRepeated: true, doc: 'leave out a sensor, a system of sensors, or all that a nation hosts, as in --without denmark' };

/** Names that no sensor has become problems. */
export function withoutSensors(flags: Flags, plan: Plan): Plan {
  const names = flags.texts(WITHOUT_FLAG.name), known = groupNames(plan.sensors);
  for (const name of names) if (!known.includes(name)) flags.problems.push(flagProblem('--without', name, 'a sensor, a system or a nation of this scenario', nameHint(name, known)));
  const out = new Set(names.flatMap((name) => sensorsNamed(plan.sensors, name)));
  return out.size === 0 ? plan : { ...plan, sensors: plan.sensors.filter((sensor) => !out.has(sensor)) };
}
