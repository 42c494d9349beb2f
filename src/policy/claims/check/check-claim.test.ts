import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Catalogue, readCatalogue } from '../../../scenario/catalogue.js';
import { checkClaim } from './check-claim.js';
import { patternNear } from './flown-claim.js';
import { numberRange, perMissile, readNumberSpace, valuesOfSpace } from './number-space.js';
import { numberWanted } from './number-wanted.js';
import type { FlownShare } from './share-range.js';
import { amountOf, type ClaimSlots, placeOf, type SlotFinding } from './slots.js';

const catalogue: Catalogue = readCatalogue(JSON.parse(readFileSync('dist/catalogue.json', 'utf8')));
const CBO: ClaimSlots = { count: amountOf(7800), of: 'satellites', verb: 'are needed for', missiles: amountOf(10), threat: 'solid-icbm-3-stage', from: 'north-korea-interior', price_usd: amountOf(743e9), priceYear: 2026 };
/** Without a price: its 512 draws take their time. */
const { price_usd: _, priceYear: __, ...UNPRICED } = CBO;
const check = (slots: ClaimSlots, more: object = {}): Record<string, SlotFinding> => Object.fromEntries(checkClaim(slots, { catalogue, ...more }).map((finding) => [finding.slot, finding]));

describe('the number needed over the published assumptions', () => {
  const solid = readNumberSpace(catalogue, 'solid');

  it('spans what the literature spans: 540 to 4,145 for one solid-fuel missile that burns 170 s', () => {
    const at170 = { ...solid, cards: { ...solid.cards, burn_s: { ...solid.cards.burn_s, high: 170 } } }, { low, high } = numberRange(at170, 40);
    expect(low).toBeGreaterThan(535);
    expect(low).toBeLessThan(545);
    expect(high).toBeGreaterThan(4135);
    expect(high).toBeLessThan(4155);
    for (const published of [780, 998, 1600]) expect(placeOf(amountOf(published), { low, high })).toBe('inside');
  });

  it('finds values that, put back, give the number claimed', () => {
    const wanted = numberWanted(solid, 1000, 40.3);
    expect(wanted.length).toBeGreaterThan(3);
    const [speed] = wanted.filter(({ what, beside }) => what.includes('speed') && beside.includes('above'));
    expect(perMissile(solid, { ...valuesOfSpace(solid), speed_kmps: speed?.value ?? 0 }, 'one-inclination', 40.3)).toBeCloseTo(1000, -1);
    expect(wanted.every(({ value, low, high, isWithin }) => isWithin === (value >= low && value <= high))).toBe(true);
  });

  it('takes the same at the same latitude north and south', () => {
    expect(numberRange(solid, -40).low).toBe(numberRange(solid, 40).low);
  });
});

describe('a claim', () => {
  it('lies inside, above or below', () => {
    const { number, price, share } = check(CBO);
    expect(price?.wouldHaveToBe.some(({ isWithin }) => isWithin)).toBe(true);
    expect(number?.published.map(({ who }) => who)).toEqual(expect.arrayContaining(['CBO', 'AEI', 'APS']));
    expect(price?.published[0]).toMatchObject({ who: 'CBO', says: expect.stringContaining('743') as string });
    expect([number?.verdict, price?.verdict, share?.verdict]).toEqual(['inside', 'inside', 'not said']);
    expect(check({ ...UNPRICED, count: amountOf(100) })['number']?.verdict).toBe('below');
    expect(check({ ...UNPRICED, count: amountOf(900_000) })['number']?.verdict).toBe('above');
    expect(check({ count: amountOf(100), price_usd: amountOf(9e12), priceYear: 2026 })['price']?.verdict).toBe('above');
  });

  it('says what would have to be, and that nothing within its range does', () => {
    const low = check({ price_usd: amountOf(1e9), priceYear: 2026, count: amountOf(100) })['price'];
    expect(low?.verdict).toBe('below');
    expect(low?.wouldHaveToBe.every(({ isWithin }) => !isWithin)).toBe(true);
    expect(low?.moved.length).toBeGreaterThan(5);
  });

  it('puts nothing in the place of what is not said', () => {
    const { number, share, price } = check({ price_usd: amountOf(175e9), priceYear: 2025 });
    expect([number?.verdict, share?.verdict, price?.verdict]).toEqual(['not said', 'not said', 'not computed']);
    expect(price?.basis).toContain('not said');
    expect(check({ count: amountOf(1000) })['number']).toMatchObject({ verdict: 'not computed', model: null });
    expect(check({ count: amountOf(1000), missiles: amountOf(10) })['number']?.basis).toContain('liquid');
    expect(check({ ...UNPRICED, threat: 'subsonic-cruise-class' })['number']?.verdict).toBe('not computed');
    expect(check({ ...CBO, priceYear: 1960 })['price']).toMatchObject({ verdict: 'not computed', basis: expect.stringContaining('no price index') as string });
  });

  it('prices as many satellites as the raid needs where no number is said', () => {
    const raid = check({ missiles: amountOf(1), threat: 'solid-icbm-3-stage', price_usd: amountOf(100e9), priceYear: 2026 })['price'];
    expect(raid).toMatchObject({ verdict: 'inside', basis: expect.stringContaining('as many as the raid needs') as string });
  });

  it('sets a share against runs and the range over assumed numbers', () => {
    const flown: FlownShare = { runId: 'A', runs: 100, launched: 10, title: 'Ten', leakage: { mean: 0.1, low: 0.08, high: 0.12 }, band: { low: 0.02, high: 0.4, draws: 16, cards: 9 }, drivers: [], notes: [] };
    const share = (stopped: number): string | undefined => check({ stopped_share: amountOf(stopped) }, { flown })['share']?.verdict;
    expect([share(0.99), share(0.9), share(0.61), share(0.5)]).toEqual(['above', 'inside', 'inside', 'below']);
    expect(check({ verb: 'stop', count: amountOf(100), missiles: amountOf(1) }, { flown })['share']).toMatchObject({ claimed: { low: 1, high: 1 }, verdict: 'above' });
    expect(check({ verb: 'stop', missiles: amountOf(1) }, { flown: 'out of reach' })['share']).toMatchObject({ verdict: 'not computed', basis: 'out of reach' });
  });
});

describe('a pattern near a number', () => {
  it.each([7800, 780, 998, 1600, 300, 12, 4990, 9973])('%d', (count) => {
    const { planes_count, perPlane_count } = patternNear(count, 100 / 78);
    expect(Math.abs(planes_count * perPlane_count - count)).toBeLessThanOrEqual(Math.max(1, 0.02 * count));
    expect(planes_count / perPlane_count).toBeGreaterThan(0.2);
    expect(planes_count / perPlane_count).toBeLessThan(8);
  });
});
