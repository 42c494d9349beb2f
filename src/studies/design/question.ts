/**
 * What a constellation is designed for: a raid from one place or several, the time until interceptors are released, how surely each
 * missile must be offered so many shots, and between which limits orbits may lie. What it may cost is told by a function, so that
 * every way of pricing is designed with in the same way.
 */
import type { SpaceInterceptor } from '../../models/interceptor/space-based.js';
import type { Flights } from '../number-needed/flights-to-meet.js';
import type { Orbits } from '../number-needed/meeting-set.js';

export interface Span {
  readonly low: number;
  readonly high: number;
}

/** What a price is asked of. */
export interface PricedConstellation {
  readonly satellites_count: number;
  readonly perSatellite_count: number;
  /** Of one satellite at launch. */
  readonly mass_kg: number;
  readonly life_y: number;
  readonly altitude_m: number;
}

/** Undefined where it cannot be bought, as when a satellite is too heavy to be launched. */
export type Price = (constellation: PricedConstellation) => number | undefined;

/** What counts as a shot: whoever can really meet the missile, or whoever the forecast shows if the shot then arrives. */
export type Windows = 'true' | 'believed';

export interface DesignQuestion {
  /** One entry for each place that a raid may come from; the constellation must do for each of them, not for all at once. */
  readonly raids: readonly Flights[];
  /** From launch to the order to fire. */
  readonly commit_s: number;
  readonly interceptor: SpaceInterceptor;
  /** Only a boost is forecast. */
  readonly windows: Windows;
  readonly perSatellite_count: number;
  /** Missiles launched together. */
  readonly salvo: number;
  /** Missiles start all over the launch area, each from elsewhere; otherwise side by side, which asks most of a constellation. */
  readonly isSpread: boolean;
  /** At each of them. */
  readonly shots: number;
  /** Chance that an interceptor works when called; counted only where missiles fly side by side. */
  readonly works_prob: number;
  /** How often that must be possible. */
  readonly probability: number;
  readonly altitude_m: Span;
  readonly inclination_rad: Span;
  readonly life_y: number;
  /** Lower orbits take more propellant. */
  readonly mass_kg: (altitude_m: number) => number;
  readonly price_usd: Price;
  readonly seed: number;
}

/** A Walker pattern on orbits of one altitude and inclination. */
export interface Pattern {
  readonly planes_count: number;
  readonly perPlane_count: number;
  readonly phasing: number;
}

export interface DesignedShell extends Orbits, Pattern {}

export const satellitesIn = ({ planes_count, perPlane_count }: Pattern): number => planes_count * perPlane_count;

/** All shots of the raid. */
export const shotsOf = ({ salvo, shots }: Pick<DesignQuestion, 'salvo' | 'shots'>): number => salvo * shots;

/** Price of shells together; each satellite has the mass of the shell that needs most, so that one kind is built. Undefined where it cannot be bought. */
export function priceOf(question: DesignQuestion, shells: readonly (Orbits & { readonly satellites_count: number })[]): number | undefined {
  let satellites_count = 0, mass_kg = 0, altitude_m = Infinity;
  for (const shell of shells) {
    satellites_count += shell.satellites_count;
    mass_kg = Math.max(mass_kg, question.mass_kg(shell.altitude_m));
    altitude_m = Math.min(altitude_m, shell.altitude_m);
  }
  return question.price_usd({ satellites_count, perSatellite_count: question.perSatellite_count, mass_kg, life_y: question.life_y, altitude_m });
}
