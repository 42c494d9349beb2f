/**
 * Limits of a battery beside its rounds: reach over the ground, horizon of its radar, rate of fire. Each is that of the scenario's
 * entry or of the interceptor's card, and is left out of the plan where neither gives one: then nothing limits it.
 */
import { defaultsOf } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import type { BatteryEntry, GroundInterceptorFile } from './ground-interceptor.js';
import type { Ledger } from './ledger.js';
import type { GroundLayerPlan } from '../plan/plan.js';
import { LAUNCHER } from '../cards/quantities.js';

type LauncherKey = keyof typeof LAUNCHER;

export function compileLauncher(entry: BatteryEntry, file: GroundInterceptorFile, path: string, catalogue: Catalogue, ledger: Ledger): Pick<GroundLayerPlan, 'reach' | 'launcher'> {
  const limit = (key: LauncherKey): number | undefined => {
    const card = file[key], isOwn = card !== undefined;
    if (!isOwn && entry[key] === undefined) return undefined;
    const defaults = isOwn ? undefined : defaultsOf(catalogue, 'launcher', 'launcher');
    return ledger.reader(LAUNCHER, { cards: { [key]: card ?? defaults?.[key] }, source: isOwn ? file.source : defaults?.source, stated: entry, path })(key);
  };
  const reach = given({ maxRange_m: limit('maxRange_km'), antennaHeight_m: limit('antennaHeight_m') });
  const launcher = given({ launchInterval_s: limit('launchInterval_s'), ready_count: limit('ready'), reload_s: limit('reload_s'), guided_count: limit('guided') });
  return { ...(reach === undefined ? {} : { reach }), ...(launcher === undefined ? {} : { launcher }) };
}

/** Only what has a value; undefined when nothing has. */
function given<T extends Readonly<Record<string, number | undefined>>>(values: T): { readonly [K in keyof T]?: number } | undefined {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as { readonly [K in keyof T]?: number });
}
