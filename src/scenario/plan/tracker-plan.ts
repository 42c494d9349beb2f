/** Trackers as they stand in a plan: SI units, every default filled. */

export interface DelayTrackerPlan {
  readonly model: 'delay';
  /** Age of the newest state that the decision-maker has. */
  readonly latency_s: number;
  /** One standard deviation of the estimated flight azimuth during boost. */
  readonly azimuthError_rad: number;
}

export interface DiscriminatorPlan {
  readonly warheadAsWarhead_prob: number;
  readonly decoyAsWarhead_prob: number;
  readonly time_s: number;
}

/** Kinds of sensor that tell warheads from decoys, in the order of a track's clocks. */
export const DISCRIMINATOR_KINDS = ['infrared', 'narrowBandRadar', 'wideBandRadar'] as const;
export type DiscriminatorKind = (typeof DISCRIMINATOR_KINDS)[number];

export interface DiscriminationPlan extends Readonly<Record<DiscriminatorKind, DiscriminatorPlan>> {
  readonly engageAbove_prob: number;
  readonly priorWarhead_prob: number;
  readonly wideBandRangeError_m: number;
}

/** See docs/models/covariance-tracker.md; the sentences are those of tracker-quantities.ts. */
export interface CovarianceTrackerPlan {
  readonly model: 'covariance';
  readonly latency_s: number;
  readonly priorPosition_m: number;
  readonly priorVelocity_mps: number;
  readonly boostMismatch_mps2: number;
  readonly boostMismatchLasts_s: number;
  readonly manoeuvre_mps2: number;
  readonly manoeuvreLasts_s: number;
  readonly biasShare: number;
  readonly associationGate: number;
  readonly misassociation_prob: number;
  readonly overHorizonError_m: number;
  readonly airTrackerError_m: number;
  readonly handOver_s: number;
  readonly discrimination: DiscriminationPlan;
}

export type TrackerPlan = DelayTrackerPlan | CovarianceTrackerPlan;

/** Error of the flight azimuth that a forecast from a class template adds by itself: the covariance tracker has it in its velocities. */
export const headingError_rad = (tracker: TrackerPlan): number => (tracker.model === 'delay' ? tracker.azimuthError_rad : 0);
