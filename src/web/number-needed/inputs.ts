/** What the reader can set in the chapter, in the units it is shown in, and how it is written into the page's address. */

export interface InputField {
  readonly title: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly start: number;
  /** What it means, or who took this value. */
  readonly note: string;
}

/** The start is the instance of the published debate: a solid-fuel ICBM that burns 170 s (APS 2003) from 40 degrees north. */
export const FIELDS = {
  salvo: { title: 'Missiles at once', unit: '', low: 1, high: 100, step: 1, start: 10, note: 'from one place' },
  shots: { title: 'Shots at each', unit: '', low: 1, high: 6, step: 1, start: 2, note: '' },
  burn_s: { title: 'Missile burns for', unit: 's', low: 60, high: 330, step: 5, start: 170, note: 'solid fuel about 170, liquid 240 and more' },
  delay_s: { title: 'Order to fire after', unit: 's', low: 0, high: 240, step: 1, start: 60, note: 'from launch: seen, tracked, decided' },
  speed_kmps: { title: 'Interceptor speed', unit: 'km/s', low: 1, high: 12, step: 0.1, start: 5, note: 'at the end of its burn' },
  acceleration_g: { title: 'Its acceleration', unit: 'g', low: 1, high: 50, step: 0.5, start: 15, note: 'mean over the burn' },
  altitude_km: { title: 'Orbits at', unit: 'km', low: 150, high: 1500, step: 10, start: 350, note: '' },
  meeting_km: { title: 'Meeting at', unit: 'km', low: 80, high: 600, step: 5, start: 200, note: 'closed forms only' },
  inclination_deg: { title: 'Inclination', unit: '°', low: 5, high: 90, step: 0.5, start: 45, note: 'not with an even spread' },
  latitude_deg: { title: 'Launch latitude', unit: '°', low: 0, high: 80, step: 0.5, start: 40, note: 'not with an even spread' },
  band_deg: { title: 'Even spread up to', unit: '°', low: 10, high: 90, step: 1, start: 90, note: 'of latitude; even spread only' },
} as const satisfies Readonly<Record<string, InputField>>;

export type FieldName = keyof typeof FIELDS;
export type Inputs = Readonly<Record<FieldName, number>>;

export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];
export const START = Object.fromEntries(FIELD_NAMES.map((name) => [name, FIELDS[name].start])) as Inputs;

/** Nearest value that the field can take. */
export function nearestIn(name: FieldName, value: number): number {
  const { low, high, step } = FIELDS[name];
  const inside = Math.min(high, Math.max(low, value));
  // Counted things are whole; others may be typed finer than the slider moves.
  return step === 1 && (name === 'salvo' || name === 'shots') ? Math.round(inside) : Number(inside.toPrecision(6));
}

/** As in `speed_kmps-6*delay_s-45`: only what differs from the start; empty when nothing does. */
export function writeInputs(inputs: Inputs): string {
  return FIELD_NAMES.filter((name) => inputs[name] !== START[name]).map((name) => `${name}-${inputs[name]}`).join('*');
}

/** Unknown names and values out of range are left at the start. */
export function readInputs(text: string): Inputs {
  const found: { -readonly [K in FieldName]: number } = { ...START };
  for (const part of text.split('*')) {
    const [, name = '', value = ''] = /^([a-z_]{3,20})-(\d{1,6}(?:\.\d{1,6})?)$/.exec(part) ?? [];
    if (Object.hasOwn(FIELDS, name) && nearestIn(name as FieldName, Number(value)) === Number(value)) found[name as FieldName] = Number(value);
  }
  return found;
}
