import { describe, expect, it } from 'vitest';
import { appearanceOf, greyBody_Wpsr, plumesOf_Wpsr } from './intensity.js';

const signature = { plume_Wpsr: plumesOf_Wpsr(1, [1_000_000, 400_000]), bright_Wpsr: 20_000, dim_Wpsr: 2_000, body_Wpsr: 30 };

describe('intensity of a threat', () => {
  it('is that of the stage that burns, whatever else glows', () => {
    expect(appearanceOf(signature, { burningStage: 0, brightness: 'bright' })).toEqual({ intensity_Wpsr: 1_000_000, onlyAgainstSpace: false });
    expect(appearanceOf(signature, { burningStage: 1, brightness: 'none' }).intensity_Wpsr).toBe(400_000);
  });

  it('is that of the class of a glider, and of a cold body against space between stages and after the boost', () => {
    expect(appearanceOf(signature, { burningStage: undefined, brightness: 'bright' })).toEqual({ intensity_Wpsr: 20_000, onlyAgainstSpace: false });
    expect(appearanceOf(signature, { burningStage: undefined, brightness: 'dim' }).intensity_Wpsr).toBe(2_000);
    expect(appearanceOf(signature, { burningStage: undefined, brightness: 'none' })).toEqual({ intensity_Wpsr: 30, onlyAgainstSpace: true });
    expect(appearanceOf({ ...signature, plume_Wpsr: [] }, { burningStage: 0, brightness: 'none' }).intensity_Wpsr).toBe(30);
  });

  it('has the order of a grey body: a square metre at 300 K sends 146 W/sr, at 1,800 K 1,300 times as much', () => {
    expect(greyBody_Wpsr(1, 300, 1)).toBeCloseTo(146.2, 1);
    expect(greyBody_Wpsr(0.8, 1800, 2) / greyBody_Wpsr(0.8, 300, 2)).toBeCloseTo(1296, 8);
  });
});
