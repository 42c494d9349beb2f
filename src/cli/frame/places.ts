/** Places on the command line: `LAT,LON` in degrees, or the name of a site or city of the public data. */
import { findPlace, listPlaces, type Catalogue } from '../../scenario/catalogue.js';
import { flagProblem } from './failures.js';
import type { Flags } from './flags.js';
import { nameHint } from './nearest.js';

/** In degrees, as a scenario states it. */
export interface NamedPlace {
  readonly name: string;
  readonly lat_deg: number;
  readonly lon_deg: number;
  /** Above the ellipsoid; left out on the ground. */
  readonly altitude_m?: number;
}

const PAIR = /^\s*([-+]?[\d.]+)\s*,\s*([-+]?[\d.]+)\s*$/;
const HIGH = /^(\s*[-+]?[\d.]+\s*,\s*[-+]?[\d.]+)\s*,\s*([-+]?[\d.]+)\s*$/;

/** Notes a problem and gives undefined when the text is neither; undefined without a problem when the flag is absent. */
export function readPlace(flags: Flags, flag: string, catalogue: Catalogue): NamedPlace | undefined {
  const text = flags.text(flag);
  return text === undefined ? undefined : placeOf(flags, flag, text, catalogue);
}

/** All values of a flag that may be given more than once; with `LAT,LON,METRES` a place above the ground. */
export function readPlaces(flags: Flags, flag: string, catalogue: Catalogue): NamedPlace[] {
  return flags.texts(flag).flatMap((text): NamedPlace[] => {
    const [, pair, height] = HIGH.exec(text) ?? [];
    const place = placeOf(flags, flag, pair ?? text, catalogue);
    return place === undefined ? [] : [height === undefined ? place : { ...place, name: text.replaceAll(' ', ''), altitude_m: Number(height) }];
  });
}

function placeOf(flags: Flags, flag: string, text: string, catalogue: Catalogue): NamedPlace | undefined {
  const pair = PAIR.exec(text);
  if (pair === null) return namedPlace(flags, flag, text, catalogue);
  const [lat_deg, lon_deg] = [Number(pair[1]), Number(pair[2])];
  if (lat_deg >= -90 && lat_deg <= 90 && lon_deg >= -180 && lon_deg <= 180) return { name: `${lat_deg},${lon_deg}`, lat_deg, lon_deg };
  rejectValue(flags, flag, text, 'LAT from -90 to 90 and LON from -180 to 180, in degrees', lat_deg > 90 || lat_deg < -90 ? 'latitude comes first' : '');
  return undefined;
}

/** Says which of several values of a flag is meant. */
function rejectValue(flags: Flags, flag: string, value: string, expected: string, hint: string): void {
  flags.problems.push(flagProblem(`--${flag}`, value, expected, hint));
}

function namedPlace(flags: Flags, flag: string, name: string, catalogue: Catalogue): NamedPlace | undefined {
  const known = findPlace(catalogue, name);
  if (known !== undefined) return { name, lat_deg: known.cards.lat_deg.value, lon_deg: known.cards.lon_deg.value };
  const nearest = nameHint(name, listPlaces(catalogue));
  rejectValue(flags, flag, name, 'LAT,LON in degrees, as in 40.85,129.66, or a site or city', nearest.startsWith('did') ? nearest : 'cupola list sites names them');
  return undefined;
}
