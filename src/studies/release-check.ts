/**
 * Can a release rule be met before the layer's window closes? A space layer that waits for radar never fires: radar sees
 * an ICBM after about ten minutes, boost ends after three. Answers with warnings; the run goes ahead all the same.
 */
import { earliestEvidence_s } from '../engine/earliest-release.js';
import { chart } from '../engine/geometry.js';
import type { Geometry, GeometryCache } from '../engine/geometry.js';
import type { Plan } from '../scenario/plan.js';
import type { Problem } from '../scenario/problem.js';

export function checkRelease(plan: Plan, file: string, cache?: GeometryCache): Problem[] {
  const geometry = chart(plan, cache);
  const problems: Problem[] = [];
  plan.attacks.forEach((attack, a) => {
    attack.targets.forEach((target, t) => {
      if (geometry.hasSpace) problems.push(...late(geometry, file, 'space', a, t, `${attack.key} to ${target.name}`));
      if (geometry.hasGround) problems.push(...late(geometry, file, 'ground', a, t, `${attack.key} to ${target.name}`));
    });
  });
  return problems;
}

function late(geometry: Geometry, file: string, kind: 'space' | 'ground', a: number, t: number, flight: string): Problem[] {
  const { plan } = geometry.linked, rule = plan.release[kind];
  const evidence_s = earliestEvidence_s(geometry, kind, a, t), release_s = evidence_s + rule.delay_s;
  const close_s = kind === 'space' ? geometry.trajectories[a][t].variants[0].burnout_s : lastGroundCommit_s(geometry, a, t);
  if (release_s < close_s) return [];
  const found = evidence_s === Infinity ? `${rule.evidence} is never reported for ${flight}` : `permission ${Math.round(release_s)} s after launch for ${flight}`;
  const what = kind === 'space' ? 'the boost ends' : 'the last ground interceptor that can reach it must be committed';
  const closes = close_s === -Infinity ? 'no ground interceptor can reach it at any time' : `${what} ${Math.round(close_s)} s after launch`;
  return [{ file, path: `release.${kind}`, line: 0, found, expected: closes, hint: `the ${kind} layer can never fire under this rule; choose other evidence, add sensors, or shorten delay_s`, severity: 'warning' }];
}

function lastGroundCommit_s(geometry: Geometry, a: number, t: number): number {
  return Math.max(-Infinity, ...geometry.windows[a][t].map((windows) => windows?.[0]?.lastCommit_s ?? -Infinity));
}
