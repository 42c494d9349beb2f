/** Work of aiming over the catalogue: every class of threat at targets all around, near and far. */
import { describe, expect, it } from 'vitest';
import { destination } from '../../src/kernel/earth/geodesy.js';
import { prepareThreat } from '../../src/models/threat/index.js';
import { listKind } from '../../src/scenario/catalogue.js';
import { compileThreat } from '../../src/scenario/compile/compile-threat.js';
import { createLedger } from '../../src/scenario/compile/ledger.js';
import { place } from '../ballistic-missiles.js';
import { catalogue } from '../load.js';

const FROM = place(40, 127);
const RANGES_KM = [1000, 2500, 4000, 6000, 8000, 10_000, 12_000];
const AZIMUTHS_RAD = [0.3, 2, 4.2];

interface Row {
  readonly name: string;
  readonly hits: number;
  readonly meanFlights: number;
}

function rowOf(name: string): Row {
  const prepared = prepareThreat(compileThreat(name, undefined, '', catalogue(), createLedger()));
  const counts: number[] = [];
  const to = new Float64Array(2);
  for (const range_km of RANGES_KM) {
    for (const azimuth_rad of AZIMUTHS_RAD) {
      destination(FROM.lat_rad, FROM.lon_rad, azimuth_rad, range_km * 1000, to);
      const target = { lat_rad: to[0] ?? NaN, lon_rad: to[1] ?? NaN, altitude_m: 0 };
      const result = prepared.solve({ from: FROM, to: target, route: [], shape: 'standard', approach: 'short', bodies: [] });
      if (result.converged) counts.push(result.flights);
    }
  }
  return { name, hits: counts.length, meanFlights: counts.reduce((sum, count) => sum + count, 0) / counts.length };
}

describe('flights to solve for a target', () => {
  it('are at most forty on average, over all classes of the catalogue that reach some of the targets', () => {
    const rows = listKind(catalogue(), 'threats').map(rowOf).filter(({ hits }) => hits > 0);
    const told = rows.map(({ name, hits, meanFlights }) => `${name}: ${hits} targets, ${meanFlights.toFixed(1)} flights`).join('\n');
    const solved = rows.reduce((sum, { hits }) => sum + hits, 0);
    const mean = rows.reduce((sum, { hits, meanFlights }) => sum + hits * meanFlights, 0) / solved;
    expect(mean, told).toBeLessThanOrEqual(40);
    expect(rows.length, told).toBeGreaterThanOrEqual(14);
  });
});
