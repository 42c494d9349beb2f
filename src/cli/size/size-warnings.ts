/** Where a number of `cupola size` is doubtful though it can be worked out: told beside it, with by how much where that is known. */
import { significantText, toPlace } from '../../figures/numbers.js';
import { fromSi } from '../../kernel/units.js';
import { footprint } from '../../models/interceptor/reach.js';
import { burnsUntil_s } from '../../models/interceptor/space-based.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { NumberAnswer } from '../../studies/number-needed/method.js';
import type { PropagatedAnswer, PropagatedInputs } from '../../studies/number-needed/propagated.js';
import { AEI_EARTH_RADIUS_M, interceptorOf, type MoreOfInterceptor, type ReachInputs } from '../../studies/number-needed/size-shell.js';
import type { Flags } from '../frame/flags.js';
import { LONGEST_CLOSED_S } from './size-refusal.js';

/** Up to here the straight rule is within 3 % (docs/models/reach.md). */
const STRAIGHT_GOOD_S = 240;

/** A flight that no battery lasts for, or for which the rule says nothing at all, is no answer. */
export function refuseLongFlights(flags: Flags, flyout_s: number, battery_s: number): void {
  if (flyout_s > battery_s) flags.reject(flags.has('flyout_s') ? 'flyout_s' : 'batteryLife_s', `a fly-out within the battery's life`, `nearest: --flyout_s ${Math.floor(battery_s)}, or --batteryLife_s ${Math.ceil(flyout_s)}`);
  else if (flyout_s > LONGEST_CLOSED_S) flags.reject('flyout_s', `at most ${LONGEST_CLOSED_S} s with a closed form`, `it takes interceptor and carrier to fall side by side, which fails over a tenth of an orbit; nearest: --flyout_s ${LONGEST_CLOSED_S}, or --method propagated, which has Lambert arcs`);
}

export function closedWarnings(inputs: ReachInputs & MoreOfInterceptor, { reach_m }: NumberAnswer, flags: Flags, catalogue: Catalogue): string[] {
  const warnings: string[] = [], { flyout_s } = inputs;
  if (flyout_s > STRAIGHT_GOOD_S) {
    const orbit_m = AEI_EARTH_RADIUS_M + inputs.altitude_m, meeting_m = AEI_EARTH_RADIUS_M + inputs.interceptAltitude_m;
    const better_m = footprint(interceptorOf(inputs), flyout_s, orbit_m, meeting_m).reach_m, off = 100 * (reach_m / better_m - 1);
    warnings.push(`The straight rule of the closed forms holds within 3 % up to ${STRAIGHT_GOOD_S} s. For ${significantText(flyout_s)} s relative motion gives a reach of ${toPlace(fromSi(better_m, 'km'), 0)} km, so that this one is ${toPlace(Math.abs(off), -1)} % too ${off > 0 ? 'long' : 'short'} and the number about ${toPlace(100 * Math.abs((better_m / reach_m) ** 2 - 1), 0)} % too ${off > 0 ? 'small' : 'large'}; --method propagated has the better rule.`);
  }
  const card = notionalBattery(catalogue);
  if (!flags.has('batteryLife_s') && card !== undefined && flyout_s > card.value) warnings.push(`No limit of the battery was given: ${significantText(flyout_s)} s is longer than the ${significantText(card.value)} s assumed for the notional interceptor (${significantText(card.low)} to ${significantText(card.high)}); --batteryLife_s sets one.`);
  return warnings;
}

function notionalBattery(catalogue: Catalogue): { readonly value: number; readonly low: number; readonly high: number } | undefined {
  const file = catalogue.kinds.interceptors['notional-sbi'];
  if (file?.model !== 'space-based') return undefined;
  const { value, low, high } = file.batteryLife_s;
  return typeof low === 'number' && typeof high === 'number' ? { value, low, high } : undefined;
}

export function propagatedWarnings({ window }: PropagatedAnswer, { interceptor, commit_s, flights }: PropagatedInputs): string[] {
  const warnings: string[] = [], left_s = Math.min(window.closes_s - commit_s, interceptor.battery_s), burns_s = burnsUntil_s(interceptor);
  if (burns_s > left_s) warnings.push(`The interceptor burns until ${significantText(burns_s)} s after the order and at most ${significantText(left_s)} s are left: it is still burning at every meeting, which the closed forms refuse. An order by ${Math.floor(window.closes_s - burns_s)} s leaves time to burn out.`);
  if (flights.question.phase === 'glide') warnings.push('Meeting a glider takes an interceptor that comes down into the air and steers there: neither its heating nor its drag is counted.');
  return warnings;
}
