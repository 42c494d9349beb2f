/** SGP4 against its published verification vectors. Reasons and sources: case.md. */
import { type ElementSatellite, elementsPosition, elementsTeme, readElements } from '../../src/models/constellation/sgp4.js';
import { fromSi } from '../../src/kernel/units.js';
import type { ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'sgp4-vectors';
const TOLERANCE_KM = 5e-6;
const MINUTE_S = 60;

type Position = (satellite: ElementSatellite, at_s: number, out: Float64Array) => boolean;

interface Choices {
  readonly position: Position;
  readonly minute_s: number;
  readonly change: (line: string) => string;
}

const OURS: Choices = { position: elementsTeme, minute_s: MINUTE_S, change: (line) => line };

function compare(change: Partial<Choices> = {}): ValidationResult {
  const choices = { ...OURS, ...change };
  const elements = readReference(ID, 'elements.csv'), reference = readReference(ID);
  const satellites = new Map(elements.map((row) => {
    const name = elements.text(row, 'satellite');
    const read = readElements({ name, line1: elements.text(row, 'line1'), line2: choices.change(elements.text(row, 'line2')) });
    if (!read.ok) throw new Error(`${ID}: ${name}: ${JSON.stringify(read.problems)}`);
    return [name, { satellite: read.satellite, kind: elements.text(row, 'kind') }];
  }));
  return judge(reference.map((row): Comparison => {
    const name = reference.text(row, 'satellite'), minutes = reference.number(row, 'minutes');
    const found = satellites.get(name);
    if (found === undefined) throw new Error(`${ID}: no elements of ${name}`);
    const at_m = new Float64Array(3).fill(NaN);
    choices.position(found.satellite, found.satellite.epoch_s + minutes * choices.minute_s, at_m);
    const miss_km = Math.sqrt(['x_km', 'y_km', 'z_km'].reduce((sum, column, axis) => sum + (fromSi(at_m[axis] ?? NaN, 'km') - reference.number(row, column)) ** 2, 0));
    return { quantity: `${name}, ${found.kind}, ${minutes} min: distance from the published position`, unit: 'km', expected: 0, got: miss_km, absolute: TOLERANCE_KM };
  }));
}

/** First two decimals of the mean motion: a mistake that a sum of digits does not find. */
const exchanged = (line: string): string => line.replace(/^(.{55})(\d)(\d)/, (_, before: string, a: string, b: string) => `${before}${b}${a}`);

export const sgp4Vectors: ValidationCase = {
  id: ID,
  title: 'Satellites of public element sets by SGP4',
  source: 'Vallado, Crawford, Hujsak and Kelso, Revisiting Spacetrack Report #3, AIAA 2006-6753 (2006), verification vectors',
  mark: 'reproduced',
  tolerance: '5 mm',
  run: () => compare(),
  mistakes: [
    { name: 'Earth-fixed axes for those of the elements', run: () => compare({ position: elementsPosition }) },
    { name: 'sidereal minutes', run: () => compare({ minute_s: MINUTE_S * 0.99727 }) },
    { name: 'two digits of the mean motion exchanged', run: () => compare({ change: exchanged }) },
  ],
};
