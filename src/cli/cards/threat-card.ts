/**
 * A threat class of the public data as the plan has it, with the payload, the places and the manner of flight that the user
 * asks for. It goes through the compiler as a scenario of one missile, so that units, ranges, cards and what a class can
 * do are read in one place.
 */
import { toSi } from '../../kernel/units.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { UsedNumber } from '../../scenario/compile/compiled.js';
import type { AttackPlan, Place } from '../../scenario/plan/plan.js';
import type { Problem } from '../../scenario/text/problem.js';
import { COMMAND_LINE } from '../frame/failures.js';
import type { Flags } from '../frame/flags.js';
import { nameHint } from '../frame/nearest.js';
import type { NamedPlace } from '../frame/places.js';

export interface ThreatFlight {
  /** Of the card. */
  readonly title: string;
  /** The one missile with its origin, its target (the origin itself when none was given), its route and its shape. */
  readonly attack: AttackPlan;
  /** What warheads beside the first may be aimed at, in the order given. */
  readonly further: readonly Place[];
  readonly numbers: readonly UsedNumber[];
}

export interface ThreatRequest {
  readonly missile: string;
  readonly payload_kg: number | undefined;
  /** Without one the card's own site. */
  readonly from: NamedPlace | undefined;
  /** The first warhead's target, then what further warheads may be aimed at. */
  readonly to: readonly NamedPlace[];
  readonly shape: string | undefined;
  readonly approach: string | undefined;
  readonly route: readonly NamedPlace[];
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
    raid: [
      {
        missile: request.missile, from, to: request.to[0] ?? from, count: 1,
        ...(request.payload_kg === undefined ? {} : { threat: { payload_kg: request.payload_kg } }),
        ...(request.shape === undefined ? {} : { shape: request.shape }),
        ...(request.approach === undefined ? {} : { approach: request.approach }),
        ...(request.route.length === 0 ? {} : { route: request.route }),
      },
    ],
    interceptors: [],
    sensors: [],
  };
  const result = compileText(JSON.stringify(scenario), COMMAND_LINE, catalogue);
  if (!result.ok) {
    for (const problem of result.problems) flags.problems.push(asFlagProblem(problem));
    return undefined;
  }
  const [attack] = result.compiled.plan.attacks;
  if (attack === undefined) throw new Error('a scenario of one missile compiled to none');
  return { title: card.title, attack, further: request.to.slice(1).map(asPlace), numbers: result.compiled.numbers.filter((number) => number.path.startsWith(THREAT_PATH)) };
}

function asPlace({ name, lat_deg, lon_deg }: NamedPlace): Place {
  return { name, lat_rad: toSi(lat_deg, 'deg'), lon_rad: toSi(lon_deg, 'deg'), altitude_m: 0 };
}

/** Where the numbers of the missile stand in that scenario. */
export const THREAT_PATH = 'raid[0].threat.';

/** Keys of the scenario by the flags that they came from. */
const FLAG_OF: readonly (readonly [RegExp, string])[] = [[/payload_kg/, '--payload_kg'], [/\.shape/, '--shape'], [/\.approach/, '--approach'], [/\.route/, '--via'], [/\.to/, '--to'], [/\.from/, '--from']];

function asFlagProblem(problem: Problem): Problem {
  const flag = FLAG_OF.find(([pattern]) => pattern.test(problem.path));
  return { ...problem, line: 0, path: flag?.[1] ?? problem.path };
}
