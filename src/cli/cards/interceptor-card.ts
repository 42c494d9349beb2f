/** What `list` tells of an interceptor: its model, its speed at burn-out, and between which altitudes it meets anything. */
import { fromSi } from '../../kernel/units.js';
import { burnoutSpeed_mps } from '../../models/interceptor/burnout-speed.js';
import { showEntry } from '../../scenario/catalogue.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { groundInterceptorOf } from '../../scenario/compile/ground-interceptor.js';

export function interceptorColumns(name: string, catalogue: Catalogue): Readonly<Record<string, string | number>> {
  const file = showEntry(catalogue, 'interceptors', name);
  if (file === undefined) return {};
  if (file.model === 'space-based') return { model: file.model, burnoutSpeed_kmps: file.speed_kmps.value, reach: `${file.floorAltitude_km.value} km and up` };
  const flown = groundInterceptorOf(catalogue, name);
  if (flown === undefined) return {};
  const speed_kmps = Math.round(100 * fromSi(burnoutSpeed_mps(flown), 'kmps')) / 100;
  return { model: file.phase === 'terminal' ? 'ground-based, terminal' : file.model, burnoutSpeed_kmps: speed_kmps, reach: `${file.floorAltitude_km.value} to ${file.ceilingAltitude_km.value} km` };
}
