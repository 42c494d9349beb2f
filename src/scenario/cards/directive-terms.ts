/**
 * What files of `data/directives` may speak of: ids of requirements, metrics with their units, and the parts of a shield that serve a
 * requirement. A metric is the model's, so its unit stands here; a directive names it and gives the threshold.
 */

/** Requirements of Executive Order 14186, in its own order. */
export const ORDER_IDS = [
  'S2a', 'S2b', 'S2c', '3a', '3a-i', '3a-ii', '3a-iii', '3a-iv', '3a-v', '3a-vi', '3a-vii', '3a-viii', '3b', '3c', '3d-i', '3d-ii', '4-lead', '4a', '4b', '4c',
] as const;

/** Requirements of 10 USC 5501 as amended by P.L. 119-60. */
export const STATUTE_IDS = ['USC-shield', 'USC-ballistic', 'USC-hypersonic', 'USC-cruise', 'USC-other', 'USC-deter', 'USC-response'] as const;

export const REQUIREMENT_IDS = [...ORDER_IDS, ...STATUTE_IDS] as const;
export type RequirementId = (typeof REQUIREMENT_IDS)[number];

/** computable: from the model; parametric: an input whose effect is shown; declarative: documents alone answer it. */
export const REQUIREMENT_KINDS = ['computable', 'parametric', 'declarative'] as const;
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number];

export const METRIC_UNITS = ['share', 'count', 'usd', 's', 'km2'] as const;
export type MetricUnit = (typeof METRIC_UNITS)[number];

export interface Metric {
  readonly unit: MetricUnit;
  /** Which side of the threshold meets the requirement. */
  readonly better: 'higher' | 'lower';
  readonly says: string;
}

const share = (says: string, better: Metric['better'] = 'higher'): Metric => ({ unit: 'share', better, says });

export const METRICS = {
  availability: share('share of the years in which every layer is at its design number'),
  worstCell: share('share of the raid that is stopped, in the worst cell of origin and class'),
  cellsMet: share('share of the cells of origin and class in which enough of the raid is stopped'),
  classStopped: share('share of the raid that is stopped, in the worst cell of the class'),
  traceCoverage: share('share of the requirements that some element of the scenario serves'),
  glideStereo: share('share of gliders\' flights with two or more tracking satellites in view, on the worst corridor'),
  boostStopped: share('share of the raid that is stopped in boost by interceptors in orbit'),
  peopleCovered: share('share of the people of the defended places who live inside a footprint of the under layer'),
  heldInFlight: share('share of the flight from launch to impact in the track of tracking satellites, on the worst corridor'),
  stoppedEarly: share('share of the raid that is stopped before launch or in boost'),
  productionRatio: share('production that can be had over production that is needed'),
  nonKineticGain: share('leakage that the non-kinetic layer takes away'),
  secondStrike: share('own retaliatory warheads that arrive, with the shield over without'),
  changeTo2035: share('largest fall of the share stopped in one cell from the 2025 to the 2035 threat set', 'lower'),
  peoplePlaced: share('share of the people of the listed places who are defended, batteries placed by the planner'),
  partnerGain: share('largest gain from one partner: share of flights held, or of leakage prevented'),
  regionalStopped: share('share of the attack on places of partners that is stopped'),
  diversionLoss: share('rise of homeland leakage when a quarter of ground interceptors goes to allies', 'lower'),
  lifeCycleCost: { unit: 'usd', better: 'lower', says: 'cost over twenty years' },
  documents: { unit: 'count', better: 'higher', says: 'public documents found that answer the task' },
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricName = keyof typeof METRICS;
export const METRIC_NAMES = Object.keys(METRICS) as [MetricName, ...MetricName[]];

/** Parts of a shield, as requirements need them. `interceptors` and `sensors` are any of their kind. */
export const ROLES = {
  'space-interceptors': 'interceptors in orbit',
  'midcourse-interceptors': 'ground or sea interceptors for midcourse (upper layer)',
  'terminal-interceptors': 'terminal batteries (under layer)',
  'ground-interceptors': 'any interceptors on the ground or at sea',
  interceptors: 'any interceptors',
  'infrared-satellites': 'infrared satellites that warn, in geostationary or elliptical orbits',
  'tracking-satellites': 'infrared satellites that track, in low or medium orbits',
  'air-tracking-satellites': 'satellites that track aircraft and cruise missiles',
  'ground-radars': 'radars on the ground or at sea',
  'over-horizon-radars': 'over-the-horizon radars',
  sensors: 'any sensors',
  'partner-elements': 'sensors or shooters of a partner, or on its soil',
  'regional-elements': 'places of a partner that the scenario defends and that are attacked',
  'non-kinetic': 'a non-kinetic effect that the scenario states',
} as const;

export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as [Role, ...Role[]];
