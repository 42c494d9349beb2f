import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { FlightPhase } from '../../models/threat/index.js';
import type { FigureDocument } from './figure-document.js';
import type { FlightPoint } from './flight-course.js';
import { flightFigure, type FlightPicture } from './flight-figure.js';

const phases: FlightPhase[] = [{ name: 'boost', from_s: 0, to_s: 180 }, { name: 'coast', from_s: 180, to_s: 1700 }, { name: 'entry', from_s: 1700, to_s: 1800 }];

const course = Array.from({ length: 181 }, (_, index): FlightPoint => {
  const t_s = 10 * index, share = t_s / 1800;
  const phase = phases.find(({ to_s }) => t_s < to_s)?.name ?? 'entry';
  return { t_s, lat_rad: 0, lon_rad: share, altitude_m: 4e6 * share * (1 - share), speed_mps: 5000, flightPathAngle_rad: 0, range_m: 8e6 * share, track_m: 9e6 * share, phase };
});
const PICTURE: FlightPicture = { title: 'A missile', subtitle: 'From here to there', course, phases, ground: 'range', apogee_m: 1e6, notes: ['All numbers are made up & told <so>.'] };

const draw = (change: Partial<FlightPicture> = {}): string => flightFigure({ ...PICTURE, ...change }, parseHTML('<html></html>').document as unknown as FigureDocument).outerHTML;
const count = (svg: string, pattern: RegExp): number => [...svg.matchAll(pattern)].length;

describe('the picture of a flight', () => {
  it('has two panels, each with the phases in their colours, their ends and the apogee', () => {
    const svg = draw();
    expect(count(svg, />altitude \(km\)</g)).toBe(2);
    expect(count(svg, />ground range from the launch point \(km\)</g)).toBe(1);
    expect(count(svg, />time since launch \(min\)</g)).toBe(1);
    expect(count(svg, /aria-label="line"/g)).toBe(2 * phases.length);
    expect(count(svg, /<circle /g)).toBe(2 * (phases.length - 1));
    expect(count(svg, />apogee 1,000 km</g)).toBe(2);
    expect(svg).toMatch(/Upper panel: heights are drawn [\d.]+ times as large as distances\./);
    expect(draw({ course: course.map((point) => ({ ...point, range_m: point.range_m / 100 })) })).toMatch(/Upper panel: distances are drawn [\d.]+ times as large as heights\./);
  });

  it('is the same to the byte each time and has no numbers that are none', () => {
    expect(draw()).toBe(draw());
    expect(draw()).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('takes the way over the ground where asked, and no apogee where there is none', () => {
    const svg = draw({ ground: 'track', apogee_m: undefined });
    expect(svg).toContain('>way over the ground (km)<');
    expect(svg).not.toContain('apogee');
  });

  it('tells time in the unit that fits', () => {
    expect(draw({ course: course.map((point) => ({ ...point, t_s: point.t_s / 10 })), phases: [{ name: 'boost', from_s: 0, to_s: 180 }] })).toContain('>time since launch (s)<');
    expect(draw({ course: course.map((point) => ({ ...point, t_s: point.t_s * 20 })), phases: [{ name: 'cruise', from_s: 0, to_s: 36_000 }] })).toContain('>time since launch (h)<');
  });

  it('breaks long lines and grows with them, and escapes what is not markup', () => {
    const tall = draw({ subtitle: 'far '.repeat(60).trim(), notes: ['note '.repeat(80).trim()] });
    const heightOf = (svg: string): number => Number(/ height="(\d+)"/.exec(svg)?.[1]);
    expect(heightOf(tall)).toBeGreaterThan(heightOf(draw()) + 30);
    expect(draw()).toContain('made up &amp; told &lt;so&gt;.');
  });
});
