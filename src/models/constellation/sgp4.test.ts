import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUtc } from '../../kernel/epoch.js';
import { checkMessage, checksum, checkTwoLines, type ElementCheck } from './element-text.js';
import { type ElementSatellite, elementsAgeWarning, elementsPosition, elementsTeme, readElements } from './sgp4.js';

const LINE1 = '1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753';
const LINE2 = '2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667';
const LINES = { name: 'VANGUARD 1', line1: LINE1, line2: LINE2 };
/** The same elements as a message. */
const OMM = {
  OBJECT_NAME: 'VANGUARD 1', EPOCH: '2000-06-27T18:50:19.733568', MEAN_MOTION: 10.82419157, ECCENTRICITY: 0.1859667, INCLINATION: 34.2682, RA_OF_ASC_NODE: 348.7242,
  ARG_OF_PERICENTER: 331.7664, MEAN_ANOMALY: 19.3264, NORAD_CAT_ID: 5, BSTAR: 0.000028098, MEAN_MOTION_DOT: 2.3e-7, MEAN_MOTION_DDOT: 0,
};

function satellite(text: Parameters<typeof readElements>[0]): ElementSatellite {
  const read = readElements(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.satellite;
}
const wrong = (check: ElementCheck): string[] => (check.ok ? [] : check.problems.map(({ where }) => where));
/** A line with its checksum made right again, so that only the planted fault is left. */
const summed = (line: string): string => `${line.slice(0, 68)}${checksum(line)}`;

describe('satellites of element sets', () => {
  it('are the same from two lines and from a message', () => {
    const lines = satellite(LINES), message = satellite({ name: 'a', omm: OMM }), strings = satellite({ name: 'b', omm: Object.fromEntries(Object.entries(OMM).map(([key, value]) => [key, String(value)])) });
    expect(lines.epoch_s).toBeCloseTo(parseUtc('2000-06-27T18:50:19.733568Z')!, 4);
    const a = [0, 0, 0], b = [0, 0, 0], c = [0, 0, 0];
    for (const minutes of [0, 100, 1440]) {
      expect(elementsTeme(lines, lines.epoch_s + minutes * 60, a)).toBe(true);
      elementsTeme(message, message.epoch_s + minutes * 60, b);
      elementsTeme(strings, strings.epoch_s + minutes * 60, c);
      expect(Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!)).toBeLessThan(0.01);
      expect(c).toEqual(b);
    }
  });

  it('stand in Earth-fixed axes as far from the centre, turned about the pole', () => {
    const lines = satellite(LINES);
    fc.assert(fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (t) => {
      const a = [0, 0, 0], b = [0, 0, 0];
      elementsTeme(lines, lines.epoch_s + t, a);
      elementsPosition(lines, lines.epoch_s + t, b);
      expect(b[2]).toBe(a[2]);
      expect(Math.hypot(b[0]!, b[1]!)).toBeCloseTo(Math.hypot(a[0]!, a[1]!), 6);
    }));
  });

  it('stay over their longitude when geostationary', () => {
    const geo = satellite({ name: 'g', omm: { ...OMM, MEAN_MOTION: 1.00273791, ECCENTRICITY: 0.00001, INCLINATION: 0.01, BSTAR: 0, MEAN_MOTION_DOT: 0 } });
    const at = (hours: number): number => { const out = [0, 0, 0]; elementsPosition(geo, geo.epoch_s + hours * 3600, out); return Math.atan2(out[1]!, out[0]!); };
    for (const hours of [3, 6, 12, 24]) expect(Math.abs(at(hours) - at(0))).toBeLessThan(0.002);
  });

  it('warn when old or far ahead, and only then', () => {
    const lines = satellite(LINES);
    expect(elementsAgeWarning(lines, lines.epoch_s + 13 * 86400)).toBeUndefined();
    expect(elementsAgeWarning(lines, lines.epoch_s + 15 * 86400)?.found).toBe('elements 15 days before the start of the raid');
    expect(elementsAgeWarning(lines, lines.epoch_s - 30 * 86400)?.found).toBe('elements 30 days after the start of the raid');
  });

  it('have no position once decayed, and are refused below the ground', () => {
    const low = satellite({ name: 'low', line1: '1 29141U 85108AA  06170.26783845  .99999999  00000-0  13519-0 0   718', line2: '2 29141  82.4288 273.4882 0015848 277.2124  83.9133 15.93343074  6828' });
    const out = [1, 2, 3];
    expect(elementsPosition(low, low.epoch_s + 86400, out)).toBe(false);
    expect(out).toEqual([1, 2, 3]);
    const read = readElements({ name: 'under', omm: { ...OMM, MEAN_MOTION: 16.9, ECCENTRICITY: 0.5 } });
    expect(read.ok).toBe(false);
  });
});

