/** When a layer may fire at the first variant of a flight if every sensor's look falls at once. */
import { isEvidence } from '../models/command/release.js';
import type { Geometry } from './geometry.js';

/** Age at which the rule of this kind of layer is met; Infinity when it never is. `attack` and `aim` name the flight. */
export function earliestEvidence_s(geometry: Geometry, kind: 'space' | 'ground', attack: number, aim: number): number {
  const { sensors, plan } = geometry.linked;
  const reports = sensors
    .map((sensor, s) => ({ kind: sensor.view.evidence, at_s: geometry.views[attack][aim][s].from_s[0] + sensor.plan.reportDelay_s }))
    .filter((report) => report.at_s < Infinity)
    .sort((x, y) => x.at_s - y.at_s);
  let infrared = 0, radar = 0;
  for (const report of reports) {
    if (report.kind === 'infrared') infrared++;
    else radar++;
    if (isEvidence(plan.release[kind].evidence, infrared, radar)) return report.at_s;
  }
  return Infinity;
}
