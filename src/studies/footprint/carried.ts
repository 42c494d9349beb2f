/**
 * The same flight to a place not far from where it was solved to: turned as a whole about the Earth's centre, so that it comes
 * down there from the same side. Neither flattening nor rotation of the Earth is turned along, so it holds over some hundreds of
 * kilometres. Not the flight is turned but the battery the other way: then its windows are found by the engine's own code.
 */
import type { ChartedBattery } from '../../engine/reach/ground-windows.js';
import { geodeticToEcef } from '../../kernel/earth/geodesy.js';
import { cross, dot, length, normalise } from '../../kernel/vector.js';
import { isStraight } from '../../models/interceptor/flyout.js';
import type { Flyout } from '../../models/interceptor/flyout.js';

export interface Spot {
  readonly lat_rad: number;
  readonly lon_rad: number;
}

/** Rows up, ahead (away from the launch) and to the right of a place where something comes down. */
export type ArrivalFrame = Float64Array;

export function arrivalFrame(at: Spot, from: Spot): ArrivalFrame {
  const up = onGround(at), origin = onGround(from), ahead = new Float64Array(3), right = new Float64Array(3), frame = new Float64Array(9);
  normalise(up, up);
  normalise(origin, origin);
  const along = dot(up, origin);
  for (let c = 0; c < 3; c++) ahead[c] = along * up[c] - origin[c];
  // Straight above or below the launch no direction is ahead; any will do.
  if (!(length(ahead) > 1e-9)) cross(up, Float64Array.of(up[1], up[2], up[0]), ahead);
  normalise(ahead, ahead);
  cross(ahead, up, right);
  frame.set(up);
  frame.set(ahead, 3);
  frame.set(right, 6);
  return frame;
}

/** The battery as a flight that was solved to the place of `solved` meets it, when it is to come down at the place of `wanted` instead. */
export function carryBattery(battery: ChartedBattery, wanted: ArrivalFrame, solved: ArrivalFrame): ChartedBattery {
  const turn = (v: ArrayLike<number>, first: number, out: Float64Array, at: number): void => {
    for (let row = 0; row < 3; row++) {
      const part = wanted[3 * row] * v[first] + wanted[3 * row + 1] * v[first + 1] + wanted[3 * row + 2] * v[first + 2];
      for (let c = 0; c < 3; c++) out[at + c] += part * solved[3 * row + c];
    }
  };
  const site_ecef = new Float64Array(3);
  turn(battery.reach.site_ecef, 0, site_ecef, 0);
  return {
    interceptor: battery.interceptor,
    flyout: carryFlyout(battery.flyout, turn),
    reach: { ...battery.reach, site_ecef },
    nearness: { ...battery.nearness, site_ecef },
  };
}

function carryFlyout(flyout: Flyout, turn: (v: ArrayLike<number>, first: number, out: Float64Array, at: number) => void): Flyout {
  const axes = new Float64Array(9);
  for (let row = 0; row < 9; row += 3) turn(flyout.axes, row, axes, row);
  if (!isStraight(flyout)) return { ...flyout, axes };
  const site_ecef_m = new Float64Array(3);
  turn(flyout.site_ecef_m, 0, site_ecef_m, 0);
  // The ground lies at another distance from the Earth's centre there.
  const factor = groundRadius_m(site_ecef_m) / groundRadius_m(flyout.site_ecef_m);
  for (let c = 0; c < 3; c++) site_ecef_m[c] *= factor;
  return { ...flyout, axes, site_ecef_m };
}

/** Distance of the ellipsoid from the Earth's centre in a direction. */
function groundRadius_m(direction: ArrayLike<number>): number {
  const across = Math.sqrt(direction[0] * direction[0] + direction[1] * direction[1]), pole = onGround({ lat_rad: 0.5 * Math.PI, lon_rad: 0 })[2], equator = onGround({ lat_rad: 0, lon_rad: 0 })[0];
  const r = Math.sqrt(across * across + direction[2] * direction[2]), cosine = across / r, sine = direction[2] / r;
  return 1 / Math.sqrt((cosine * cosine) / (equator * equator) + (sine * sine) / (pole * pole));
}

function onGround({ lat_rad, lon_rad }: Spot): Float64Array {
  const position = new Float64Array(3);
  geodeticToEcef(lat_rad, lon_rad, 0, position);
  return position;
}
