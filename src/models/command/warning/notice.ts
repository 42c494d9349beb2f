/**
 * The launch-notification registry. A notice says that somebody will launch so many rockets inside a window of time, from an
 * area, in a direction. It applies to what is first seen inside all four; whatever departs from it ends it for good.
 * What a sensor cannot tell cannot be shown to fit: a report without place or direction is never covered.
 */
import { distance_m } from '../../../kernel/earth/geodesy.js';
import { wrapAngle_rad } from '../../../kernel/maths.js';
import type { SensorReport } from './evidence.js';

export interface Notice {
  readonly name: string;
  /** When those who decide have it; Infinity when it is lost on the way. */
  readonly received_s: number;
  readonly opens_s: number;
  readonly closes_s: number;
  readonly lat_rad: number;
  readonly lon_rad: number;
  readonly radius_m: number;
  readonly azimuth_rad: number;
  /** Full width of the directions about `azimuth_rad`; 2π for any. */
  readonly azimuthWidth_rad: number;
  readonly launches_count: number;
}

export type Fit = 'fits' | 'unknown' | 'window' | 'area' | 'azimuth' | 'count';

/** Whether a report fits a notice, or the first thing that does not. `firstSeen_s`: when this sensor first saw it. */
export function fitOf(notice: Notice, report: SensorReport, firstSeen_s: number): Fit {
  if (!(firstSeen_s >= notice.opens_s && firstSeen_s <= notice.closes_s)) return 'window';
  if (!Number.isFinite(report.lat_rad + report.lon_rad + report.azimuth_rad)) return 'unknown';
  if (distance_m(notice.lat_rad, notice.lon_rad, report.lat_rad, report.lon_rad) > notice.radius_m) return 'area';
  if (Math.abs(wrapAngle_rad(report.azimuth_rad - notice.azimuth_rad)) > 0.5 * notice.azimuthWidth_rad) return 'azimuth';
  return report.objects_count <= notice.launches_count ? 'fits' : 'count';
}

const DEPARTURES: Readonly<Record<Exclude<Fit, 'fits' | 'unknown'>, string>> = {
  window: 'it is outside the window', area: 'it is outside the area', azimuth: 'it flies in another direction', count: 'there are more than were notified',
};

/** Notices with what has become of them. */
export interface Registry {
  /** Name of a notice that covers a report now, or ''. */
  coverOf(report: SensorReport, firstSeen_s: number, now_s: number): string;
  /** Looks at a new report; returns a sentence for each notice that it ends. */
  learn(report: SensorReport, firstSeen_s: number): string[];
}

export function createRegistry(notices: readonly Notice[]): Registry {
  const ended = new Set<string>(), applied = new Map<string, Set<string>>();
  return {
    coverOf(report, firstSeen_s, now_s) {
      const cover = notices.find((notice) => notice.received_s <= now_s && !ended.has(notice.name) && fitOf(notice, report, firstSeen_s) === 'fits');
      if (cover === undefined) return '';
      const sensors = applied.get(cover.name) ?? new Set<string>();
      applied.set(cover.name, sensors.add(report.sensor));
      return cover.name;
    },
    learn(report, firstSeen_s) {
      const said: string[] = [];
      for (const notice of notices) {
        const fit = fitOf(notice, report, firstSeen_s);
        // A launch somewhere else or at another time says nothing about this notice, unless the notice was thought to cover this very sensor's sighting.
        const isItsOwn = applied.get(notice.name)?.has(report.sensor) === true || fit === 'azimuth' || fit === 'count';
        if (fit === 'fits' || fit === 'unknown' || ended.has(notice.name) || !isItsOwn || report.objects_count === 0) continue;
        ended.add(notice.name);
        said.push(`the notice ${notice.name} no longer applies: ${DEPARTURES[fit]}`);
      }
      return said;
    },
  };
}
