/**
 * How many digits a number has earned. The half-width of the 95 % interval of the simulation error is kept to two
 * significant figures and the value is rounded to the same place: 0.31234 ± 0.00612 is printed 0.3123 ± 0.0061.
 * Built on toFixed and toExponential, which the language defines digit by digit, so every computer prints the same.
 */

/** The part of an estimate that digits depend on. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface EstimateText {
  readonly mean: string;
  readonly low: string;
  readonly high: string;
  /** Half the width of the interval, rounded to two significant figures. */
  readonly halfWidth: string;
}

/** Power of ten of the second significant figure: −3 for 0.012, 1 for 140. Zero and non-finite widths earn `fallback`. */
export function placeOf(halfWidth: number, fallback = -4): number {
  if (!(halfWidth > 0) || !Number.isFinite(halfWidth)) return fallback;
  const [, exponent = '0'] = halfWidth.toExponential(1).split('e');
  return Number(exponent) - 1;
}

/** Rounds half away from zero to a power of ten and writes all digits down to it, with commas between thousands. */
export function toPlace(value: number, place: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (place >= 0) {
    const unit = Number(`1e${place}`);
    return groupThousands(String(Math.round(Math.abs(value) / unit) * unit), value < 0);
  }
  return groupThousands(Math.abs(value).toFixed(Math.min(-place, 100)), value < 0);
}

/** Writes a mean and its interval to the digits that the interval supports; `scale` is 100 for per cent. */
export function estimateText(estimate: Estimate, scale = 1): EstimateText {
  const halfWidth = ((estimate.high - estimate.low) / 2) * scale;
  const place = placeOf(halfWidth, scale === 100 ? -2 : -3);
  return {
    mean: toPlace(estimate.mean * scale, place),
    low: toPlace(estimate.low * scale, place),
    high: toPlace(estimate.high * scale, place),
    halfWidth: toPlace(halfWidth, place),
  };
}

/** A whole number with commas between thousands. */
export function countText(count: number): string {
  return toPlace(count, 0);
}

/** A number to so many significant figures, without trailing zeros and with commas between thousands. */
export function significantText(value: number, figures = 4): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return '0';
  const [, exponent = '0'] = value.toExponential(figures - 1).split('e');
  const text = toPlace(value, Math.min(0, Number(exponent) - figures + 1));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function groupThousands(digits: string, isNegative: boolean): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return isNegative && /[1-9]/.test(text) ? `-${text}` : text;
}

/** `31.23 % ± 0.61 %`; a share that never varied has no error to print, only what happened. `interval` says what ± is. */
export function shareEstimateText(share: Estimate, runs: number, interval = '(95 % interval of the mean)'): string {
  const attacks = runs === 1 ? 'in one attack' : `in each of ${countText(runs)} attacks`;
  if (!Number.isFinite(share.low) || !Number.isFinite(share.high)) return `${estimateText({ ...share, low: share.mean, high: share.mean }, 100).mean} % ${attacks}`;
  if (share.mean <= 0) return `none, ${attacks}`;
  if (share.mean >= 1) return `all, ${attacks}`;
  if (share.low === share.high) return `${estimateText(share, 100).mean} % ${attacks}`;
  const text = estimateText(share, 100), half = (share.high - share.low) / 2;
  // Near none and all the interval is one-sided: a half-width would speak of shares below none or above all.
  if (share.mean - half < 0 || share.mean + half > 1) return `${text.mean} %, from ${text.low} to ${text.high} % ${interval}`.trimEnd();
  return `${text.mean} % ± ${text.halfWidth} % ${interval}`.trimEnd();
}
