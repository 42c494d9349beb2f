/** Plans that can be run but in which a rule can never be met, seen from the lists alone. The engine looks at the times. */
import type { Complaint } from './explain.js';
import type { Plan } from './plan.js';

export function warnings(plan: Plan): Complaint[] {
  const infrared_count = plan.sensors.filter(({ model }) => model === 'infrared-geostationary').length;
  const radar_count = plan.sensors.length - infrared_count;
  const complaints: Complaint[] = [];
  for (const kind of ['space', 'ground'] as const) {
    if (!plan.layers.some((layer) => layer.kind === kind)) continue;
    const { evidence } = plan.release[kind];
    const infraredNeeded_count = evidence === 'two-infrared' ? 2 : evidence === 'radar' ? 0 : 1;
    const path = ['release', kind, 'evidence'];
    if (infrared_count < infraredNeeded_count) complaints.push({ path, found: `${evidence}, with ${infrared_count} infrared ${infrared_count === 1 ? 'satellite' : 'satellites'}`, expected: `at least ${infraredNeeded_count} among the sensors`, hint: `the ${kind} layer can never fire; add \`- { use: sbirs-geo }\` to the sensors` });
    const needsRadar = evidence === 'radar' || evidence === 'infrared-and-radar';
    if (needsRadar && radar_count === 0) complaints.push({ path, found: `${evidence}, without a radar`, expected: 'at least one radar among the sensors', hint: `the ${kind} layer can never fire; add \`- { use: uewr-clear }\` to the sensors` });
  }
  return complaints;
}
