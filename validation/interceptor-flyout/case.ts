/** Fly-out of a space interceptor. Reasons and sources: case.md. */
import { fromSi, toSi } from '../../src/kernel/units.js';
import { flyout_m, type SpaceInterceptor } from '../../src/models/interceptor/space-based.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'interceptor-flyout';
const HALF_UNIT_KM = 0.05;

type Model = (interceptor: SpaceInterceptor, flight_s: number) => number;

function compare(fly: Model): ValidationResult {
  const reference = readReference(ID);
  return judge(reference.map((row) => {
    const speed_kmps = reference.number(row, 'speed_kmps');
    const time_s = reference.number(row, 'time_s');
    const interceptor = { speed_mps: toSi(speed_kmps, 'kmps'), acceleration_mps2: toSi(15, 'g'), deadTime_s: 0, divert_mps: 0, floor_m: 0, battery_s: Infinity };
    return { quantity: `${speed_kmps} km/s, ${time_s} s`, unit: 'km', expected: reference.number(row, 'range_km'), got: fromSi(fly(interceptor, time_s), 'km'), absolute: HALF_UNIT_KM };
  }));
}

export const interceptorFlyout: ValidationCase = {
  id: ID,
  title: 'Fly-out at constant acceleration, then coast',
  source: 'elementary mechanics; the rule of Harrison, AEI 2025, appendix B, and of APS 2003',
  mark: 'reproduced',
  tolerance: '0.05 km',
  run: () => compare(flyout_m),
  mistakes: [
    { name: 'g of 9.81', run: () => compare((interceptor, flight_s) => flyout_m({ ...interceptor, acceleration_mps2: 15 * 9.81 }, flight_s)) },
    { name: 'full speed from the start', run: () => compare((interceptor, flight_s) => interceptor.speed_mps * flight_s) },
    { name: 'V²/a for V²/(2a)', run: () => compare((interceptor, flight_s) => interceptor.speed_mps * (flight_s - interceptor.speed_mps / interceptor.acceleration_mps2)) },
    { name: 'metres per second squared for g', run: () => compare((interceptor, flight_s) => flyout_m({ ...interceptor, acceleration_mps2: 15 }, flight_s)) },
    { name: 'the burn counted even when it does not end', run: () => compare((interceptor, flight_s) => interceptor.speed_mps * flight_s - (interceptor.speed_mps * interceptor.speed_mps) / (2 * interceptor.acceleration_mps2)) },
  ],
};
