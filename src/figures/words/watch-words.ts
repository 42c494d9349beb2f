/** Shares, rates and times of watching and warning in words: with the digits that they have earned, and never all for less than all. */
import { fromSi } from '../../kernel/units.js';
import type { Rate } from '../../studies/warning-logic/rates.js';
import { countText, toPlace } from '../numbers.js';

/** A share in per cent, with digits where little is missing: 99.97 %, and never 100 % for less than all. */
export function shareText(share: number): string {
  if (share <= 0 || share >= 1) return `${share >= 1 ? 100 : 0} %`;
  const away = Math.min(share, 1 - share), place = away < 0.0005 ? -3 : away < 0.01 ? -2 : -1, text = toPlace(100 * share, place);
  return Number(text) >= 100 ? 'over 99.99 %' : Number(text) === 0 ? 'under 0.001 %' : `${text} %`;
}

/** Seconds up to two minutes, minutes up to two hours, then hours. */
export function durationText(time_s: number): string {
  if (time_s < 120) return `${toPlace(time_s, time_s < 10 && time_s > 0 ? -1 : 0)} s`;
  return time_s < 7200 ? `${toPlace(fromSi(time_s, 'min'), time_s < 1200 ? -1 : 0)} min` : `${toPlace(fromSi(time_s, 'h'), -1)} h`;
}

/** `3.1 % (1.8 % to 4.9 %)`; none and all as bounds, never as certainties. */
export function rateText({ count, of, share, low, high }: Rate): string {
  if (of === 0) return 'not tried';
  const percent = (value: number): string => `${toPlace(100 * value, -1)} %`;
  if (count === 0) return `none of ${countText(of)}: at most ${percent(high)}`;
  if (count === of) return `all of ${countText(of)}: at least ${percent(low)}`;
  return `${percent(share)} (${percent(low)} to ${percent(high)})`;
}
