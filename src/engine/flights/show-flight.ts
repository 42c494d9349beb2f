/** Shows a flight to sensors: where it is at an age, and how it looks there. One way for runs, charts and studies. */
import { ephemerisAt } from '../../kernel/flight/ephemeris.js';
import type { Ephemeris } from '../../kernel/flight/ephemeris.js';
import { altitude_m } from '../../kernel/earth/geodesy.js';
import type { SeenTarget } from '../../models/sensor/seen-target.js';
import { showEmission } from './emission.js';
import type { Emission } from './emission.js';

/** Writes to `target`, Earth-fixed. Allocates nothing; `state` is scratch of six numbers. */
export function showFlight(ephemeris: Ephemeris, emission: Emission, age_s: number, state: Float64Array, target: SeenTarget): void {
  ephemerisAt(ephemeris, age_s, state);
  showEmission(emission, age_s, target);
  target.x_m = state[0];
  target.y_m = state[1];
  target.z_m = state[2];
  target.altitude_m = altitude_m(state[0], state[1], state[2]);
}
