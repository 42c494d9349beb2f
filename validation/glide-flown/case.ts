/** The glider that the program flies, under the assumptions of the closed form and without them. Reasons: case.md. */
import { PI } from '../../src/kernel/maths.js';
import { fromSi, toSi } from '../../src/kernel/units.js';
import { flyGlide, type GlideExtent, steepAir } from '../../src/models/threat/glide/closed-form.js';
import type { Glider } from '../../src/models/threat/glide/glide-dynamics.js';
import type { ToldRow, ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference, type ReferenceTable } from '../reference.js';

const ID = 'glide-flown';
const RELATIVE = 0.01;
const DIVE_KMPS = 1.8;
/** Mass over drag area; sets the height and nothing else under the closed form's assumptions. Assumed. */
const COEFFICIENT_KGPM2 = 5000;
const WHY = 'the closed form has one height and an Earth at rest; the glider comes down through real air over the turning Earth';
const HEADINGS_RAD = { northwards: 0, eastwards: PI / 2, westwards: -PI / 2 } as const;

interface Case {
  readonly speed_mps: number;
  readonly toSpeed_mps: number;
  readonly liftToDrag: number;
}

type Model = (glide: Case) => GlideExtent;

const gliderOf = ({ liftToDrag, toSpeed_mps }: Case): Glider => ({
  liftToDrag, glideCoefficient_kgpm2: COEFFICIENT_KGPM2, maxBank_rad: PI / 3, glide: 'equilibrium', maxLoad_mps2: 1000, diveSpeed_mps: toSpeed_mps,
});

/** Under the closed form's assumptions; a mistake may bank the wings. */
const assumed = (bank_rad = 0): Model => (glide) => {
  const glider = gliderOf(glide);
  return flyGlide(glider, steepAir(glider), { ...glide, azimuth_rad: 0, bank_rad });
};

const whole = (azimuth_rad: number): Model => (glide) => flyGlide(gliderOf(glide), 'turning-ellipsoid', { ...glide, azimuth_rad, bank_rad: 0 });

function readCase(reference: ReferenceTable, row: number): Case {
  return {
    speed_mps: toSi(reference.number(row, 'speed_kmps'), 'kmps'), toSpeed_mps: toSi(DIVE_KMPS, 'kmps'),
    liftToDrag: reference.number(row, 'liftToDrag'),
  };
}

function compare(model: Model): ValidationResult {
  const reference = readReference(ID);
  return judge(reference.map((row): Comparison[] => {
    const from = nameOf(reference, row);
    const got = model(readCase(reference, row));
    return [
      { quantity: `range ${from}`, unit: 'km', expected: reference.number(row, 'range_km'), got: fromSi(got.range_m, 'km'), relative: RELATIVE },
      { quantity: `time ${from}`, unit: 's', expected: reference.number(row, 'time_s'), got: got.time_s, relative: RELATIVE },
    ];
  }).flat());
}

/** The whole model beside the closed form, from the equator in three directions. */
function tellWhole(): ToldRow[] {
  const reference = readReference(ID);
  return reference.map((row) => (reference.number(row, 'isTold') === 1 ? tellRow(reference, row) : [])).flat();
}

function tellRow(reference: ReferenceTable, row: number): ToldRow[] {
  return Object.entries(HEADINGS_RAD).flatMap(([heading, azimuth_rad]) => {
    const quantity = `${nameOf(reference, row)}, whole model ${heading}`;
    const got = whole(azimuth_rad)(readCase(reference, row));
    return [
      { quantity: `range ${quantity}`, unit: 'km', published: reference.number(row, 'range_km'), got: fromSi(got.range_m, 'km'), why: WHY },
      { quantity: `time ${quantity}`, unit: 's', published: reference.number(row, 'time_s'), got: got.time_s, why: WHY },
    ];
  });
}

function nameOf(reference: ReferenceTable, row: number): string {
  return `from ${reference.number(row, 'speed_kmps')} km/s, L/D ${reference.number(row, 'liftToDrag')}`;
}

export const glideFlown: ValidationCase = {
  id: ID,
  title: 'The flown glider against the closed form of equilibrium glide',
  source: 'Eggers, Allen and Neice, NACA Report 1382, 1958, worked out separately',
  mark: 'reproduced',
  tolerance: '1 % of range and time',
  run: () => ({ ...compare(assumed()), told: tellWhole() }),
  mistakes: [
    { name: 'lift over drag 5 % off', run: () => compare((glide) => assumed()({ ...glide, liftToDrag: 1.05 * glide.liftToDrag })) },
    { name: 'wings banked by 15 degrees', run: () => compare(assumed(PI / 12)) },
    { name: 'a glide that ends at 2 km/s', run: () => compare((glide) => assumed()({ ...glide, toSpeed_mps: glide.toSpeed_mps + 200 })) },
    { name: 'the turning Earth and real air', run: () => compare(whole(0)) },
  ],
};
