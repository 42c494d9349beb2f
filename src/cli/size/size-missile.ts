/** The missile that a constellation is sized against: a class of the public data, from a place to a target, flown as the engine flies it. */
import { countText, significantText } from '../../figures/numbers.js';
import { defendedCentre } from '../../engine/flights/trajectories.js';
import { fromSi } from '../../kernel/units.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { findPlace } from '../../scenario/catalogue.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { AttackPlan } from '../../scenario/plan/plan.js';
import { type Flights, flyToMeet, type MeetingPhase, type NoFlight } from '../../studies/number-needed/flights-to-meet.js';
import { COMMAND_LINE, BadInput, flagProblem } from '../frame/failures.js';
import type { Flags } from '../frame/flags.js';
import { nameHint } from '../frame/nearest.js';
import { readPlace } from '../frame/places.js';

export const DEFAULT_MISSILE = 'solid-icbm-3-stage';
/** What is met in a glide unless another is asked for. */
export const DEFAULT_GLIDER = 'intercontinental-glide-class';
export const DEFAULT_TARGET = 'chicago';
/** Missiles of the class that are flown: enough for a mean, few enough for a second. */
export const DEFAULT_FLIGHTS = 4;

export interface SizeMissile {
  readonly title: string;
  readonly attack: AttackPlan;
  readonly flights: Flights;
}

/** Problems are noted in `flags`; gives undefined when there are any. */
export function flySizeMissile(flags: Flags, catalogue: Catalogue, phase: MeetingPhase, meeting_s: number | undefined): SizeMissile | undefined {
  const missile = flags.text('missile') ?? (phase === 'glide' ? DEFAULT_GLIDER : DEFAULT_MISSILE), card = Object.hasOwn(catalogue.kinds.threats, missile) ? catalogue.kinds.threats[missile] : undefined;
  const flights_count = flags.integer('flights', { min: 1, max: 64 }) ?? DEFAULT_FLIGHTS;
  const from = placeFlag(flags, 'from', catalogue), to = placeFlag(flags, 'to', catalogue);
  if (card === undefined) flags.reject('missile', 'a missile of the public data', nameHint(missile, Object.keys(catalogue.kinds.threats)));
  if (flags.problems.length > 0 || card === undefined) return undefined;
  const scenario = { version: 1, raid: [{ missile, from: from ?? card.site, to: to ?? DEFAULT_TARGET, count: 1 }], interceptors: [], sensors: [] };
  const result = compileText(JSON.stringify(scenario), COMMAND_LINE, catalogue);
  if (!result.ok) {
    for (const problem of result.problems) flags.problems.push({ ...problem, line: 0, path: `--${/\.to/.test(problem.path) ? 'to' : /\.from/.test(problem.path) ? 'from' : 'missile'}` });
    return undefined;
  }
  const { plan } = result.compiled, [attack] = plan.attacks;
  const [target] = attack?.targets ?? [];
  if (attack === undefined || target === undefined) throw new Error('a scenario of one missile compiled to none');
  const { origin, route, shape, approach, originRadius_m } = attack;
  const flights = flyToMeet({
    threat: attack.threat, request: { from: origin, to: target, route, shape, approach, bodies: [] }, originRadius_m, expectedTarget: defendedCentre(plan.defended), flights_count,
    latency_s: plan.tracker.latency_s, phase, ...(meeting_s === undefined ? {} : { meeting_s }),
  });
  if ('reason' in flights) throw cannotFly(flights, missile, phase);
  return { title: card.title, attack, flights };
}

/** Named places stay names, so that a launch area keeps its extent. */
function placeFlag(flags: Flags, flag: string, catalogue: Catalogue): unknown {
  const text = flags.text(flag);
  if (text !== undefined && findPlace(catalogue, text) !== undefined) return text;
  return readPlace(flags, flag, catalogue);
}

function cannotFly({ reason, unsolved, detail }: NoFlight, missile: string, phase: MeetingPhase): BadInput {
  if (reason === 'no-such-phase') return new BadInput([flagProblem('--phase', phase, `a phase of ${missile}`, `${detail}${phase === 'glide' ? `; ${DEFAULT_GLIDER} glides` : ''}`)]);
  if (unsolved?.reason === 'out-of-range') {
    const far_km = fromSi(unsolved.range_m, 'km'), most_km = fromSi(unsolved.maxRange_m, 'km');
    return new BadInput([flagProblem('--to', `range ${countText(Math.round(far_km))} km`, `at most ${countText(Math.floor(most_km))} km for ${missile}`, `too far by ${significantText(far_km - most_km, 3)} km`)]);
  }
  return new BadInput([flagProblem('--missile', missile, 'a missile that reaches its target', detail)]);
}
