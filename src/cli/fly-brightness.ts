/** When a glider is as bright in the infrared as a row of its card says: faster than its speed and lower than its altitude. */
import type { FlightPoint } from '../figures/flight-course.js';
import type { BrightnessPlan } from '../scenario/plan.js';

export interface BrightStretch {
  readonly name: BrightnessPlan['class'];
  readonly from: FlightPoint;
  readonly to: FlightPoint;
}

/** Stretches of a course after its boost in order of time, each with the brightest class that holds on it. */
export function brightStretches(rows: readonly BrightnessPlan[], course: readonly FlightPoint[]): BrightStretch[] {
  const stretches: BrightStretch[] = [];
  let name: BrightStretch['name'] | undefined;
  for (const point of course) {
    const now = point.phase === 'boost' ? undefined : classAt(rows, point);
    const last = stretches.at(-1);
    if (now !== undefined && now === name && last !== undefined) stretches[stretches.length - 1] = { ...last, to: point };
    else if (now !== undefined) stretches.push({ name: now, from: point, to: point });
    name = now;
  }
  return stretches;
}

function classAt(rows: readonly BrightnessPlan[], { speed_mps, altitude_m }: FlightPoint): BrightStretch['name'] | undefined {
  const held = rows.filter((row) => speed_mps >= row.fromSpeed_mps && altitude_m <= row.belowAltitude_m);
  return held.some((row) => row.class === 'bright') ? 'bright' : held[0]?.class;
}
