/** What `cupola losses` and `cupola timing` share: the shield of a scenario, its flags, and counts in reach as text. */
import { countText, significantText, toPlace } from '../../figures/numbers.js';
import { toSi } from '../../kernel/units.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { Problem } from '../../scenario/text/problem.js';
import type { InReach } from '../../studies/number-needed/in-reach.js';
import { type PlanShield, shieldOf } from '../../studies/number-needed/shield.js';
import type { FlagSpec } from '../frame/command.js';
import { BadInput, fileProblem } from '../frame/failures.js';
import type { Flags } from '../frame/flags.js';
import { readScenario } from '../frame/scenario-file.js';

const DEFAULT_HOURS = 24;
export const LOOK_S = 120;

export const SHIELD_FLAGS: readonly FlagSpec[] = [
  { name: 'attack', value: 'K', doc: 'which entry of the raid, from 1 (default 1); its first target is flown' },
  { name: 'hours', value: 'T', doc: `how long launches are tried, every ${LOOK_S} s (default ${DEFAULT_HOURS})` },
];

export interface AskedShield extends PlanShield {
  readonly compiled: CompiledScenario;
  readonly hours: number;
}

/** Throws bad input with everything that is wrong. */
export function readShield(file: string | undefined, flags: Flags, catalogue: Catalogue, seed: number): AskedShield {
  const { compiled, problems } = readScenario(file, flags, catalogue);
  const hours = flags.number('hours', { min: 0.1, max: 240, unit: 'h' }) ?? DEFAULT_HOURS;
  const attacks = compiled?.plan.attacks.length ?? 1, attack = flags.integer('attack', { min: 1, max: attacks }) ?? 1;
  const errors = [...flags.problems, ...problems.filter(({ severity }) => severity === 'error')];
  if (compiled === undefined || errors.length > 0) throw new BadInput(errors);
  const shield = shieldOf(compiled.plan, attack - 1, { duration_s: toSi(hours, 'h'), step_s: LOOK_S }, seed), name = file ?? '';
  if (shield === 'no-space-layer') throw new BadInput([fileProblem(name, 'no layer in orbit', 'a scenario with space-based interceptors', 'as in scenarios/01-ten-icbms-notional-shell.yaml')]);
  if (shield === 'never-released') throw new BadInput([fileProblem(name, 'a release rule that is never met', 'sensors that see the launch', 'cupola check says which rule')]);
  if (shield.commit_s >= shield.burnout_s) {
    throw new BadInput([fileProblem(name, `release ${toPlace(shield.commit_s, 0)} s after launch, when the boost has ended`, `release before ${toPlace(shield.burnout_s, 0)} s`, `release.space.delay_s would have to be smaller by ${significantText(Math.ceil(shield.commit_s - shield.burnout_s), 3)} s or more`)]);
  }
  if (isNeverMet(shield)) throw new BadInput([neverMet(compiled.plan, attack - 1, shield, seed, name)]);
  return { ...shield, compiled, hours };
}

const isNeverMet = ({ shield }: PlanShield): boolean => shield.shells.every(({ flights }) => flights.every(({ set }) => set.share === 0));

const HALVINGS = 6;

/** No satellite of any layer ever comes near enough: how much earlier the release would have to be, if that is what it takes. */
function neverMet(plan: Plan, attack: number, { commit_s }: PlanShield, seed: number, file: string): Problem {
  const { delay_s } = plan.release.space, watch = { duration_s: LOOK_S, step_s: LOOK_S };
  const meets = (other_s: number): boolean => {
    const shield = shieldOf({ ...plan, release: { ...plan.release, space: { ...plan.release.space, delay_s: other_s } } }, attack, watch, seed);
    return typeof shield !== 'string' && !isNeverMet(shield);
  };
  const found = `release ${toPlace(commit_s, 0)} s after launch: nothing ever in reach`, expected = 'a layer in orbit that can meet the missile before burn-out';
  if (!meets(0)) return fileProblem(file, found, expected, 'not even a release without delay brings one in reach: other orbits, or faster interceptors');
  let works_s = 0, fails_s = delay_s;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle_s = 0.5 * (works_s + fails_s);
    if (meets(middle_s)) works_s = middle_s;
    else fails_s = middle_s;
  }
  return fileProblem(file, found, expected, `nearest: release.space.delay_s ${Math.floor(works_s)} instead of ${significantText(delay_s)}`);
}

export function inReachCells({ mean, min, p5, median, max }: InReach): string[] {
  return [toPlace(mean, -2), countText(min), countText(p5), countText(median), countText(max)];
}

export const IN_REACH_COLUMNS = (['on average', 'fewest', '5th percentile', 'median', 'most'] as const).map((head) => ({ head, align: 'right' as const }));

/** Launches were tried, not all there are: none and all of them are told as such, and neither is rounded to. */
export function percentText(share: number): string {
  if (share <= 0) return 'none';
  if (share >= 1) return 'all';
  return share < 0.0005 ? '< 0.1 %' : share > 0.9995 ? '> 99.9 %' : `${toPlace(100 * share, -1)} %`;
}
