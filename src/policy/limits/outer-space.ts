/** Outer Space Treaty: interceptors in orbit, and fractional orbits of the other side's raid, as flags with both readings. */
import type { Plan } from '../../scenario/plan/plan.js';
import { orbitInterceptors_count } from '../../scenario/plan/shield-counts.js';
import { type Instrument, type LimitCheck, limitCheck } from './limit-check.js';

export function checkOuterSpace(instrument: Instrument, { layers, attacks }: Plan): LimitCheck[] {
  const orbital = layers.filter((layer) => layer.kind === 'space'), value = orbital.reduce((sum, layer) => sum + orbitInterceptors_count(layer), 0), elements = orbital.map(({ name }) => name);
  const none = ['The scenario has no interceptors in orbit. Sensors in orbit are no weapons by any reading that is listed.'];
  const fractional = attacks.filter(({ threat }) => threat.model === 'fractional-orbital'), objects = fractional.reduce((sum, { count }) => sum + count, 0);
  return [
    limitCheck(instrument, {
      id: 'ost-iv', article: 'IV', value, unit: 'interceptors in orbit', elements, finding: orbital.length === 0 ? 'not applicable' : 'flag',
      reasons: orbital.length === 0 ? none : ['Interceptors that strike by conventional means are not named in the article, which speaks of nuclear weapons and other weapons of mass destruction.', 'A scenario of Cupola has no nuclear interceptors.'],
    }),
    limitCheck(instrument, {
      id: 'ost-i', article: 'I', value, unit: 'interceptors in orbit', elements, finding: orbital.length === 0 ? 'not applicable' : 'flag',
      reasons: orbital.length === 0 ? none : ['Whether weapons in orbit are a peaceful purpose, and in the interests of all countries, is contested.'],
    }),
    limitCheck(instrument, {
      id: 'ost-ix', article: 'IX', value, unit: 'interceptors in orbit', elements, finding: orbital.length === 0 ? 'not applicable' : 'flag',
      reasons: orbital.length === 0 ? none : ['Intercepts in orbit may leave debris, and satellites of others fly in the same shells: due regard and consultation beforehand are asked for. Cupola does not model debris.'],
    }),
    limitCheck(instrument, {
      id: 'ost-iv-fractional', article: 'IV', readAs: 'IV-fractional', subject: 'raid', value: objects, unit: 'missiles of a fractional orbit', elements: [...new Set(fractional.map(({ threat, origin }) => `${threat.name} from ${origin.name}`))],
      finding: fractional.length === 0 ? 'not applicable' : 'flag',
      reasons: fractional.length === 0 ? ['No missile of the raid goes into orbit.'] : ['The raid is the other side\'s: its missiles enter a low orbit and leave it before they have gone round once. Whether they carry nuclear weapons is not said in a scenario; the article concerns them if they do.'],
    }),
  ];
}
