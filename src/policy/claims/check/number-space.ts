/**
 * How many interceptors in orbit a number of missiles takes over all that the published studies assume: the closed forms at every
 * corner of the space of `data/claims/number-space.json`, in orbits a little above the latitude of the launch and spread evenly.
 */
import { toSi } from '../../../kernel/units.js';
import { latitudeFraction, reachAngle_rad } from '../../../models/constellation/coverage-fraction.js';
import { type Card, completeCard } from '../../../scenario/cards/card.js';
import type { Catalogue } from '../../../scenario/catalogue.js';
import { AEI_EARTH_RADIUS_M, reachOf, sizeShell } from '../../../studies/number-needed/size-shell.js';
import type { Amount } from './slots.js';

export type Fuel = 'solid' | 'liquid';
export type Spread = 'one-inclination' | 'even';
export const SPREADS: readonly Spread[] = ['one-inclination', 'even'];

/** Assumptions that the published studies differ in; all others of the space are fixed. */
export const SPACE_KEYS = ['speed_kmps', 'delay_s', 'burn_s'] as const;
export type SpaceKey = (typeof SPACE_KEYS)[number];
const FIXED_KEYS = ['acceleration_g', 'altitude_km', 'meeting_km', 'shots', 'aboveLatitude_deg'] as const;
type FixedKey = (typeof FIXED_KEYS)[number];

export interface NumberSpace {
  readonly cards: Readonly<Record<SpaceKey | FixedKey, Card>>;
  readonly fuel: Fuel;
}

export type SpaceValues = Readonly<Record<SpaceKey, number>>;

/** Of the sum over a revolution: a tenth of a per cent, and quick enough to look for roots. */
const STEPS = 3000;

export function readNumberSpace({ kinds }: Pick<Catalogue, 'kinds'>, fuel: Fuel): NumberSpace {
  const file = Object.values(kinds.claims).find((each) => each.model === 'number-space');
  if (file?.model !== 'number-space') throw new Error('catalogue: data/claims lacks a file with model number-space');
  const card = (raw: Parameters<typeof completeCard>[0]): Card => completeCard(raw, file.source);
  return {
    fuel,
    cards: {
      speed_kmps: card(file.speed_kmps), delay_s: card(file.delay_s), burn_s: card(fuel === 'solid' ? file.solidBurn_s : file.liquidBurn_s),
      acceleration_g: card(file.acceleration_g), altitude_km: card(file.altitude_km), meeting_km: card(file.meeting_km), shots: card(file.shots), aboveLatitude_deg: card(file.aboveLatitude_deg),
    },
  };
}

export const valuesOfSpace = ({ cards }: NumberSpace): SpaceValues => ({ speed_kmps: cards.speed_kmps.value, delay_s: cards.delay_s.value, burn_s: cards.burn_s.value });

/** Interceptors for one missile, not rounded; Infinity where nothing is in reach. */
export function perMissile({ cards }: NumberSpace, { speed_kmps, delay_s, burn_s }: SpaceValues, spread: Spread, latitude_deg: number, inclination_deg = inclinationFor(cards, latitude_deg)): number {
  const reachInputs = {
    altitude_m: toSi(cards.altitude_km.value, 'km'), acceleration_mps2: toSi(cards.acceleration_g.value, 'g'), speed_mps: toSi(speed_kmps, 'kmps'),
    flyout_s: burn_s - delay_s, interceptAltitude_m: toSi(cards.meeting_km.value, 'km'),
  };
  const shots = cards.shots.value;
  if (spread === 'even') {
    const answer = sizeShell({ ...reachInputs, salvo: 1, shots, maxLatitude_rad: toSi(90, 'deg') });
    return typeof answer === 'string' ? Infinity : answer.absenteeRatio * shots;
  }
  const reach = reachOf(reachInputs);
  if (typeof reach === 'string') return Infinity;
  const share = latitudeFraction({ inclination_rad: toSi(inclination_deg, 'deg'), latitude_rad: toSi(Math.abs(latitude_deg), 'deg'), reach_rad: reachAngle_rad(reach.reach_m, AEI_EARTH_RADIUS_M + reachInputs.interceptAltitude_m) }, STEPS);
  return share > 0 ? shots / share : Infinity;
}

const inclinationFor = ({ aboveLatitude_deg }: NumberSpace['cards'], latitude_deg: number): number => Math.min(90, Math.abs(latitude_deg) + aboveLatitude_deg.value);

/** Lowest and highest over all corners, for one missile. The numbers run one way along each assumption, so the corners hold both ends. */
export function numberRange(space: NumberSpace, latitude_deg: number): Amount {
  const ends = (key: SpaceKey): number[] => [space.cards[key].low ?? space.cards[key].value, space.cards[key].high ?? space.cards[key].value];
  const numbers = SPREADS.flatMap((spread) => ends('speed_kmps').flatMap((speed_kmps) => ends('delay_s').flatMap((delay_s) => ends('burn_s').map((burn_s) => perMissile(space, { speed_kmps, delay_s, burn_s }, spread, latitude_deg)))));
  return { low: Math.min(...numbers), high: Math.max(...numbers) };
}
