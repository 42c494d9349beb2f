/** What every validation case must do: agree with its source, catch its mistakes, and say in words what it compares. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ValidationCase } from './case.js';

/** Cases that fly missiles take as long as all others together, so they have a test file of their own beside them. */
export const FLOWN: ReadonlySet<string> = new Set(['hwasong-18-loft', 'north-korean-flights', 'flight-consistency', 'standard-range', 'burn-times', 'glide-flown']);

const folder = new URL('../../validation/', import.meta.url);

export function checkCases(cases: readonly ValidationCase[]): void {
  for (const one of cases) {
    describe(one.id, () => {
      it(`agrees with ${one.source}`, () => {
        const result = one.run();
        expect(result.rows.filter((row) => !row.pass)).toEqual([]);
        expect(result.rows.length).toBeGreaterThan(0);
        expect(result.pass).toBe(true);
        expect(result.max).toBeLessThanOrEqual(1);
        expect(result.q75).toBeLessThanOrEqual(result.q99);
      });

      it('has mistakes to catch', () => {
        expect(one.mistakes.length).toBeGreaterThanOrEqual(2);
      });

      it.each(one.mistakes.map((mistake) => [mistake.name, mistake] as const))('catches: %s', (_, mistake) => {
        expect(mistake.run().pass).toBe(false);
      });

      it('says what it compares, where the numbers come from and why the tolerance', () => {
        const text = readFileSync(new URL(`${one.id}/case.md`, folder), 'utf8');
        for (const heading of ['Source', 'What is compared', 'Range', 'Tolerance', 'Mistakes it catches']) {
          expect(text).toContain(`## ${heading}`);
        }
        for (const mistake of one.mistakes) expect(text).toContain(mistake.name);
      });
    });
  }
}
