/**
 * A flight as a table: Earth-fixed position and velocity at fixed intervals, fine while powered and in dense air, coarse
 * between, with cubic Hermite interpolation. A plain object with one typed array, so that it can be transferred to
 * a worker. Age is time since launch.
 */
import { EARTH_RATE_RADPS } from '../constants.js';
import { ecefFromEci } from '../earth/frames.js';

/** One part of a flight with its own interval; the last interval of a part may be shorter. */
export interface EphemerisPart {
  readonly start_s: number;
  readonly end_s: number;
  readonly step_s: number;
  /** First row of the part in `rows`, and its number of rows (at least 2). */
  readonly first: number;
  readonly count: number;
}

export interface Ephemeris {
  /** In order of age; each starts where the one before ends. */
  readonly parts: readonly EphemerisPart[];
  readonly end_s: number;
  /** Six numbers a row: position (m) and velocity relative to the Earth (m/s), Earth-fixed. */
  readonly rows_ecef: Float64Array;
}

const WIDTH = 6;

/** State at an age, written to `out` (x y z vx vy vz, Earth-fixed); held at the ends outside the flight. */
export function ephemerisAt(ephemeris: Ephemeris, age_s: number, out: Float64Array | number[]): void {
  const { parts, rows_ecef: rows } = ephemeris;
  let p = 0;
  while (p < parts.length - 1 && age_s > parts[p].end_s) p++;
  const part = parts[p];
  const age = age_s < part.start_s ? part.start_s : age_s > part.end_s ? part.end_s : age_s;
  let i = Math.floor((age - part.start_s) / part.step_s);
  if (i > part.count - 2) i = part.count - 2;
  const start = part.start_s + i * part.step_s;
  const h = i === part.count - 2 ? part.end_s - start : part.step_s;
  const s = (age - start) / h;
  const a = (part.first + i) * WIDTH;
  const b = a + WIDTH;
  const s2 = s * s;
  const r = 1 - s;
  const r2 = r * r;
  const p0 = r2 * (1 + 2 * s);
  const m0 = r2 * s * h;
  const p1 = s2 * (3 - 2 * s);
  const m1 = -s2 * r * h;
  const bend = (6 * s * r) / h;
  const v0 = r * (1 - 3 * s);
  const v1 = s * (3 * s - 2);
  for (let c = 0; c < 3; c++) {
    const q0 = rows[a + c];
    const q1 = rows[b + c];
    const w0 = rows[a + c + 3];
    const w1 = rows[b + c + 3];
    out[c] = p0 * q0 + m0 * w0 + p1 * q1 + m1 * w1;
    out[c + 3] = bend * (q1 - q0) + v0 * w0 + v1 * w1;
  }
}

/** A step of an integration that can be asked for states within it. */
interface Interpolant {
  readonly t1: number;
  evaluate(t: number, out: Float64Array | number[]): void;
}

/** Collects an ephemeris while a flight is integrated: start parts, then feed every step. */
export class EphemerisRecorder {
  private rows = new Float64Array(512 * WIDTH);
  private count = 0;
  private parts: EphemerisPart[] = [];
  private start_s = 0;
  private step_s = 1;
  private first = 0;
  private readonly state = new Float64Array(WIDTH);

  /** Forgets everything and starts at an inertial state. */
  begin(start_s: number, state_eci: ArrayLike<number>, step_s: number): void {
    this.count = 0;
    this.parts = [];
    this.startPart(start_s, state_eci, step_s);
  }

  /** Adds the samples of the running part that lie before the end of an integration step. */
  record(step: Interpolant): void {
    for (;;) {
      const t = this.start_s + (this.count - this.first) * this.step_s;
      // A sample right at the end of the step belongs to the next one, or to the end of the part.
      if (!(t < step.t1 - 1e-6 * this.step_s)) return;
      step.evaluate(t, this.state);
      this.append(t, this.state);
    }
  }

  /** Ends the running part at an inertial state; parts without length are dropped. */
  endPart(end_s: number, state_eci: ArrayLike<number>): void {
    if (!(end_s > this.start_s)) {
      this.count = this.first;
      return;
    }
    // Samples beyond the end come from a last step that went further than the flight.
    const kept = Math.max(1, Math.ceil((end_s - this.start_s) / this.step_s - 1e-6));
    this.count = Math.min(this.count, this.first + kept);
    this.append(end_s, state_eci);
    this.parts.push({
      start_s: this.start_s, end_s, step_s: this.step_s, first: this.first, count: this.count - this.first,
    });
  }

  startPart(start_s: number, state_eci: ArrayLike<number>, step_s: number): void {
    this.start_s = start_s;
    this.step_s = step_s;
    this.first = this.count;
    this.append(start_s, state_eci);
  }

  finish(): Ephemeris {
    const { parts } = this;
    return { parts, end_s: parts.length > 0 ? parts[parts.length - 1].end_s : 0, rows_ecef: this.rows.slice(0, this.count * WIDTH) };
  }

  private append(t: number, state_eci: ArrayLike<number>): void {
    if ((this.count + 1) * WIDTH > this.rows.length) {
      const wider = new Float64Array(this.rows.length * 2);
      wider.set(this.rows);
      this.rows = wider;
    }
    ecefFromEci(state_eci, EARTH_RATE_RADPS * t, this.state);
    this.rows.set(this.state, this.count * WIDTH);
    this.count++;
  }
}
