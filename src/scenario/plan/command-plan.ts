/** Rules in a plan: what must be seen before a layer may fire, how shots are given out, and what is taken as stopped before. */

/** What must have been seen before a layer may fire. */
export type Evidence = 'one-infrared' | 'two-infrared' | 'radar' | 'infrared-and-radar';

export interface ReleasePlan {
  readonly evidence: Evidence;
  /** From evidence to permission to fire: people, rules and links. */
  readonly delay_s: number;
}

export interface CommandPlan {
  readonly doctrine: 'barrage' | 'shoot-look-shoot';
  /** Shots a layer may spend on one target. */
  readonly shotsPerTarget: number;
  /** Share of each magazine that is not fired. */
  readonly reserve: number;
  readonly decisionPeriod_s: number;
  /** From an intercept to knowing whether it worked. */
  readonly assessment_s: number;
  readonly prediction: 'template' | 'perfect';
  /** Left out where each object simply gets the earliest intercept. */
  readonly assignment?: 'joint';
  /** Shots at once by what an object threatens, classes ascending; left out where the doctrine alone says how many. */
  readonly salvo?: readonly SalvoPlan[];
  /** Left out where looks make no error. */
  readonly assessmentError?: { readonly hitCalledMiss_prob: number; readonly missCalledHit_prob: number };
  /** Left out where no layer leaves an object to a later one. */
  readonly handOver?: 'after-first-salvo' | 'at-once';
  /** Names of the preferred among the defended places; left out where all count alike. */
  readonly preferred?: readonly string[];
}

/** Objects that threaten at least this many people get so many shots at once. */
export interface SalvoPlan {
  readonly fromPeople_count: number;
  readonly shots: number;
}

/** What is taken as stopped without an interceptor. */
export interface BeforePlan {
  readonly launchPrevented_prob: number;
  readonly nonKinetic_prob: number;
}
