/**
 * How bright a fast body in the air is to an infrared sensor, as a parameter: rows of a card say from which speed and below which
 * altitude it counts as dim or as bright. No heating, material, angle of view or band is computed; who has better numbers changes the
 * rows. Speed is relative to the Earth, altitude above the ellipsoid. Not meant for burning rockets, which are seen by their plume.
 */
import { type Ephemeris, ephemerisAt } from '../../kernel/flight/ephemeris.js';
import { altitude_m } from '../../kernel/earth/geodesy.js';

export interface BrightnessRow {
  readonly class: 'dim' | 'bright';
  readonly fromSpeed_mps: number;
  readonly belowAltitude_m: number;
}

export type BrightnessClass = BrightnessRow['class'] | 'none';

/** A stretch of a flight, by age, in which it is of one class. */
export interface BrightnessStretch {
  readonly class: BrightnessRow['class'];
  readonly from_s: number;
  readonly to_s: number;
}

/** Ages at which a class begins and ends are good to this. */
const TOLERANCE_S = 0.01;
const WIDTH = 6;

/** The brightest class of the rows that a speed and an altitude fulfil; their order does not matter. */
export function brightnessClass(rows: readonly BrightnessRow[], speed_mps: number, height_m: number): BrightnessClass {
  let found: BrightnessClass = 'none';
  for (const row of rows) {
    if (!(speed_mps >= row.fromSpeed_mps && height_m <= row.belowAltitude_m)) continue;
    if (row.class === 'bright') return 'bright';
    found = 'dim';
  }
  return found;
}

/**
 * When a flight is dim and when bright, in order of age; ages of neither are left out. Looks at every row of the table, so
 * that a change back within one of its intervals is not seen.
 */
export function brightStretches(ephemeris: Ephemeris, rows: readonly BrightnessRow[], from_s = 0, to_s = ephemeris.end_s): BrightnessStretch[] {
  const state = new Float64Array(WIDTH);
  const classAt = (age_s: number): BrightnessClass => {
    ephemerisAt(ephemeris, age_s, state);
    const speed_mps = Math.sqrt(state[3] * state[3] + state[4] * state[4] + state[5] * state[5]);
    return brightnessClass(rows, speed_mps, altitude_m(state[0], state[1], state[2]));
  };
  const stretches: BrightnessStretch[] = [];
  let start_s = from_s;
  let running = classAt(from_s);
  let before_s = from_s;
  const close = (age_s: number): void => {
    if (running !== 'none' && age_s > start_s) stretches.push({ class: running, from_s: start_s, to_s: age_s });
  };
  const look = (age_s: number): void => {
    if (!(age_s > before_s && age_s <= to_s)) return;
    const now = classAt(age_s);
    if (now !== running) {
      let low = before_s;
      let high = age_s;
      while (high - low > TOLERANCE_S) {
        const middle = 0.5 * (low + high);
        if (classAt(middle) === running) low = middle;
        else high = middle;
      }
      close(high);
      running = now;
      start_s = high;
    }
    before_s = age_s;
  };
  for (const part of ephemeris.parts) {
    for (let i = 0; i < part.count - 1; i++) look(part.start_s + i * part.step_s);
    look(part.end_s);
  }
  look(to_s);
  close(to_s);
  return stretches;
}
