/**
 * The price of automatic release: how often a release rule would commit interceptors at a peaceful launch, by what must have
 * been reported, by how long authority takes, and with or without notices of launches. The decision rests on what is believed at
 * that moment (`believed-threat.ts`), never on what is true. The unit is a run: one launch along every corridor before the same
 * sensors, weighted by how often each corridor is used.
 */
import { createRunLog } from '../../engine/record/log.js';
import { createRunner } from '../../engine/run.js';
import { unrollRings } from '../../engine/flights/shortfall.js';
import { boundedMeanInterval } from '../../kernel/statistics/bounded-mean.js';
import { EARTH_RATE_RADPS } from '../../kernel/constants.js';
import { ephemerisAt } from '../../kernel/flight/ephemeris.js';
import { eciFromEcef } from '../../kernel/earth/frames.js';
import { key32 } from '../../kernel/hash.js';
import { Luck, STREAM } from '../../kernel/random.js';
import { fitOf } from '../../models/command/warning/notice.js';
import type { Notice } from '../../models/command/warning/notice.js';
import { UNMEASURED } from '../../models/command/warning/evidence.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { BallisticThreatPlan, Plan } from '../../scenario/plan/plan.js';
import { headingError_rad } from '../../scenario/plan/tracker-plan.js';
import { createThreatBelief, headingOf_rad, prepareSuspicions, suspectedClasses } from './believed-threat.js';
import type { Observation, Suspicion } from './believed-threat.js';
import type { Corridor, Traffic } from './peaceful-traffic.js';
import { rateOf } from './rates.js';
import type { Rate } from './rates.js';
import { sensorKindOf } from './sensor-kinds.js';

export const RISK_RULES = ['one-infrared', 'two-infrared', 'infrared-and-radar'] as const;
export type RiskRule = (typeof RISK_RULES)[number];

export interface RiskOptions {
  readonly runs: number;
  readonly seed: number;
  readonly delays_s: readonly number[];
  /** Radius and width of directions of every notice. */
  readonly noticeRadius_m: number;
  readonly noticeWidth_rad: number;
  /** A notice holds up a rule that asks for both kinds of sensor for this long at most, one that asks for one kind for good. */
  readonly holdAtMost_s: number;
}

