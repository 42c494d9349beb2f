/** What `cupola design` answers when nothing can be designed: why, and the nearest that can. */
import { countText, significantText } from '../../figures/numbers.js';
import { PI } from '../../kernel/maths.js';
import { fromSi, toSi } from '../../kernel/units.js';
import { MOST_SATELLITES } from '../../studies/design/fewest.js';
import type { DesignQuestion } from '../../studies/design/question.js';
import type { NoDesign } from '../../studies/design/search.js';
import { nearestFeasible } from '../../studies/number-needed/curves.js';
import { BadInput, flagProblem } from '../frame/failures.js';

export function nothingFound(none: NoDesign, question: DesignQuestion): BadInput {
  const refuse = (flag: string, found: string, expected: string, hint: string): BadInput => new BadInput([flagProblem(flag, found, expected, hint)]);
  const phase = question.raids[0]?.question.phase ?? 'boost';
  switch (none.reason) {
    case 'too-late': return refuse('--delay_s', significantText(question.commit_s), `an order before ${Math.floor(none.closes_s)} s`, phase === 'boost' ? `the boost ends ${Math.floor(none.closes_s)} s after launch, and interceptors must fly before that` : `the ${phase} is met ${Math.floor(none.closes_s)} s after launch; or a later --meeting_s`);
    case 'below-floor': return refuse('--meeting_s', `a meeting ${significantText(fromSi(none.altitude_m, 'km'), 3)} km up`, `one above the floor of ${significantText(fromSi(question.interceptor.floor_m, 'km'))} km`, 'another time of the meeting, or an interceptor that works lower down');
    case 'too-heavy': return refuse('--altitude_km', none.mass_kg < Infinity ? `satellites of ${countText(Math.round(none.mass_kg))} kg` : 'satellites that are nearly all propellant', `altitudes at which a satellite lives ${significantText(question.life_y)} years and one launch lifts it`, `no satellite can live there: ${heavyHint(question)}`);
    case 'too-many': {
      const feasible = Math.floor((question.salvo * MOST_SATELLITES) / none.satellites_count), salvo = feasible >= 1 ? `nearest: about --salvo ${feasible}` : 'not even one missile';
      return refuse('--salvo', `about ${countText(none.satellites_count)} satellites`, `at most ${countText(MOST_SATELLITES)} satellites`, `${salvo}; or fewer shots, a lower probability, an earlier order`);
    }
    case 'never-in-reach': return neverInReach(question);
  }
}

const LOWEST_KM = 150;
const HIGHEST_KM = 1000;

/** Propellant falls with altitude, so there is a lowest one at which a satellite can be launched. */
function heavyHint({ mass_kg, price_usd, perSatellite_count, life_y }: DesignQuestion): string {
  for (let altitude_km = LOWEST_KM; altitude_km <= HIGHEST_KM; altitude_km += 5) {
    const altitude_m = toSi(altitude_km, 'km');
    if (price_usd({ satellites_count: 1, perSatellite_count, mass_kg: mass_kg(altitude_m), life_y, altitude_m }) !== undefined) return `nearest: altitudes from ${altitude_km} km, where less propellant is needed`;
  }
  return 'fewer interceptors on one satellite, or slower ones';
}

function neverInReach({ raids, commit_s, interceptor, altitude_m, inclination_rad, salvo, shots }: DesignQuestion): BadInput {
  // From the corner of the limits that comes closest to being of use: low, and steep.
  const steepest_rad = Math.abs(inclination_rad.high - PI / 2) < Math.abs(inclination_rad.low - PI / 2) ? Math.min(inclination_rad.high, Math.max(PI / 2, inclination_rad.low)) : inclination_rad.low;
  const [flights] = raids;
  if (flights === undefined) return new BadInput([flagProblem('--from', 'nothing', 'a place')]);
  const ways = nearestFeasible({ flights, commit_s, orbits: { altitude_m: altitude_m.low, inclination_rad: steepest_rad }, interceptor, layout: { kind: 'walker', phasing: 1 }, watch: { duration_s: 1, step_s: 1 }, salvo, shots }, 'never-in-reach');
  const words = ways.map(({ quantity, value }) => {
    switch (quantity) {
      case 'delay': return `--delay_s ${Math.floor(value)}`;
      case 'speed': return `--speed_kmps ${(Math.ceil(fromSi(value, 'kmps') * 10) / 10).toFixed(1)}`;
      case 'flyout': return `--batteryLife_s ${Math.ceil(value)} and a --flyout_s no shorter`;
      case 'inclination': return `--inclination_deg with ${Math.ceil(fromSi(value, 'deg'))}`;
      case 'altitude': return `--altitude_km with ${value > altitude_m.low ? Math.ceil(fromSi(value, 'km')) : Math.floor(fromSi(value, 'km'))}`;
    }
  });
  const by = words.length === 1 ? 'this brings a satellite in reach' : 'each of these by itself brings a satellite in reach';
  return new BadInput([flagProblem('--inclination_deg', 'nothing ever in reach', 'limits with orbits from which the missile can be met', words.length === 0 ? 'no single change of delay, speed, fly-out, inclination or altitude brings one in reach' : `${by}: ${words.join('; ')}`)]);
}
