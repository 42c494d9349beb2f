/**
 * How a flight looks to sensors, age by age: its plume by stage while it burns, then the body, which glows where a glider's card says
 * so. A stage counts as burning until the next one does: the seconds between two stages are too short to lose anyone's sight.
 */
import { G0_MPS2 } from '../../kernel/constants.js';
import type { Ephemeris } from '../../kernel/flight/ephemeris.js';
import type { SeenTarget } from '../../models/sensor/seen-target.js';
import { brightStretches } from '../../models/signature/brightness.js';
import { appearanceOf } from '../../models/signature/intensity.js';
import type { ThreatPhase } from '../../models/signature/intensity.js';
import type { AttackPlan } from '../../scenario/plan/plan.js';

/** Stretches in order of age; each lasts until the next begins. */
export interface Emission {
  readonly from_s: readonly number[];
  readonly intensity_Wpsr: readonly number[];
  readonly isCold: readonly boolean[];
  readonly rcs_m2: readonly number[];
  readonly isBoost: readonly boolean[];
  /** What counts as flying in the air when it does not burn: cruise missiles, drones, gliders. */
  readonly isWinged: boolean;
}

interface Flown {
  readonly ephemeris: Ephemeris;
  readonly burnout_s: number;
  readonly impact_s: number;
}

const BODY: ThreatPhase = { burningStage: undefined, brightness: 'none' };

export function emissionOf({ threat, signature }: Pick<AttackPlan, 'threat' | 'signature'>, { ephemeris, burnout_s, impact_s }: Flown): Emission {
  const from_s: number[] = [], intensity_Wpsr: number[] = [], isCold: boolean[] = [], rcs_m2: number[] = [], isBoost: boolean[] = [];
  const add = (start_s: number, phase: ThreatPhase): void => {
    const looks = appearanceOf(signature, phase), boost = phase.burningStage !== undefined;
    from_s.push(start_s);
    intensity_Wpsr.push(looks.intensity_Wpsr);
    isCold.push(looks.onlyAgainstSpace);
    rcs_m2.push(boost ? signature.boosterRcs_m2 : signature.bodyRcs_m2);
    isBoost.push(boost);
  };
  if (threat.model !== 'cruise') {
    // Missiles of one class differ in burn time as a whole: each stage keeps its share.
    const lengths = threat.stages.map((stage) => (stage.propellant_kg * stage.ispVacuum_s * G0_MPS2) / stage.thrustVacuum_N + stage.coastAfter_s);
    const whole_s = lengths.reduce((sum, length) => sum + length, 0);
    let start_s = 0;
    lengths.forEach((length, stage) => {
      add(start_s, { burningStage: stage, brightness: 'none' });
      start_s += (length / whole_s) * burnout_s;
    });
  }
  add(burnout_s, BODY);
  if (threat.model === 'boost-glide') {
    for (const stretch of brightStretches(ephemeris, threat.brightness, burnout_s, impact_s)) {
      // A stretch that begins where the one before ended takes its place.
      if (from_s[from_s.length - 1] === stretch.from_s) for (const column of [from_s, intensity_Wpsr, isCold, rcs_m2, isBoost]) column.pop();
      add(stretch.from_s, { burningStage: undefined, brightness: stretch.class });
      add(stretch.to_s, BODY);
    }
  }
  return { from_s, intensity_Wpsr, isCold, rcs_m2, isBoost, isWinged: threat.model === 'cruise' || threat.model === 'boost-glide' };
}

/** Writes how it looks at an age; where it is, is written by who knows. */
export function showEmission(emission: Emission, age_s: number, target: SeenTarget): void {
  const { from_s } = emission;
  let i = from_s.length - 1;
  while (i > 0 && from_s[i] > age_s) i--;
  target.intensity_Wpsr = emission.intensity_Wpsr[i];
  target.isCold = emission.isCold[i];
  target.rcs_m2 = emission.rcs_m2[i];
  target.fliesInAir = emission.isWinged && !emission.isBoost[i];
}
