/** Flying what `cupola fly` is asked for, for every class: to a target, to an apogee, or as far as it goes; and refusals with numbers. */
import { countText, significantText } from '../../figures/numbers.js';
import { destination } from '../../kernel/earth/geodesy.js';
import { PI } from '../../kernel/maths.js';
import { fromSi } from '../../kernel/units.js';
import { flyBallistic, type FlightRequest, type GeodeticPlace, type LoftResult, maxRange, prepareMissile, prepareThreat, solveToLoft, type SolvedFlight, type Unsolved } from '../../models/threat/index.js';
import type { Flight, Launch } from '../../models/threat/ballistic/ballistic.js';
import { decoysOf, warheadsOf } from '../../scenario/plan/lethal.js';
import type { AttackPlan, BallisticThreatPlan, Place, ThreatPlan } from '../../scenario/plan/plan.js';
import { BadInput, flagProblem } from '../frame/failures.js';
import type { ThreatFlight } from '../cards/threat-card.js';

interface LoftAim {
  readonly kind: 'loft';
  readonly apogee_m: number;
  readonly range_m: number;
}
export type Aim = { readonly kind: 'target' } | { readonly kind: 'farthest' } | LoftAim;

export interface Flown {
  readonly flight: SolvedFlight;
  /** Distance of the impact from the target, or of the range from the one asked for; null when it was only to fly far. */
  readonly miss_m: number | null;
  /** Places that the further bodies were aimed at, in their order. */
  readonly aimedAt: readonly string[];
  /** Said in words beside the numbers; may be empty. */
  readonly remark: string;
}

/** Due east, where the Earth's turning helps most. */
export const EAST_RAD = PI / 2;

export function flyAttack({ attack, further }: ThreatFlight, aim: Aim): Flown {
  const { threat } = attack;
  if (aim.kind === 'target') return flyToTarget(attack, further);
  if (threat.model === 'staged-ballistic') return aim.kind === 'loft' ? flyLoft(threat, attack.origin, aim) : flyFarthest(threat, attack.origin);
  if (aim.kind === 'loft') throw new BadInput([flagProblem('--apogee_km', `${threat.name}, ${CLASS_WORDS[threat.model]}`, 'a ballistic missile', 'other classes choose their own height: use --to or --maxRange')]);
  return flyFarthestTo(attack);
}

export const CLASS_WORDS: Readonly<Record<ThreatPlan['model'], string>> = {
  'staged-ballistic': 'a ballistic missile',
  'boost-glide': 'a boost-glide missile',
  'fractional-orbital': 'a fractional-orbital missile',
  cruise: 'a cruise missile or drone',
};

function flyToTarget(attack: AttackPlan, further: readonly Place[]): Flown {
  const [target] = attack.targets;
  if (target === undefined) throw new Error('fly: an attack without a target');
  const bodies = bodiesOf(attack.threat, [target, ...further]);
  const solved = prepareThreat(attack.threat).solve(requestTo(attack, target, bodies));
  if (!solved.converged) throw refusal(attack, solved, '--to');
  return { flight: solved.flight, miss_m: solved.flight.miss_m, aimedAt: bodies.map(({ to }) => to.name), remark: '' };
}

interface AimedBody {
  readonly kind: 'warhead' | 'decoy';
  readonly to: Place;
}

/** Warheads share the targets evenly and in their order, so that the bus turns to each only once; decoys go with the first. */
function bodiesOf(threat: ThreatPlan, targets: readonly [Place, ...Place[]]): AimedBody[] {
  const warheads_count = warheadsOf(threat);
  const warheads = Array.from({ length: warheads_count }, (_, index): AimedBody => ({ kind: 'warhead', to: targets[Math.floor((index * targets.length) / warheads_count)] ?? targets[0] }));
  return [...warheads.slice(1), ...Array.from({ length: decoysOf(threat) }, (): AimedBody => ({ kind: 'decoy', to: targets[0] }))];
}

function requestTo({ origin, route, shape, approach }: AttackPlan, to: GeodeticPlace, bodies: FlightRequest['bodies']): FlightRequest {
  return { from: origin, to, route, shape, approach, bodies };
}

