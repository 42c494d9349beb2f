/** What `cupola size` answers when nothing can be sized: which number is at fault, by how much, and the nearest that does. */
import { significantText } from '../../figures/numbers.js';
import { fromSi } from '../../kernel/units.js';
import { reachAngle_rad } from '../../models/constellation/coverage-fraction.js';
import { burnsUntil_s, flightTime_s, flyout_m } from '../../models/interceptor/space-based.js';
import type { Problem } from '../../scenario/text/problem.js';
import { type FeasibleQuantity, nearestFeasible } from '../../studies/number-needed/curves.js';
import type { NoNumber, PropagatedInputs } from '../../studies/number-needed/propagated.js';
import { AEI_EARTH_RADIUS_M, interceptorOf, type LatitudeInputs, type MoreOfInterceptor, type NoReach, reachOf } from '../../studies/number-needed/size-shell.js';
import { BadInput, flagProblem } from '../frame/failures.js';
import type { Flags } from '../frame/flags.js';
import { roundedText } from '../frame/rounded.js';

/** Closed forms take the straight rule, and beyond this not even relative motion holds. */
export const LONGEST_CLOSED_S = 600;

/** Latitude up to which satellites come near a place, and inclination from which they do, both rounded to what does. */
export function bandHint({ inclination_deg, latitude_deg, reach_deg }: { readonly inclination_deg: number; readonly latitude_deg: number; readonly reach_deg: number }): string {
  const highest_deg = Math.min(inclination_deg, 180 - inclination_deg), wanted_deg = Math.abs(latitude_deg);
  const latitude = roundedText(highest_deg + reach_deg, -1, -1), inclination = roundedText(Math.max(0.1, wanted_deg - reach_deg), -1, 1);
  return `they come to ${significantText(highest_deg)} degrees and reach ${significantText(reach_deg, 3)} further: latitude up to ${latitude}, or inclination from ${inclination}`;
}

/** By the closed forms. */
export function cannotReach(reason: NoReach | 'out-of-band', flags: Flags, inputs: LatitudeInputs & MoreOfInterceptor): BadInput {
  const at = (name: string, found: string, expected: string, hint: string): BadInput => new BadInput([flagProblem(`--${name}`, flags.text(name) ?? found, expected, hint)]);
  const interceptor = interceptorOf(inputs), burns_s = burnsUntil_s(interceptor), height_m = Math.abs(inputs.altitude_m - inputs.interceptAltitude_m);
  if (reason === 'still-burning') return new BadInput([stillBurning(flags, burns_s, inputs.flyout_s, inputs.speed_mps / inputs.acceleration_mps2, LONGEST_CLOSED_S)]);
  if (reason === 'too-high') {
    const away = inputs.altitude_m > inputs.interceptAltitude_m ? 1 : -1, flown_m = flyout_m(interceptor, inputs.flyout_s);
    const edge = roundedText(fromSi(inputs.interceptAltitude_m + away * flown_m, 'km'), -1, away > 0 ? -1 : 1), least_s = Math.ceil(flightTime_s(interceptor, height_m));
    const longer = least_s < LONGEST_CLOSED_S ? `, or --flyout_s from ${least_s}` : '';
    const blamed = flags.has('altitude_km') || !flags.has('flyout_s') ? 'altitude_km' : 'flyout_s', given = blamed === 'altitude_km' ? fromSi(inputs.altitude_m, 'km') : inputs.flyout_s;
    return at(blamed, `the default ${given}`, `a fly-out longer than the ${significantText(fromSi(height_m, 'km'))} km between the orbit and the meeting`, `in ${significantText(inputs.flyout_s)} s it flies ${significantText(fromSi(flown_m, 'km'))} km: --altitude_km ${away > 0 ? 'below' : 'above'} ${edge} km${longer}`);
  }
  const reach = reachOf(inputs), reach_deg = typeof reach === 'string' ? 0 : fromSi(reachAngle_rad(reach.reach_m, AEI_EARTH_RADIUS_M + inputs.interceptAltitude_m), 'deg');
  return at('latitude_deg', 'nothing', 'a latitude that orbits of this inclination can reach', bandHint({ inclination_deg: fromSi(inputs.inclination_rad, 'deg'), latitude_deg: fromSi(inputs.latitude_rad, 'deg'), reach_deg }));
}

