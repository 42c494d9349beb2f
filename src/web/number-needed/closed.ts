/** The two closed forms at the chapter's settings, and along one setting for the curves. Quick enough for every movement of a slider. */
import { significantText, toPlace } from '../../figures/numbers.js';
import { fromSi, toSi } from '../../kernel/units.js';
import { latitudeFraction, reachAngle_rad } from '../../models/constellation/coverage-fraction.js';
import { answerFromRatio, type NumberAnswer } from '../../studies/number-needed/method.js';
import { AEI_EARTH_RADIUS_M, type LatitudeInputs, reachOf, type ShellInputs, sizeShell } from '../../studies/number-needed/size-shell.js';
import { FIELDS, type FieldName, type Inputs } from './inputs.js';

/** Steps of the sum in tables and as the commands take them, and for lines, where a per cent is less than their width. */
const EXACT_STEPS = 20_000, TABLE_STEPS = 3000, LINE_STEPS = 800;
/** Points of a curve. */
const POINTS = 41;

export type ClosedInputs = ShellInputs & LatitudeInputs;

export interface ClosedAnswers {
  readonly shell: NumberAnswer | undefined;
  readonly latitude: NumberAnswer | undefined;
}

export interface CurveRow {
  readonly value: number;
  readonly shell: number | undefined;
  readonly latitude: number | undefined;
  readonly latitude95: number | undefined;
}

export function siOf(inputs: Inputs): ClosedInputs {
  return {
    altitude_m: toSi(inputs.altitude_km, 'km'), acceleration_mps2: toSi(inputs.acceleration_g, 'g'), speed_mps: toSi(inputs.speed_kmps, 'kmps'),
    flyout_s: inputs.burn_s - inputs.delay_s, interceptAltitude_m: toSi(inputs.meeting_km, 'km'), salvo: inputs.salvo, shots: inputs.shots,
    maxLatitude_rad: toSi(inputs.band_deg, 'deg'), inclination_rad: toSi(inputs.inclination_deg, 'deg'), latitude_rad: toSi(inputs.latitude_deg, 'deg'),
  };
}

export function closedAnswers(inputs: Inputs, steps = EXACT_STEPS): ClosedAnswers {
  const si = siOf(inputs), shell = sizeShell(si);
  return { shell: typeof shell === 'string' ? undefined : shell, latitude: byLatitude(si, steps) };
}

export function byLatitude(si: ClosedInputs, steps = TABLE_STEPS): NumberAnswer | undefined {
  const reach = reachOf(si);
  if (typeof reach === 'string') return undefined;
  const fraction = latitudeFraction({ ...si, reach_rad: reachAngle_rad(reach.reach_m, AEI_EARTH_RADIUS_M + si.interceptAltitude_m) }, steps);
  return fraction > 0 ? answerFromRatio('latitude', reach, 1 / fraction, si) : undefined;
}

/** Evenly spaced over what the field can take, the present value among them as it is known already: it is the dearest of them. */
export function curveAlong(inputs: Inputs, name: FieldName, closed: ClosedAnswers): CurveRow[] {
  const { low, high } = FIELDS[name];
  const top = name === 'delay_s' ? Math.min(high, inputs.burn_s) : high;
  const values = Array.from({ length: POINTS }, (_, index) => low + ((top - low) * index) / (POINTS - 1));
  return [...new Set([...values, inputs[name]])].sort((a, b) => a - b).map((value) => rowAt(inputs, name, value, closed, LINE_STEPS));
}

export function rowAt(inputs: Inputs, name: FieldName, value: number, closed: ClosedAnswers, steps = TABLE_STEPS): CurveRow {
  const { shell, latitude } = value === inputs[name] ? closed : closedAnswers({ ...inputs, [name]: value }, steps);
  return { value, shell: shell?.perMissile, latitude: latitude?.perMissile, latitude95: latitude === undefined ? undefined : latitude.sizedFor95 / inputs.salvo };
}

/** Why nothing can be met, and the nearest setting with which something can; empty when something can. */
export function whyNone(inputs: Inputs): string {
  const si = siOf(inputs), reach = reachOf(si), burn_s = si.speed_mps / si.acceleration_mps2;
  if (si.flyout_s <= 0) return `The order comes ${significantText(-si.flyout_s)} s after the missile has burnt out. An order before ${Math.max(0, Math.floor(inputs.burn_s - burn_s))} s leaves time for the interceptor to burn.`;
  if (reach === 'still-burning') {
    const latest_s = Math.floor(inputs.burn_s - burn_s), least_g = fromSi(si.speed_mps / si.flyout_s, 'g');
    return `The interceptor needs ${significantText(burn_s, 3)} s to burn and has ${significantText(si.flyout_s)} s. ${latest_s >= 0 ? `An order by ${latest_s} s, or ` : 'At least '}${significantText(Math.ceil(10 * least_g) / 10)} g, would do.`;
  }
  if (reach === 'too-high') return `The meeting at ${significantText(inputs.meeting_km)} km is too far from orbits at ${significantText(inputs.altitude_km)} km for ${significantText(si.flyout_s)} s of flight. Orbits closer to it, an earlier order or more speed would do.`;
  if (byLatitude(si) !== undefined) return '';
  const reach_deg = fromSi(reachAngle_rad(reach.reach_m, AEI_EARTH_RADIUS_M + si.interceptAltitude_m), 'deg');
  return `Orbits inclined ${significantText(inputs.inclination_deg)}° and ${toPlace(reach_deg, -1)}° of reach never come near latitude ${significantText(inputs.latitude_deg)}°. An inclination from ${significantText(Math.ceil(10 * (inputs.latitude_deg - reach_deg)) / 10)}° would do.`;
}

/** Order to fire, with all else as set, at which the closed form gives so many for each missile; undefined when none does. */
export function delayFor(inputs: Inputs, perMissile: number): number | undefined {
  const ratioAt = (delay_s: number): number => {
    const answer = byLatitude(siOf({ ...inputs, delay_s }), LINE_STEPS);
    return answer === undefined ? Infinity : answer.absenteeRatio * inputs.shots;
  };
  let early_s = 0, late_s = inputs.burn_s;
  if (ratioAt(early_s) > perMissile) return undefined;
  for (let halving = 0; halving < 10; halving++) {
    const middle_s = 0.5 * (early_s + late_s);
    if (ratioAt(middle_s) > perMissile) late_s = middle_s;
    else early_s = middle_s;
  }
  return 0.5 * (early_s + late_s);
}
