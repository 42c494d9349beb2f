/** The check of the floor against integrated powered flight: what it lets through stays up, and it lets through what stays up. */
import { describe, expect, it } from 'vitest';
import { EARTH_RADIUS_M } from '../../kernel/constants.js';
import { altitude_m } from '../../kernel/earth/geodesy.js';
import { type Direction, PoweredFlight } from './powered-flight.js';
import { lowestAltitude_m, type SpaceInterceptor } from './space-based.js';
import { isWayAboveFloor } from './way-above-floor.js';

const KIND: SpaceInterceptor = { speed_mps: 5000, acceleration_mps2: 147, deadTime_s: 5, divert_mps: 0, floor_m: 100e3, battery_s: Infinity };
/** What one push in the middle of the burn is off by, docs/models/reach.md. */
const OFF_M = 4e3;

const high_m = (place: ArrayLike<number>): number => altitude_m(place[0]!, place[1]!, place[2]!);

/** Ways down and along at a slant, from low orbits. */
function ways(flight_s: number) {
  return [250e3, 350e3, 600e3].flatMap((altitude) => {
    const radius_m = EARTH_RADIUS_M + altitude;
    return Array.from({ length: 240 }, (_, k) => {
      const around = k * 2.399963, up = -1 + (1.6 * k) / 240, flat = Math.sqrt(1 - up * up), direction: Direction = [up, flat * Math.cos(around), flat * Math.sin(around)];
      const flight = new PoweredFlight(KIND, radius_m, direction), end = flight.at(flight_s);
      let lowest_m = Infinity;
      for (let look = 0; look <= 24; look++) lowest_m = Math.min(lowest_m, high_m(flight.at((flight_s * look) / 24).interceptor_eci));
      const ordered = flight.at(0).carrier_eci, end_m = high_m(end.interceptor_eci);
      const away_m = Math.hypot(...[0, 1, 2].map((i) => ordered[i]! - end.interceptor_eci[i]!));
      const line_m = lowestAltitude_m(high_m(ordered), end_m, away_m, EARTH_RADIUS_M);
      return { end_m, lowest_m, line_m, clear: (floor_m: number) => isWayAboveFloor({ ...KIND, floor_m }, flight_s, ordered, end.carrier_eci, end.interceptor_eci) };
    });
  });
}

describe('floor', () => {
  it.each([[60, 0, 0], [120, 3, 0], [240, 50, 9], [400, 200, 70], [700, 600, 230]])('is judged as powered flight of %d s is: at least %d ways are clear although the line is not, %d are not', (flight_s, clearWays, dippingWays) => {
    let refusedByLine = 0, dips = 0;
    for (const { end_m, lowest_m, line_m, clear } of ways(flight_s)) {
      for (const floor_m of [80e3, 100e3, 130e3, 200e3]) {
        if (end_m < floor_m) continue;
        if (lowest_m > floor_m + OFF_M) {
          expect(clear(floor_m)).toBe(true);
          if (line_m < floor_m) refusedByLine++;
        }
        if (lowest_m < floor_m - OFF_M) {
          expect(clear(floor_m)).toBe(false);
          dips++;
        }
      }
    }
    expect(refusedByLine).toBeGreaterThanOrEqual(clearWays);
    expect(dips).toBeGreaterThanOrEqual(dippingWays);
  });

  it('lets nothing through that has not left its carrier', () => {
    const { carrier_eci } = new PoweredFlight(KIND, EARTH_RADIUS_M + 90e3, [0, 1, 0]).at(3);
    expect(isWayAboveFloor(KIND, 3, carrier_eci, carrier_eci, Float64Array.of(EARTH_RADIUS_M + 101e3, 0, 0))).toBe(false);
  });
});