describe('texts of element sets', () => {
  it('are accepted as published', () => {
    expect(checkTwoLines(LINES)).toEqual({ ok: true, epoch_s: expect.closeTo(parseUtc('2000-06-27T18:50:19.733568Z')!, 4) });
    expect(checkTwoLines({ line1: summed(LINE1.replace('00179', '57179')), line2: LINE2 })).toMatchObject({ epoch_s: expect.closeTo(parseUtc('1957-06-28T18:50:19.733568Z')!, 4) });
  });

  it('tell a changed digit anywhere by the checksum', () => {
    fc.assert(fc.property(fc.constantFrom<'line1' | 'line2'>('line1', 'line2'), fc.integer({ min: 2, max: 67 }), fc.integer({ min: 1, max: 9 }), (which, column, by) => {
      const line = LINES[which], digit = line.charAt(column);
      fc.pre(/\d/.test(digit));
      const changed = `${line.slice(0, column)}${(Number(digit) + by) % 10}${line.slice(column + 1)}`;
      expect(wrong(checkTwoLines({ ...LINES, [which]: changed }))).toContain(`line ${which === 'line1' ? 1 : 2}, column 69`);
    }));
  });

  it('tell everything at once, with columns', () => {
    const line1 = summed(LINE1.replace('00179.78', '00400.78').replace(' 28098-4', ' 28O98-4')), line2 = summed(LINE2.replace(' 34.2682', '234.2682').replace('10.82419157', '20.82419157'));
    expect(wrong(checkTwoLines({ line1, line2 }))).toEqual(['line 1, columns 21-32', 'line 1, columns 54-61', 'line 2, columns 9-16', 'line 2, columns 53-63']);
    expect(wrong(checkTwoLines({ line1: LINE1.slice(1), line2: `${LINE2} ` }))).toEqual(['line 1', 'line 2']);
    expect(wrong(checkTwoLines({ line1: LINE2, line2: LINE1 }))).toContain('line 1, columns 1-2');
    expect(wrong(checkTwoLines({ line1: LINE1, line2: summed(LINE2.replace('00005', '00006')) }))).toEqual(['line 2, columns 3-7']);
  });

  it('tell every wrong field of a message', () => {
    expect(checkMessage({ omm: OMM }).ok).toBe(true);
    expect(wrong(checkMessage({ omm: {} }))).toEqual([
      'MEAN_MOTION', 'ECCENTRICITY', 'INCLINATION', 'RA_OF_ASC_NODE', 'ARG_OF_PERICENTER', 'MEAN_ANOMALY', 'BSTAR', 'MEAN_MOTION_DOT', 'MEAN_MOTION_DDOT', 'NORAD_CAT_ID', 'EPOCH',
    ]);
    expect(wrong(checkMessage({ omm: { ...OMM, ECCENTRICITY: 1.2, EPOCH: '2000-13-01T00:00:00', REF_FRAME: 'GCRF', TIME_SYSTEM: 'TAI' } }))).toEqual(['ECCENTRICITY', 'EPOCH', 'TIME_SYSTEM', 'REF_FRAME']);
    expect(wrong(checkMessage({ omm: { ...OMM, MEAN_MOTION: '1O' } }))).toEqual(['MEAN_MOTION']);
  });
});