function flyFarthest(threat: BallisticThreatPlan, from: GeodeticPlace): Flown {
  const far = maxRange(prepareMissile(threat), from, EAST_RAD);
  if (far.flight.status !== 'impact') throw cannotFly(threat, far.flight.status);
  return { ...asFlown(threat, from, far.launch), miss_m: null, remark: far.isGlobal ? 'Due east it can fly past the antipode, and this flight lands about as far from the launch as any; other directions may reach less.' : '' };
}

function flyLoft(threat: BallisticThreatPlan, from: GeodeticPlace, aim: LoftAim): Flown {
  const solved = solveToLoft(prepareMissile(threat), from, EAST_RAD, aim.apogee_m, aim.range_m);
  if (solved.converged) return { ...asFlown(threat, from, solved.launch), miss_m: Math.abs(solved.flight.range_m - aim.range_m) };
  throw missedLoft(threat, aim, solved);
}

/** A flight with a known launch, as the solvers of classes give theirs. */
function asFlown(threat: BallisticThreatPlan, from: GeodeticPlace, launch: Launch): Flown {
  const flight = flyBallistic(threat, launch, { withEphemeris: true });
  const { ephemeris, burnTime_s, apogee_m, range_m, impact } = flight;
  if (ephemeris === undefined) throw new Error('fly: a flight without its table');
  const phases: SolvedFlight['phases'] = [{ name: 'boost', from_s: 0, to_s: burnTime_s }, ...fallPhases(flight)];
  return { flight: { from, ephemeris, burnTime_s, flightTime_s: impact.t_s, apogee_m, range_m, miss_m: 0, phases, bodies: [] }, miss_m: null, aimedAt: [], remark: '' };
}

/** What never left the air has no entry. */
function fallPhases({ burnTime_s, entry_s, impact }: Flight): SolvedFlight['phases'] {
  if (entry_s === undefined || entry_s <= burnTime_s) return [{ name: 'coast', from_s: burnTime_s, to_s: impact.t_s }];
  return [{ name: 'coast', from_s: burnTime_s, to_s: entry_s }, { name: 'entry', from_s: entry_s, to_s: impact.t_s }];
}

/** Almost half way round the Earth, where every direction still leads one way. */
const FAR_M = 19_500_000;
const HALVINGS = 12;

/** Due east as far as the class's own solver goes: found between what it reaches and what it does not. */
function flyFarthestTo(attack: AttackPlan): Flown {
  if (attack.threat.model === 'fractional-orbital') {
    throw new BadInput([flagProblem('--maxRange', attack.threat.name, 'a missile with a greatest range', 'a fractional orbit goes round the Earth: no place is out of its reach')]);
  }
  const prepared = prepareThreat(attack.threat);
  const solveAt = (range_m: number) => {
    const at = new Float64Array(2);
    destination(attack.origin.lat_rad, attack.origin.lon_rad, EAST_RAD, range_m, at);
    return prepared.solve(requestTo(attack, { lat_rad: at[0] ?? 0, lon_rad: at[1] ?? 0, altitude_m: 0 }, []));
  };
  const far = solveAt(FAR_M);
  if (far.converged) return { flight: far.flight, miss_m: null, aimedAt: [], remark: 'It reaches almost the other side of the Earth; farther was not tried.' };
  if (far.reason === 'cannot-fly') throw refusal(attack, far, '--missile');
  let low_m = 0, high_m = far.reason === 'out-of-range' ? Math.min(FAR_M, far.maxRange_m * 1.05) : FAR_M;
  let best: SolvedFlight | undefined;
  for (let halving = 0; halving < HALVINGS; halving++) {
    // The solver's own word first, then halves.
    const range_m: number = halving === 0 && far.reason === 'out-of-range' ? far.maxRange_m * 0.9999 : (low_m + high_m) / 2;
    const solved = solveAt(range_m);
    if (solved.converged) [low_m, best] = [range_m, solved.flight];
    else high_m = range_m;
  }
  if (best === undefined) throw refusal(attack, far, '--maxRange');
  return { flight: best, miss_m: null, aimedAt: [], remark: '' };
}

