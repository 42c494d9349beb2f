/**
 * Plans that can be run but in which a rule can never be met, or a word stands for a number that nobody wrote: seen from the
 * lists alone. The engine looks at the times.
 */
import { G0_MPS2 } from '../../kernel/constants.js';
import { elementsAgeWarning, readElements } from '../../models/constellation/sgp4.js';
import { commandGraphWarnings } from './command-graph-problems.js';
import type { UsedNumber } from '../compile/compiled.js';
import type { Complaint } from '../text/explain.js';
import { parsePath, valueAt } from '../text/path.js';
import type { Segment } from '../text/path.js';
import type { Plan, ReleasePlan, StagePlan } from '../plan/plan.js';
import { isInfrared, satellites_count } from '../plan/sensor-plan.js';

export function warnings(plan: Plan): Complaint[] {
  const infrared_count = plan.sensors.reduce((sum, sensor) => sum + (isInfrared(sensor) ? satellites_count(sensor) : 0), 0);
  const radar_count = plan.sensors.filter((sensor) => !isInfrared(sensor)).length;
  const complaints: Complaint[] = [];
  for (const { evidence, path, who } of rulesOf(plan)) {
    const infraredNeeded_count = evidence === 'two-infrared' ? 2 : evidence === 'radar' ? 0 : 1;
    if (infrared_count < infraredNeeded_count) complaints.push({ path, found: `${evidence}, with ${infrared_count} infrared ${infrared_count === 1 ? 'satellite' : 'satellites'}`, expected: `at least ${infraredNeeded_count} among the sensors`, hint: `${who} can never fire; add \`- { use: sbirs-geo }\` to the sensors` });
    const needsRadar = evidence === 'radar' || evidence === 'infrared-and-radar';
    if (needsRadar && radar_count === 0) complaints.push({ path, found: `${evidence}, without a radar`, expected: 'at least one radar among the sensors', hint: `${who} can never fire; add \`- { use: uewr-clear }\` to the sensors` });
  }
  return [...complaints, ...given(plan), ...lateLooks(plan), ...commandGraphWarnings(plan), ...oldElements(plan)];
}

/** Shares that are put in and not worked out are named beside whatever is made of the plan. */
function given({ before }: Plan): Complaint[] {
  if (before === undefined) return [];
  const share = (key: string, prob: number): Complaint[] => (prob === 0 ? [] : [{ path: ['before', key], found: `${prob}, taken as given`, expected: 'to be named with every result', hint: 'no model of Cupola says how likely this is' }]);
  return [...share('launchPrevented', before.launchPrevented_prob), ...share('nonKinetic', before.nonKinetic_prob)];
}

/** A look that takes longer than any boost: a space layer never waits for it, whatever its doctrine is called. */
function lateLooks({ layers, command, attacks }: Plan): Complaint[] {
  if (command.doctrine !== 'shoot-look-shoot' || !layers.some(({ kind }) => kind === 'space')) return [];
  const longest_s = Math.max(0, ...attacks.map(({ threat }) => ('stages' in threat ? threat.stages.reduce((sum, stage) => sum + burn_s(stage) + stage.coastAfter_s, 0) : 0)));
  if (longest_s === 0 || command.assessment_s < longest_s) return [];
  return [{ path: ['command', 'assessment_s'], found: `${command.assessment_s} s, while no boost of the raid lasts longer than ${Math.round(longest_s)} s`, expected: 'a look that can be had before the boost ends', hint: 'space layers will never look between shots and fire all of them at once; write `doctrine: barrage` to mean it' }];
}

const burn_s = ({ propellant_kg, ispVacuum_s, thrustVacuum_N }: StagePlan): number => (propellant_kg * ispVacuum_s * G0_MPS2) / thrustVacuum_N;

interface StatedRule extends Pick<ReleasePlan, 'evidence'> {
  readonly path: readonly Segment[];
  /** Who waits for it. */
  readonly who: string;
}

/** Rules that some layer waits for: those of the two kinds, and those that entries have of their own. */
function rulesOf({ layers, release }: Plan): StatedRule[] {
  const shared = (['space', 'ground'] as const).filter((kind) => layers.some((layer) => layer.kind === kind && layer.release === undefined));
  return [
    ...shared.map((kind): StatedRule => ({ evidence: release[kind].evidence, path: ['release', kind, 'evidence'], who: `the ${kind} layer` })),
    ...layers.flatMap(({ release: own, key, name }): StatedRule[] => (own === undefined ? [] : [{ evidence: own.evidence, path: [...(parsePath(key) ?? []), 'release', 'evidence'], who: name }])),
  ];
}

/** Element sets too far from the start of the raid to be trusted. */
function oldElements({ sensors, epoch }: Plan): Complaint[] {
  return sensors.flatMap((sensor) => {
    if (!('orbit' in sensor) || sensor.orbit.kind !== 'elements') return [];
    const steps = parsePath(sensor.key) ?? [], path = typeof steps[1] === 'string' ? ['sensors', 'numbers', ...steps.slice(1)] : steps;
    return sensor.orbit.sets.flatMap((set, index): Complaint[] => {
      const read = readElements(set), warning = read.ok ? elementsAgeWarning(read.satellite, epoch.from_s) : undefined;
      return warning === undefined ? [] : [{ path: [...path, 'elements', index], found: `${set.name}: ${warning.found}`, expected: warning.expected, hint: warning.hint }];
    });
  });
}

/** A second salvo one orbit later where no shell says how long an orbit is: the default card does, which `scenario` need not know. */
export function orbitWarnings(scenario: unknown, numbers: readonly UsedNumber[]): Complaint[] {
  return numbers.flatMap(({ path, alsoAt = [], value }) =>
    [path, ...alsoAt].flatMap((each): Complaint[] => {
      const steps = parsePath(each);
      if (steps === undefined || steps.at(-1) !== 'orbit_min' || valueAt(scenario, steps) !== undefined) return [];
      return [{ path: steps.slice(0, -1), found: `one orbit, without a shell that goes round: ${value} min are taken`, expected: 'a constellation among the interceptors, `orbit_min` or `after_min`', hint: `the time is that of data/defaults/raid.json; write \`{ after: one-orbit, orbit_min: ${value} }\` to mean it` }];
    }),
  );
}
