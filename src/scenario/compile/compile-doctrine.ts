/**
 * What a scenario states of doctrine and of the time before interceptors, as plan fields. Whatever is not stated, or stated
 * as the default, leaves no trace in the plan, so that such a plan keeps its hash.
 */
import { defaultsOf } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import type { Ledger } from './ledger.js';
import type { BeforePlan, CommandPlan, LayerPlan, Plan } from '../plan/plan.js';
import { ASSESSMENT_ERROR, BEFORE, KILL_AGAINST } from '../cards/quantities.js';
import type { Scenario } from '../schema/schema.js';

type Doctrine = Pick<CommandPlan, 'assignment' | 'salvo' | 'assessmentError' | 'handOver' | 'preferred'>;

export function compileDoctrine(scenario: Scenario, catalogue: Catalogue, ledger: Ledger, defended: () => Plan['defended']['places']): Doctrine {
  const { assignment, salvo, assessmentError, handOver, preferential } = scenario.command ?? {};
  return {
    ...(assignment === 'joint' ? { assignment } : {}),
    ...(salvo === undefined ? {} : { salvo: salvo.map(({ fromPeople, shots }) => ({ fromPeople_count: fromPeople, shots })).sort((a, b) => a.fromPeople_count - b.fromPeople_count) }),
    ...(assessmentError === undefined ? {} : compileError(assessmentError, catalogue, ledger)),
    ...(handOver === undefined || handOver === 'never' ? {} : { handOver }),
    ...(preferential === undefined ? {} : { preferred: preferential.places ?? mostPopulous(defended(), preferential.share ?? 1) }),
  };
}

function compileError(stated: NonNullable<NonNullable<Scenario['command']>['assessmentError']>, catalogue: Catalogue, ledger: Ledger): Doctrine {
  const defaults = defaultsOf(catalogue, 'assessment-error', 'assessment-error');
  const read = ledger.reader(ASSESSMENT_ERROR, { cards: defaults, source: defaults.source, stated, path: 'command.assessmentError', keepsRange: true });
  const error = { hitCalledMiss_prob: read('hitCalledMiss'), missCalledHit_prob: read('missCalledHit') };
  return error.hitCalledMiss_prob === 0 && error.missCalledHit_prob === 0 ? {} : { assessmentError: error };
}

/** Fewest places that together hold this share of the people, the most populous first. */
function mostPopulous(places: Plan['defended']['places'], share: number): string[] {
  const sorted = [...places].sort((a, b) => b.population_count - a.population_count), all = sorted.reduce((sum, place) => sum + place.population_count, 0);
  const names: string[] = [];
  let held = 0;
  for (const { name, population_count } of sorted) {
    if (names.length > 0 && held >= share * all) break;
    names.push(name);
    held += population_count;
  }
  return names;
}

export function compileBefore(scenario: Scenario, catalogue: Catalogue, ledger: Ledger): { before?: BeforePlan } {
  if (scenario.before === undefined) return {};
  const defaults = defaultsOf(catalogue, 'before', 'before');
  const read = ledger.reader(BEFORE, { cards: defaults, source: defaults.source, stated: scenario.before, path: 'before', keepsRange: true });
  const before = { launchPrevented_prob: read('launchPrevented'), nonKinetic_prob: read('nonKinetic') };
  return before.launchPrevented_prob === 0 && before.nonKinetic_prob === 0 ? {} : { before };
}

/** Single-shot kill against the classes that an entry names. */
export function compileKillAgainst(stated: Scenario['interceptors'][number]['singleShotKillAgainst'], path: string, catalogue: Catalogue, ledger: Ledger): Pick<LayerPlan, 'against'> {
  if (stated === undefined) return {};
  const defaults = defaultsOf(catalogue, 'kill-against', 'kill-against');
  const read = ledger.reader(KILL_AGAINST, { cards: defaults, source: defaults.source, stated, path: `${path}.singleShotKillAgainst`, keepsRange: true });
  const against: Record<string, number> = {};
  for (const name of Object.keys(KILL_AGAINST) as (keyof typeof KILL_AGAINST)[]) if (stated[name] !== undefined) against[name] = read(name);
  return { against };
}
