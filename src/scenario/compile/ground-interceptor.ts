/** A ground interceptor from its file, with what a scenario states instead, in SI. */
import type { Catalogue } from '../catalogue.js';
import { showEntry } from '../catalogue.js';
import { compileStages } from './compile-threat.js';
import type { KindFile } from '../cards/kinds.js';
import { createLedger } from './ledger.js';
import type { Ledger } from './ledger.js';
import type { GroundInterceptorPlan } from '../plan/plan.js';
import { GROUND_INTERCEPTOR } from '../cards/quantities.js';
import type { Scenario } from '../schema/schema.js';

export type GroundInterceptorFile = Extract<KindFile<'interceptors'>, { model: 'ground-based' }>;
export type BatteryEntry = Extract<Scenario['interceptors'][number], { battery: string }>;

export function compileGroundInterceptor(name: string, file: GroundInterceptorFile, stated: BatteryEntry['interceptor'], path: string, ledger: Ledger): GroundInterceptorPlan {
  const read = ledger.reader(GROUND_INTERCEPTOR, { cards: file, source: file.source, stated, path });
  return {
    model: file.model,
    name,
    stages: compileStages(file, stated?.stages, ledger, path),
    payload_kg: read('payload_kg'),
    verticalRise_s: read('verticalRise_s'),
    deadTime_s: read('deadTime_s'),
    floor_m: read('floorAltitude_km'),
    ceiling_m: read('ceilingAltitude_km'),
    battery_s: read('batteryLife_s'),
    ...(file.phase === undefined ? {} : { phase: file.phase }),
    ...(file.path === undefined ? {} : { path: file.path }),
    ...(file.ballisticCoefficient_kgpm2 === undefined ? {} : { ballisticCoefficient_kgpm2: read('ballisticCoefficient_kgpm2') }),
  };
}

/** As its card has it, for what needs no plan; undefined for other names. */
export function groundInterceptorOf(catalogue: Catalogue, name: string): GroundInterceptorPlan | undefined {
  const file = showEntry(catalogue, 'interceptors', name);
  return file?.model === 'ground-based' ? compileGroundInterceptor(name, file, undefined, name, createLedger()) : undefined;
}
