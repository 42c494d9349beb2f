/** The numbers that may move an answer most, in plain words with the field's term; the rest by the words of their cards. */
import { unitOfKey } from '../../kernel/units.js';

interface Name {
  readonly plain: string;
  readonly term: string;
}

const NAMES: readonly (readonly [RegExp, Name])[] = [
  [/^release\.space\.delay/, { plain: 'Time to decide', term: 'space release' }],
  [/^release\.ground\.delay/, { plain: 'Time to decide', term: 'ground release' }],
  [/^command\.shotsPerTarget$/, { plain: 'Shots at each missile', term: 'salvo' }],
  [/^command\.reserve$/, { plain: 'Share held back', term: 'reserve' }],
  [/^command\.decisionPeriod/, { plain: 'Time between decisions', term: 'period' }],
  [/\.singleShotKill/, { plain: 'Chance one shot kills', term: 'single-shot kill' }],
  [/\.commonMode\[\d+\]\.value/, { plain: 'No shared failure', term: 'common mode' }],
  [/\.inclination/, { plain: 'Tilt of the orbits', term: 'inclination' }],
  [/\.altitude_km$/, { plain: 'Height of the orbits', term: 'altitude' }],
  [/\.burnTime/, { plain: 'Burn time', term: 'boost' }],
  [/\.interceptor\.speed/, { plain: 'Speed of interceptors', term: 'burnout speed' }],
  [/\.interceptor\.acceleration/, { plain: 'Acceleration', term: 'interceptor' }],
  [/\.interceptor\.deadTime/, { plain: 'Start-up time', term: 'dead time' }],
  [/\.perSatellite$/, { plain: 'Interceptors on each satellite', term: '' }],
  [/\.count$/, { plain: 'Number of satellites', term: 'shell' }],
];

/** What to call a number: `label` is its card's, as in `Release rule of space layers: delay`. */
export function nameOf(path: string, label: string): Name {
  const known = NAMES.find(([pattern]) => pattern.test(path));
  if (known !== undefined) return known[1];
  const cut = label.lastIndexOf(': '), what = cut < 0 ? label : label.slice(cut + 2);
  return { plain: what.charAt(0).toUpperCase() + what.slice(1), term: cut < 0 ? '' : label.slice(0, cut) };
}

const UNIT_WORDS: Readonly<Record<string, string>> = { kmps: 'km/s', mps: 'm/s', mps2: 'm/s²', deg: '°', prob: '', count: '', kgpm2: 'kg/m²', m2: 'm²' };

/** The unit in which a number is stated, as it is written after it. */
export function unitTextOf(path: string): string {
  const suffix = unitOfKey(path.slice(path.lastIndexOf('.') + 1));
  return UNIT_WORDS[suffix] ?? suffix;
}

/** `interceptors[0].interceptor.deadTime_s` as words: the entry it belongs to, then the quantity. */
export function pathWords(path: string, phrase: (text: string) => string): string {
  return path.replace(/_[A-Za-z0-9]+$/, '').replace(/^places\./, '').split('.').map((part) => phrase(part).replace(/\[(\d+)\]/g, (_, index: string) => ` ${Number(index) + 1}`).replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)).join(', ');
}
