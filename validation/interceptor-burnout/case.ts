/** Burn-out speeds of ground-based interceptors. Reasons and sources: case.md. */
import { loadCatalogue } from '../../src/cli/frame/catalogue-file.js';
import { fromSi } from '../../src/kernel/units.js';
import { burnoutSpeed_mps } from '../../src/models/interceptor/burnout-speed.js';
import { groundInterceptorOf } from '../../src/scenario/compile/ground-interceptor.js';
import type { GroundInterceptorPlan } from '../../src/scenario/plan/plan.js';
import type { ToldRow, ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'interceptor-burnout';
const POUNDS_PER_KILOGRAM = 2.2046;
const MPS_PER_KNOT = 0.5144;

function readInterceptor(name: string): GroundInterceptorPlan {
  const interceptor = groundInterceptorOf(loadCatalogue(), name);
  if (interceptor === undefined) throw new Error(`${ID}: no ground interceptor ${name} in the catalogue`);
  return interceptor;
}

type Model = (interceptor: GroundInterceptorPlan) => number;

function compare(speed_mps: Model): ValidationResult {
  const reference = readReference(ID), judged: Comparison[] = [], told: ToldRow[] = [];
  for (let row = 0; row < reference.rows.length; row++) {
    const name = reference.text(row, 'interceptor'), expected = reference.number(row, 'speed_kmps');
    const got = fromSi(speed_mps(readInterceptor(name)), 'kmps');
    if (reference.number(row, 'isJudged') === 1) judged.push({ quantity: name, unit: 'km/s', expected, got, absolute: reference.number(row, 'halfWidth_kmps') });
    else told.push({ quantity: name, unit: 'km/s', published: expected, got, why: reference.text(row, 'where') });
  }
  return { ...judge(judged), told };
}

const heavier = (interceptor: GroundInterceptorPlan): GroundInterceptorPlan => ({
  ...interceptor,
  payload_kg: interceptor.payload_kg * POUNDS_PER_KILOGRAM,
  stages: interceptor.stages.map((stage) => ({ ...stage, dry_kg: stage.dry_kg * POUNDS_PER_KILOGRAM })),
});

/** The last stage is carried along and gives nothing worth the name. */
const withoutLast = (interceptor: GroundInterceptorPlan): GroundInterceptorPlan => ({
  ...interceptor,
  stages: interceptor.stages.map((stage, i) => (i === interceptor.stages.length - 1 ? { ...stage, propellant_kg: stage.propellant_kg * 0.01 } : stage)),
});

const withoutAir = (interceptor: GroundInterceptorPlan): GroundInterceptorPlan => ({
  ...interceptor,
  stages: interceptor.stages.map((stage) => ({ ...stage, ispSeaLevel_s: stage.ispVacuum_s, referenceArea_m2: stage.referenceArea_m2 * 1e-6 })),
});

export const interceptorBurnout: ValidationCase = {
  id: ID,
  title: 'Burn-out speeds of ground-based interceptors',
  source: 'common open-literature values; THAAD: gagadget, after the Pentagon, 2023 (seen: secondary)',
  mark: 'calibrated',
  tolerance: '0.15 to 0.5 km/s, the spread of the open values',
  run: () => compare(burnoutSpeed_mps),
  mistakes: [
    { name: 'the last stage does not burn', run: () => compare((interceptor) => burnoutSpeed_mps(withoutLast(interceptor))) },
    { name: 'pounds for kilograms', run: () => compare((interceptor) => burnoutSpeed_mps(heavier(interceptor))) },
    { name: 'no air', run: () => compare((interceptor) => burnoutSpeed_mps(withoutAir(interceptor))) },
    { name: 'knots for metres per second', run: () => compare((interceptor) => burnoutSpeed_mps(interceptor) / MPS_PER_KNOT) },
  ],
};
