/** Flights of one missile on one course while its cut-off and launch azimuth are sought, and how many there were. */
import { azimuth_rad } from '../../../kernel/earth/geodesy.js';
import { clamp } from '../../../kernel/maths.js';
import { curveAt } from '../../../kernel/statistics/monotone-curve.js';
import type { GeodeticPlace } from '../place.js';
import { type Boost, flyBoost } from './boost.js';
import type { GlideFlight } from './glide-course.js';
import type { PreparedGlide } from './prepare-class.js';

/** Pitch-over of this missile here over its class's at the same share, and the power with which the apogee falls with it. */
export interface KickFit {
  readonly factor: number;
  readonly apogeePower: number;
}

/** Share of the wanted apogee within which the boost's counts as right. */
const APOGEE_GOAL = 0.02;
const MOST_TUNINGS = 8;

export class GlideTrials {
  flights = 0;
  rightHandSides = 0;
  azimuthOffset_rad: number;
  private readonly bearing_rad: number;

  constructor(
    private readonly prepared: PreparedGlide,
    private readonly from: GeodeticPlace,
    private readonly places: readonly GeodeticPlace[],
    public kick: KickFit,
    azimuthOffset_rad: number,
  ) {
    this.bearing_rad = azimuth_rad(from.lat_rad, from.lon_rad, places[0].lat_rad, places[0].lon_rad);
    this.azimuthOffset_rad = azimuthOffset_rad;
  }

  boost(share: number): Boost {
    const { missile, flyer, kickByShare } = this.prepared;
    this.flights++;
    const boost = flyBoost(flyer, missile, {
      from: this.from, azimuth_rad: this.bearing_rad + this.azimuthOffset_rad, kick_rad: this.kick.factor * curveAt(kickByShare, share), share,
    });
    this.rightHandSides += boost.flight.rightHandSides;
    return boost;
  }

  /** Whether a boost's apogee is within some multiple of the goal. */
  isHigh(boost: Boost, times: number): boolean {
    return Math.abs(boost.apogee_m / this.prepared.missile.apogee_m - 1) < times * APOGEE_GOAL;
  }

  /** Sets the pitch-over so that the apogee is right at a share, by the power law through the last two boosts. */
  tune(share: number, first: Boost): Boost {
    let boost = first;
    for (let i = 0; i < MOST_TUNINGS && !this.isHigh(boost, 1); i++) {
      const apogee_m = Math.max(boost.apogee_m, 1);
      const { factor, apogeePower } = this.kick;
      const change = clamp((this.prepared.missile.apogee_m / apogee_m - 1) / apogeePower, -0.03, 0.03);
      this.kick = { factor: factor * (1 + change), apogeePower };
      boost = this.boost(share);
      const measured = (boost.apogee_m / apogee_m - 1) / change;
      if (measured < -0.5 && measured > -100) this.kick = { factor: this.kick.factor, apogeePower: measured };
    }
    return boost;
  }

  /** To the beginning of the dive, or to where it is as slow as its dive should be. */
  glide(boost: Boost): GlideFlight {
    return this.fly(boost, this.prepared.missile.diveSpeed_mps, false);
  }

  /** To the ground, with its table. */
  whole(boost: Boost): GlideFlight {
    return this.fly(boost, 0, true);
  }

  private fly(boost: Boost, leastSpeed_mps: number, isWhole: boolean): GlideFlight {
    const { missile, glideFlyer } = this.prepared;
    this.flights++;
    const course = { start_eci: boost.end_eci, start_s: boost.burnTime_s, places: this.places };
    const glide = glideFlyer.fly(missile, course, { leastSpeed_mps, stopsAtDive: !isWhole, withEphemeris: isWhole });
    this.rightHandSides += glide.rightHandSides;
    return glide;
  }
}
