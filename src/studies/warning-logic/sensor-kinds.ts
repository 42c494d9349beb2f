/** Which of the two kinds of the warning logic a sensor is, by the name that the log of a run gives it. */
import type { SensorKind } from '../../models/command/warning/evidence.js';
import type { Plan } from '../../scenario/plan/plan.js';

/** Satellites of a constellation are told apart by plane and slot after its name, as in `tranche-3-tracking 1-3`. Whatever is not infrared measures by radar. */
export function sensorKindOf(name: string, sensors: Plan['sensors']): SensorKind {
  const sensor = sensors.find((known) => name === known.name) ?? sensors.find((known) => name.startsWith(`${known.name} `));
  if (sensor === undefined) throw new RangeError(`warning: no sensor of the plan is called ${name}`);
  return sensor.model === 'infrared' ? 'infrared' : 'radar';
}
