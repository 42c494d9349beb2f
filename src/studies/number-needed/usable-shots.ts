/**
 * Which satellites can be used by a defence that knows no more than its forecast: the forecast shows that they can meet the
 * missile, and a shot fired at the order at the first meeting that is forecast really arrives. It does if the missile still
 * burns then and the divert reserve covers how far off the forecast is, by the rule with which a run settles shots
 * (engine/resolve). A shot at a later meeting may hold where the first does not; that is not counted.
 */
import { ascentAt } from '../../models/tracker/delay.js';
import { divertNeeded_mps, type SpaceInterceptor } from '../../models/interceptor/space-based.js';
import { believedStretch, type Flights } from './flights-to-meet.js';
import type { FlightSet } from './in-reach.js';
import { meetingSet, type Orbits } from './meeting-set.js';

/** Of flight `index`; undefined where nothing is forecast. */
export function usableSet(flights: Flights, index: number, commit_s: number, orbits: Orbits, interceptor: SpaceInterceptor): FlightSet | undefined {
  const forecast = believedStretch(flights, index, commit_s, interceptor.floor_m);
  if (forecast === undefined) return undefined;
  const { stretch, age_s } = forecast, { ascent } = flights.flown[index], actual = new Float64Array(8);
  const arrives = (meeting_s: number): boolean => {
    if (meeting_s > ascent.burnout_s) return false;
    const row = Math.min(Math.max(meeting_s / stretch.step_s, stretch.fromRow), stretch.toRow), before = Math.floor(row), after = Math.min(before + 1, stretch.toRow), share = row - before;
    ascentAt(ascent, meeting_s, actual);
    let miss2 = 0;
    for (let axis = 0; axis < 3; axis++) {
      const foreseen_m = (1 - share) * stretch.positions[3 * before + axis] + share * stretch.positions[3 * after + axis];
      miss2 += (actual[axis] - foreseen_m) * (actual[axis] - foreseen_m);
    }
    return divertNeeded_mps(interceptor, Math.sqrt(miss2), meeting_s - commit_s) <= interceptor.divert_mps;
  };
  return { set: meetingSet(orbits, interceptor, stretch, commit_s, arrives), age_s };
}
