/** Each claim on the list is found where it is planted, and its honest wording passes. */
import { describe, expect, it } from 'vitest';
import { findClaims } from './check-prose.js';

describe('check-prose', () => {
  it.each([
    'Mr Trudeau discussed the Golden Dome in private.',
    'A classified document gives the scope.',
    'The order speeds up hypersonic weapon development.',
    'It asks for the development of hypersonic weapons.',
    'The plan is due by the end of the 2026 fiscal year.',
    'The plan is due by the end of\nfiscal year 2026.',
    'Every state has the right - and indeed, the responsibility - to do so.',
    'The Kremlin called it a dangerous provocation.',
    'There is a global consensus.',
    'The shield is 100 % effective.',
    'It intercepts 100% of missiles.',
    'Canada pays $61B.',
    'The price is $71 billion.',
    'Golden Dome costs $1.2 trillion.',
    'The shield is fully operational in 2028.',
    'CBO overestimates the price of launch.',
    "AEI's number is too low.",
    'It works \u{1F680}',
  ])('finds: %s', (text) => {
    expect(findClaims('README.md', text)).toHaveLength(1);
  });

  it.each([
    'AEI is reproduced from its inputs; CBO takes a lower launch price.',
    'Mr Carney spoke about the Golden Dome.',
    'CBO puts its notional system at $1.2 trillion over 20 years.',
    'The President said "very close to 100 percent" of missiles would be stopped by the shield.',
    'A result is never printed as 0 % or 100 % stopped.',
    '.globe { width: 100%; height: 100% }',
    'A demonstration is planned for 2028. The system is fully operational later.',
    'No picture: a → b, 3 × 4, “quoted”, ≤ 5 km, ✓.',
  ])('accepts: %s', (text) => {
    expect(findClaims('README.md', text)).toEqual([]);
  });

  it('names the line', () => {
    expect(findClaims('a.md', 'One.\n\nTwo. There is a global consensus.')[0]).toMatch(/^a\.md:3 {2}"global consensus"/);
  });
});