/** A share of launches, weighted by corridor, with the 95 % interval of its mean. */
export interface RiskPoint {
  readonly delay_s: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface RuleRisk {
  readonly rule: RiskRule;
  /** Share of launches for which the rule's evidence is ever reported. */
  readonly evidence: Omit<RiskPoint, 'delay_s'>;
  readonly withoutNotices: readonly RiskPoint[];
  readonly withNotices: readonly RiskPoint[];
}

export interface CorridorRisk {
  readonly site: string;
  readonly title: string;
  readonly perYear: number;
  /** By rule in the order of RISK_RULES, at the shortest delay, without notices. */
  readonly committed: readonly Rate[];
}

export interface RiskAnswer {
  readonly runs: number;
  readonly seed: number;
  readonly suspected: readonly string[];
  readonly launchesPerYear: number;
  readonly rules: readonly RuleRisk[];
  readonly corridors: readonly CorridorRisk[];
}

/** A study that is taken run by run, so that its face can show how far it is and stop it. */
export interface ReleaseRiskStudy {
  /** Runs number `done` of the study; false when none is left. */
  runNext(): boolean;
  /** What the runs so far say. */
  answer(): RiskAnswer;
}

export function createReleaseRisk(plan: Plan, traffic: Traffic, catalogue: Catalogue, options: RiskOptions): ReleaseRiskStudy {
  const { corridors, geometry } = traffic, { runs, seed, delays_s } = options;
  const classes = suspectedClasses(catalogue), judge = createJudge(plan, traffic, classes, options);
  const runner = createRunner(geometry), luck = new Luck(seed), names = geometry.linked.missiles.map(({ name }) => name);
  // By rule: weighted share of each run that meets the evidence; by rule, delay and notices: that commits.
  const evidence = RISK_RULES.map(() => new Float64Array(runs));
  const committed = RISK_RULES.map(() => [false, true].map(() => delays_s.map(() => new Float64Array(runs))));
  const own = corridors.map(() => RISK_RULES.map((): boolean[] => []));
  let done = 0;
  const runNext = (): boolean => {
    if (done >= runs) return false;
    const run = done++, log = createRunLog(geometry);
    runner.run(seed, run, log);
    const reports = sortReports(log.events, names, geometry.linked.plan.sensors);
    corridors.forEach((corridor, c) => {
      const isNotified = luck.uniform(STREAM.peacefulLaunch, run, key32(`${corridor.site}/${corridor.title}`), 0, 0) < corridor.notified_prob;
      RISK_RULES.forEach((rule, r) => {
        const evidence_s = evidenceTime_s(rule, reports[c]);
        if (evidence_s < Infinity) evidence[r][run] += corridor.weight;
        delays_s.forEach((delay_s, d) => {
          const would = judge(luck, run, c, runner.world.truth.variant[c], rule, evidence_s + delay_s, false);
          const does = would && isNotified ? judge(luck, run, c, runner.world.truth.variant[c], rule, evidence_s + delay_s, true) : would;
          if (would) committed[r][0][d][run] += corridor.weight;
          if (does) committed[r][1][d][run] += corridor.weight;
          if (d === 0) own[c][r].push(would);
        });
      });
    });
    return true;
  };
  const point = (values: Float64Array): Omit<RiskPoint, 'delay_s'> => {
    // Weights add up to 1 but for the last digit.
    const { mean, low, high } = boundedMeanInterval(values.subarray(0, done).map((value) => Math.min(value, 1)), undefined);
    return { mean, low, high };
  };
  const answer = (): RiskAnswer => ({
    runs: done, seed, suspected: classes.map(({ name }) => name), launchesPerYear: corridors.reduce((sum, { perYear }) => sum + perYear, 0),
    rules: RISK_RULES.map((rule, r) => ({
      rule, evidence: point(evidence[r]),
      withoutNotices: delays_s.map((delay_s, d) => ({ delay_s, ...point(committed[r][0][d]) })), withNotices: delays_s.map((delay_s, d) => ({ delay_s, ...point(committed[r][1][d]) })),
    })),
    corridors: corridors.map(({ site, title, perYear }, c) => ({ site, title, perYear, committed: own[c].map(rateOf) })),
  });
  return { runNext, answer };
}

interface Reports {
  /** Times at which different sensors of each kind first reported it, in order. */
  readonly infrared_s: readonly number[];
  readonly radar_s: readonly number[];
}

function sortReports(events: readonly { readonly kind: string; readonly t_s: number; readonly target: string; readonly by: string }[], names: readonly string[], sensors: Plan['sensors']): Reports[] {
  const isInfrared = (by: string): boolean => sensorKindOf(by, sensors) === 'infrared';
  return names.map((name) => {
    const own = events.filter(({ kind, target }) => kind === 'report' && target === name);
    const firsts = [...new Set(own.map(({ by }) => by))].map((by) => ({ by, t_s: Math.min(...own.filter((one) => one.by === by).map(({ t_s }) => t_s)) })).sort((a, b) => a.t_s - b.t_s);
    return { infrared_s: firsts.filter(({ by }) => isInfrared(by)).map(({ t_s }) => t_s), radar_s: firsts.filter(({ by }) => !isInfrared(by)).map(({ t_s }) => t_s) };
  });
}

function evidenceTime_s(rule: RiskRule, { infrared_s, radar_s }: Reports): number {
  const [first = Infinity, second = Infinity] = infrared_s, [radar = Infinity] = radar_s;
  return rule === 'one-infrared' ? first : rule === 'two-infrared' ? second : Math.max(first, radar);
}

type Judge = (luck: Luck, run: number, corridor: number, variant: number, rule: RiskRule, at_s: number, isNotified: boolean) => boolean;

/** Whether the rule commits at a moment: the defence believes in a threat, and no notice that it has covers what it sees. */
function createJudge(plan: Plan, { corridors, geometry }: Traffic, classes: readonly BallisticThreatPlan[], options: RiskOptions): Judge {
  const suspicionsAt = prepareSuspicions(classes, plan.defended), believes = createThreatBelief(unrollRings(plan.defended.territory));
  const bySite = new Map<string, Suspicion[]>();
  const suspicions = corridors.map(({ place }) => {
    const known = bySite.get(place.name) ?? suspicionsAt(place);
    bySite.set(place.name, known);
    return known;
  });
  const notices = corridors.map((corridor) => noticeOf(corridor, options)), { missiles } = geometry.linked;
  const fixed = new Float64Array(6), state = new Float64Array(6);
  return function decide(luck, run, c, variant, rule, at_s, isNotified): boolean {
    if (!(at_s < Infinity)) return false;
    const flight = geometry.trajectories[c][0].variants[variant];
    const observed_s = Math.max(0, at_s - plan.tracker.latency_s);
    if (observed_s >= flight.impact_s) return false;
    ephemerisAt(flight.ephemeris, observed_s, fixed);
    eciFromEcef(fixed, EARTH_RATE_RADPS * observed_s, state);
    const azimuthError_rad = headingError_rad(plan.tracker) * luck.normal(STREAM.azimuth, run, missiles[c].missileKey, 0, 0);
    const seen: Observation = { state, observed_s, isBurning: observed_s < flight.burnout_s, azimuthError_rad };
    if (!believes(suspicions[c], seen)) return false;
    if (!isNotified || !isCovered(notices[c], corridors[c], headingOf_rad(geometry.trajectories[c][0].launchAxes, state) + azimuthError_rad)) return true;
    // One notice holds up what both kinds of sensor see for a time, and what one kind sees for good.
    return rule === 'infrared-and-radar' && decide(luck, run, c, variant, rule, at_s + options.holdAtMost_s, false);
  };
}

function noticeOf({ place, azimuth_rad }: Corridor, { noticeRadius_m, noticeWidth_rad }: RiskOptions): Notice {
  return { name: place.name, received_s: -86_400, opens_s: -3600, closes_s: 3600, lat_rad: place.lat_rad, lon_rad: place.lon_rad, radius_m: noticeRadius_m, azimuth_rad, azimuthWidth_rad: noticeWidth_rad, launches_count: 1 };
}

function isCovered(notice: Notice, { place }: Corridor, azimuth_rad: number): boolean {
  return fitOf(notice, { what: 'report', at_s: 0, sensor: '', objects_count: 1, confidence_prob: 1, heading: 'unknown', ...UNMEASURED, lat_rad: place.lat_rad, lon_rad: place.lon_rad, azimuth_rad }, 0) === 'fits';
}
