import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawErrors } from './draw-errors.js';

describe('the figure of errors of reach', () => {
  it('is the one that docs/models/reach.md shows', () => {
    const committed = readFileSync(new URL('../../../docs/models/figures/reach-errors.svg', import.meta.url), 'utf8');
    expect(drawErrors()).toBe(committed.replaceAll('\r\n', '\n'));
  });
});
