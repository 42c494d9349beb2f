/**
 * A missile of the public data as the plan has it, with the payload that the user asks for. It goes through the
 * compiler as a scenario of one missile, so that units, ranges and cards are read in one place.
 */
import type { Catalogue } from '../scenario/catalogue.js';
import { compileText } from '../scenario/compile.js';
import type { UsedNumber } from '../scenario/compiled.js';
import type { AttackPlan, BallisticThreatPlan } from '../scenario/plan.js';
import { COMMAND_LINE } from './failures.js';
import type { Flags } from './flags.js';
import { nameHint } from './nearest.js';
import type { NamedPlace } from './places.js';

export interface ThreatFlight {
  readonly threat: BallisticThreatPlan;
  readonly origin: AttackPlan['origin'];
  /** Where it is aimed, or the origin itself when no target was given. */
  readonly target: AttackPlan['origin'];
  readonly numbers: readonly UsedNumber[];
}

export interface ThreatRequest {
  readonly missile: string;
  readonly payload_kg: number | undefined;
  /** Without one the card's own site. */
  readonly from: NamedPlace | undefined;
  readonly to: NamedPlace | undefined;
}

export function compileThreatFlight(request: ThreatRequest, catalogue: Catalogue, flags: Flags): ThreatFlight | undefined {
  const threats = catalogue.kinds.threats;
  const card = Object.hasOwn(threats, request.missile) ? threats[request.missile] : undefined;
  if (card === undefined) {
    flags.reject('missile', 'a missile of the public data', nameHint(request.missile, Object.keys(threats)));
    return undefined;
  }
  const from = request.from ?? card.site;
  const scenario = {
    version: 1,
    raid: [{ missile: request.missile, from, to: request.to ?? from, count: 1, ...(request.payload_kg === undefined ? {} : { threat: { payload_kg: request.payload_kg } }) }],
    interceptors: [],
    sensors: [],
  };
  const result = compileText(JSON.stringify(scenario), COMMAND_LINE, catalogue);
  if (!result.ok) {
    // Coordinates and names have been checked, so what is left to complain about is the payload.
    for (const problem of result.problems) flags.problems.push({ ...problem, line: 0, path: problem.path.endsWith('payload_kg') ? '--payload_kg' : problem.path });
    return undefined;
  }
  const [attack] = result.compiled.plan.attacks;
  const [target] = attack?.targets ?? [];
  if (attack === undefined || target === undefined) throw new Error('a scenario of one missile compiled to none');
  const { threat } = attack;
  if (threat.model !== 'staged-ballistic') {
    flags.reject('missile', 'a ballistic missile', 'other classes are flown by `cupola run`');
    return undefined;
  }
  const own = result.compiled.numbers.filter((number) => number.path.startsWith('raid[0].threat'));
  return { threat, origin: attack.origin, target, numbers: own };
}