function missedLoft(threat: BallisticThreatPlan, aim: LoftAim, solved: LoftResult & { converged: false }): BadInput {
  const asked = `apogee ${kilometres(aim.apogee_m)} at range ${kilometres(aim.range_m)}`;
  if (solved.reason === 'too-high') {
    return new BadInput([flagProblem('--apogee_km', asked, `an apogee of at most ${kilometres(aim.apogee_m - Math.abs(solved.apogeeError_m))} at that range`, `this is all it can do with ${loadText(threat)}; a lighter payload flies higher`)]);
  }
  return new BadInput([flagProblem('--apogee_km', asked, `a flight that this missile can make with ${loadText(threat)}`,
    `the nearest one found is off by ${kilometres(Math.abs(solved.apogeeError_m))} in apogee and ${kilometres(Math.abs(solved.rangeError_m))} in range`)]);
}

function refusal({ threat, route }: AttackPlan, failure: Unsolved, flag: string): BadInput {
  switch (failure.reason) {
    case 'out-of-range': {
      // The bus has its own reach, which its solver tells in words.
      if ('detail' in failure && typeof failure.detail === 'string') return new BadInput([flagProblem('--to', `${kilometres(failure.range_m)} from one aim point to the next`, `at most ${kilometres(failure.maxRange_m)} there`, failure.detail)]);
      const way = route.length > 0 ? 'way by the places given' : 'range';
      return new BadInput([flagProblem(flag, `${way} ${kilometres(failure.range_m)}`, `at most ${kilometres(failure.maxRange_m)}`,
        `${way} ${kilometres(failure.range_m)} exceeds this missile's ${kilometres(failure.maxRange_m)} with ${loadText(threat)} by ${kilometres(failure.range_m - failure.maxRange_m)}${threat.model === 'cruise' ? '' : '; a lighter payload flies farther'}`)]);
    }
    case 'cannot-fly':
      if (failure.detail === '') return cannotFly(threat, failure.status);
      return new BadInput([flagProblem(flagOf(failure.status, route.length > 0, flag), `${threat.name} with ${loadText(threat)}`, EXPECTED[failure.status] ?? 'a missile that flies', failure.detail)]);
    case 'not-converged':
      return new BadInput([flagProblem(flag, `no flight found with ${loadText(threat)} in ${countText(failure.flights)} trials`, 'a target that this missile can hit', `the nearest flight found misses by ${kilometres(failure.miss_m)}`)]);
  }
}

/** The flag to change first. */
function flagOf(status: string, hasRoute: boolean, aimFlag: string): string {
  if (status === 'cannot-reach-orbit') return '--payload_kg';
  return status === 'route-not-flyable' && hasRoute ? '--via' : aimFlag;
}

const EXPECTED: Readonly<Record<string, string>> = {
  'cannot-glide': 'a glide that closes: enough speed and lift for the way',
  'cannot-reach-orbit': 'a missile that reaches its orbit',
  'route-not-flyable': 'a way that this class can fly',
};
const REASONS: Readonly<Record<string, string>> = {
  'no-lift-off': 'it cannot lift itself',
  'fell-under-power': 'it falls back under power',
  aloft: 'it never comes down',
  'not-integrated': 'its equations of motion could not be integrated',
};

function cannotFly(threat: ThreatPlan, status: string): BadInput {
  return new BadInput([flagProblem('--payload_kg', `${threat.name} with ${loadText(threat)}`, EXPECTED[status] ?? 'a missile that flies', REASONS[status] ?? status)]);
}

export function loadText(threat: ThreatPlan): string {
  return threat.model === 'cruise' ? 'its load' : `${countText(Math.round(threat.payload_kg))} kg`;
}

/** Whole kilometres, or two figures below ten. */
function kilometres(length_m: number): string {
  const length_km = fromSi(length_m, 'km');
  return `${Math.abs(length_km) < 10 ? significantText(length_km, 2) : countText(Math.round(length_km))} km`;
}