/** `first_s`: burn of the first stage alone, which acceleration and speed set. */
function stillBurning(flags: Flags, burns_s: number, longest_s: number, first_s: number, most_s: number): Problem {
  const blamed = ['flyout_s', 'batteryLife_s', 'acceleration_g', 'speed_kmps'].find((name) => flags.has(name)) ?? 'flyout_s';
  const least_s = Math.ceil(burns_s), left_s = longest_s - (burns_s - first_s), ways: string[] = [];
  if (least_s <= most_s) ways.push(`--flyout_s ${least_s} is the shortest`);
  if (left_s > 0) ways.push(`a burn of at most ${roundedText(left_s, -1, -1)} s${burns_s > first_s ? ' in the first stage' : ''}, by ${roundedText(first_s / left_s, -2, 1)} times the acceleration or as much less speed`);
  if (ways.length === 0) ways.push('a shorter dead time, or a shorter burn and coast of the second stage');
  return flagProblem(`--${blamed}`, flags.text(blamed) ?? `the default ${significantText(longest_s)}`, 'a fly-out at least as long as the burn, speed over acceleration', `the interceptor burns until ${significantText(burns_s)} s after the order, and ${significantText(longest_s)} s is its longest flight: ${ways.join(', or ')}`);
}

/** By propagation. */
export function nothingInReach(none: NoNumber, inputs: PropagatedInputs, flags: Flags): BadInput {
  const { commit_s, flights, interceptor } = inputs, { phase } = flights.question;
  if (none.reason === 'too-late') {
    const later = phase === 'boost' ? '' : '; or a later --meeting_s';
    return new BadInput([flagProblem('--delay_s', `${commit_s} s`, `an order before ${Math.floor(none.closes_s)} s`, `the ${phase} can be met until ${Math.floor(none.closes_s)} s after launch${later}`)]);
  }
  if (none.reason === 'below-floor') {
    const height_km = fromSi(none.altitude_m, 'km');
    return new BadInput([flagProblem('--floor_km', `a floor of ${significantText(fromSi(interceptor.floor_m, 'km'))} km`, `a floor below the meeting, at most ${Math.floor(height_km)} km`, `the missile is met ${significantText(height_km, 3)} km up: a lower floor, or another --meeting_s`)]);
  }
  if (none.reason === 'still-burning') return new BadInput([stillBurning(flags, none.burns_s, none.longest_s, interceptor.speed_mps / interceptor.acceleration_mps2, Infinity)]);
  const ways = nearestFeasible(inputs, none.reason), [first] = ways, words = ways.map(({ quantity, value }) => wayText(quantity, value, inputs, flags));
  const by = words.length === 1 ? 'this brings a satellite in reach' : 'each of these by itself brings a satellite in reach';
  const hint = words.length === 0 ? 'no single change of fly-out, delay, speed, inclination or altitude brings one in reach' : `${by}: ${words.join('; ')}`;
  const isShort = first?.quantity === 'flyout', flown_km = fromSi(flyout_m(interceptor, interceptor.battery_s), 'km');
  return new BadInput([flagProblem(
    first === undefined ? '--altitude_km' : `--${isShort && !flags.has('flyout_s') && flags.has('batteryLife_s') ? 'batteryLife_s' : FLAG_OF[first.quantity]}`, 'nothing ever in reach',
    isShort ? 'a fly-out long enough to meet the missile' : 'orbits from which the missile can be met', isShort ? `in ${significantText(interceptor.battery_s)} s the interceptor flies ${significantText(flown_km)} km; ${hint}` : hint,
  )]);
}

const FLAG_OF: Readonly<Record<FeasibleQuantity, string>> = { flyout: 'flyout_s', delay: 'delay_s', speed: 'speed_kmps', inclination: 'inclination_deg', altitude: 'altitude_km' };

/** Rounded towards what does. */
function wayText(quantity: FeasibleQuantity, value: number, { orbits }: PropagatedInputs, flags: Flags): string {
  const flag = `--${FLAG_OF[quantity]}`;
  switch (quantity) {
    // Both limits end a flight: each that was given too short has to give way.
    case 'flyout': return ['flyout_s', 'batteryLife_s'].filter((name) => name === 'flyout_s' ? flags.has(name) || !flags.has('batteryLife_s') : Number(flags.text(name)) < value).map((name) => `--${name} ${Math.ceil(value)}`).join(' with ');
    case 'delay': return `${flag} ${Math.floor(value)}`;
    case 'speed': return `${flag} ${roundedText(fromSi(value, 'kmps'), -2, 1)}`;
    case 'inclination': return `${flag} ${roundedText(fromSi(value, 'deg'), -1, 1)}`;
    case 'altitude': return `${flag} ${roundedText(fromSi(value, 'km'), 0, value > orbits.altitude_m ? 1 : -1)}`;
  }
}
