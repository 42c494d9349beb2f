/** What the ballistic classes of the catalogue reach: no gap between the nearest and the farthest target, and less with more payload. */
import { describe, expect, it } from 'vitest';
import { destination } from '../../src/kernel/earth/geodesy.js';
import { PI } from '../../src/kernel/maths.js';
import { type BallisticMissile, maxRange, prepareThreat, type Threat } from '../../src/models/threat/index.js';
import { rangeAgainstPayload } from '../../src/models/threat/ballistic/range-payload.js';
import { prepareMissile } from '../../src/models/threat/ballistic/prepare.js';
import { listKind } from '../../src/scenario/catalogue.js';
import { compileThreat } from '../../src/scenario/compile/compile-threat.js';
import { createLedger } from '../../src/scenario/compile/ledger.js';
import { place } from '../ballistic-missiles.js';
import { catalogue } from '../load.js';

const FROM = place(39.22, 125.67);
const EAST_RAD = PI / 2;

function classNamed(name: string): Threat {
  return compileThreat(name, undefined, '', catalogue(), createLedger());
}

const ballistic = listKind(catalogue(), 'threats').filter((name) => classNamed(name).model === 'staged-ballistic');

function at(azimuth_rad: number, range_km: number) {
  const to = new Float64Array(2);
  destination(FROM.lat_rad, FROM.lon_rad, azimuth_rad, range_km * 1000, to);
  return { lat_rad: to[0] ?? NaN, lon_rad: to[1] ?? NaN, altitude_m: 0 };
}

describe('near targets', () => {
  it.each(ballistic)('%s reaches every one, where pitch-over gives over to cut-off as well', (name) => {
    const prepared = prepareThreat(classNamed(name));
    const missed: string[] = [];
    for (const azimuth_rad of [EAST_RAD, 2.4]) {
      for (let range_km = 50; range_km <= 3000; range_km += range_km < 1000 ? 190 : 50) {
        const result = prepared.solve({ from: FROM, to: at(azimuth_rad, range_km), route: [], shape: 'standard', approach: 'short', bodies: [] });
        if (!result.converged || result.flight.miss_m > 1000) missed.push(`${range_km} km at ${azimuth_rad.toFixed(2)} rad`);
      }
    }
    expect(missed).toEqual([]);
  });

  it('are refused when they are the place of launch itself', () => {
    for (const shape of ['standard', 'minimum-energy', 'lofted'] as const) {
      const request = { from: FROM, to: FROM, route: [], shape, approach: 'short', bodies: [] } as const;
      const prepared = prepareThreat(classNamed('hwasong-14'));
      expect(prepared.solve(request)).toMatchObject({ converged: false, reason: 'cannot-fly', status: 'route-not-flyable', detail: expect.stringMatching(/one place/) as string });
      expect(prepared.solveVariants(request, 0, 3).failures).toHaveLength(3);
    }
  });
});

describe('the greatest range', () => {
  it.each(['liquid-icbm-2-stage', 'hwasong-14', 'heavy-icbm-class', 'mobile-icbm-class'])('of %s never grows with payload, past the antipode and before', (name) => {
    const threat = classNamed(name);
    if (threat.model !== 'staged-ballistic') throw new Error(name);
    const payloads_kg = [0.4, 0.7, 0.9, 1, 1.1, 1.15, 1.25, 1.5].map((share) => share * threat.payload_kg);
    for (const azimuth_rad of [EAST_RAD, -EAST_RAD]) {
      const rows = rangeAgainstPayload(threat, FROM, azimuth_rad, payloads_kg);
      rows.slice(1).forEach(({ range_m }, i) => expect(range_m, `${name} ${azimuth_rad}`).toBeLessThanOrEqual(rows[i]?.range_m ?? NaN));
      for (const { range_m, isGlobal } of rows) expect(isGlobal).toBe(range_m > 20_000_000);
    }
  });

  it('lies almost at the antipode where the missile could pass it, and other directions may end before', () => {
    const threat = classNamed('liquid-icbm-2-stage') as Threat & BallisticMissile;
    const prepared = prepareMissile(threat);
    const east = maxRange(prepared, FROM, EAST_RAD);
    expect(east.isGlobal).toBe(true);
    expect(east.flight.range_m).toBeGreaterThan(19_500_000);
    expect(maxRange(prepared, FROM, -EAST_RAD)).toMatchObject({ isGlobal: false });
  });
});
