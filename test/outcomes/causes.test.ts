/** Every cause of getting through, in a scenario made for it: its link is named, with a margin where there is more or less of something. */
import { expect, it } from 'vitest';
import { chart } from '../../src/engine/geometry.js';
import { LEAK_CAUSES } from '../../src/engine/record/record.js';
import type { LeakCause, ReplayMissile } from '../../src/engine/record/record.js';
import { replayRun } from '../../src/engine/record/replay.js';
import { createRunner } from '../../src/engine/run.js';
import { tellStory } from '../../src/web/story/tell.js';
import type { Plan } from '../../src/scenario/plan/plan.js';
import { compileScenario } from '../load.js';

const SHELL = '01-ten-icbms-notional-shell.yaml', GROUND = '02-one-icbm-ground-only.yaml', FEW = 'variants=4';
/** Sure hits, so that nothing but the link in question breaks. */
const SURE = ['interceptors[0].singleShotKill=1', 'interceptors[0].commonMode=[]'];
const inSpace = (plan: Plan): Plan => ({ ...plan, layers: plan.layers.filter(({ kind }) => kind === 'space') });
const same = (plan: Plan): Plan => plan;

interface Case {
  readonly scenario: string;
  readonly overrides: readonly string[];
  readonly change?: (plan: Plan) => Plan;
  readonly unit: ReplayMissile['marginUnit'];
  readonly link: RegExp;
}

const CASES: Readonly<Record<LeakCause, Case>> = {
  notDetected: { scenario: GROUND, overrides: ['sensors=[{"use":"uewr-beale"}]', 'raid[0].to=seattle', 'sensors[0].tracks=1', 'raid[0].count=3', 'raid[0].threat.decoys.perMissile=3'], unit: 'objects', link: /No sensor saw it: a radar/ },
  notTracked: { scenario: GROUND, overrides: ['sensors=[{"use":"sbirs-geo"}]'], unit: 's', link: /was never reported/ },
  trackTooPoor: { scenario: GROUND, overrides: ['tracker.model=covariance', 'interceptors[0].interceptor.commitGate_km=0.001', 'interceptors[1].interceptor.commitGate_km=0.001'], unit: 'm', link: /known \d+ m less well/ },
  noShooterInReach: { scenario: SHELL, overrides: ['interceptors[0].interceptor.floorAltitude_km=1000'], change: inSpace, unit: '', link: /No interceptor of .* at any time/ },
  tooLate: { scenario: SHELL, overrides: ['release.space.evidence=radar'], change: inSpace, unit: 's', link: /before the evidence was complete/ },
  magazineEmpty: { scenario: GROUND, overrides: ['raid[0].count=6', 'command.doctrine=barrage', 'interceptors[0].count=4', 'interceptors[1].count=1'], unit: 'shots', link: /had used every round/ },
  authorityTooSlow: { scenario: SHELL, overrides: ['release.space.delay_s=150'], change: inSpace, unit: 's', link: /before permission to fire/ },
  assignedElsewhere: { scenario: SHELL, overrides: ['interceptors[0].count=300', 'raid[0].within_s=1'], change: inSpace, unit: 'shots', link: /had been sent against other missiles/ },
  mispredicted: { scenario: SHELL, overrides: [...SURE, 'tracker.azimuthError_deg=30', 'interceptors[0].interceptor.divert_kmps=0.01'], change: inSpace, unit: 'm/s', link: /more than the interceptor could correct: \d+ m\/s short/ },
  missed: { scenario: GROUND, overrides: ['interceptors[0].singleShotKill=0.01', 'interceptors[1].singleShotKill=0.01'], unit: 'shots', link: /shots at it missed/ },
  commonMode: { scenario: GROUND, overrides: ['interceptors[0].singleShotKill=1', 'interceptors[0].commonMode=[{"value":0.01,"scope":"layer"}]', 'interceptors[1].singleShotKill=1', 'interceptors[1].commonMode=[{"value":0.01,"scope":"layer"}]'], unit: 'shots', link: /failed for a reason/ },
  misclassified: { scenario: GROUND, overrides: ['tracker.model=covariance', 'raid[0].threat.decoys.perMissile=3', 'discrimination.engageAbove=0.9'], unit: 'probability', link: /points below what/ },
};

it.each(LEAK_CAUSES)('%s', (cause) => {
  const { scenario, overrides, change = same, unit, link } = CASES[cause], plan = change(compileScenario(scenario, [FEW, ...overrides]).plan);
  const geometry = chart(plan), runner = createRunner(geometry), code = LEAK_CAUSES.indexOf(cause), others = new Set<string>();
  for (let run = 0; run < 200; run++) {
    runner.run(1, run);
    runner.causes.forEach((found) => { if (found >= 0) others.add(LEAK_CAUSES[found]!); });
    if (!runner.causes.includes(code)) continue;
    const replay = replayRun(geometry, 1, run), missile = replay.missiles.find((candidate) => candidate.cause === cause && candidate.marginUnit === unit && link.test(candidate.link));
    if (missile === undefined) {
      others.add(replay.missiles.filter((candidate) => candidate.cause === cause).map((candidate) => `${candidate.link} ${candidate.margin} ${candidate.marginUnit}`).join(' | '));
      continue;
    }
    if (unit === '') expect(missile.margin).toBeNull();
    else expect(Number.isFinite(missile.margin)).toBe(true);
    expect(tellStory(replay, missile.key)?.cause?.link).not.toBe('');
    return;
  }
  throw new Error(`no run in which something gets through for it; instead ${[...others].join(', ')}`);
});
