/** Answers the chapter: who sees what and is told when, by the same studies as `cupola warn`, `cover` and `incidents`. */
import '../no-eval.js';
import { readCatalogue, type Catalogue } from '../../scenario/catalogue.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { AttackPlan, Plan } from '../../scenario/plan/plan.js';
import { satellites_count } from '../../scenario/plan/sensor-plan.js';
import { coverPlan, type CoverPlanAnswer, type CoverWatch } from '../../studies/cover/plan-cover.js';
import { phasesOf, soughtTarget } from '../../studies/cover/sought-target.js';
import { everyGroup, sensorsNamed, type SensorGroup } from '../../studies/sensor-groups.js';
import { warnAnswer, type WarnAnswer } from '../../studies/warn/plan-warn.js';
import { answerWarnJob, createWarnCache, gatherFlights, warnJobs } from '../../studies/warn/warn-job.js';
import { warningRules } from '../../studies/warning-logic/incident-case.js';
import { playIncident } from '../../studies/warning-logic/play-incident.js';
import { variantRates } from '../../studies/warning-logic/rates.js';
import type { Cast, Coverage, Incidents, SystemChoice, Watched, WatchReply, WatchRequest } from './messages.js';
import { problemWords } from '../../scenario/text/problem.js';
import { yearOverrides, type Settings } from './settings.js';

/** As the commands do it by default, in fewer cells and longer steps for the page. */
const DAY_S = 86_400, LEAD_LAUNCHES = 24, CITY_LAUNCHES = 6, SEED = 1, VARIANTS = 900;
const WATCH: CoverWatch = { duration_s: DAY_S, step_s: 120, cells: 6000, launches: 12 };
const LOSS_WATCH: CoverWatch = { duration_s: DAY_S, step_s: 600, cells: 2000, launches: 0 };

let catalogue: Catalogue | undefined;
let incidents: Incidents | undefined;
const cache = createWarnCache();

self.onmessage = ({ data }: MessageEvent<WatchRequest>): void => {
  try {
    if (data.catalogue !== undefined) catalogue = readCatalogue(data.catalogue);
    if (catalogue === undefined) throw new Error('the catalogue has not been sent');
    answer(data, catalogue);
  } catch (error) {
    tell(data.id, { none: error instanceof Error ? error.message : String(error), doing: '', done: 1 });
  }
};

const tell = (id: number, news: Watched): void => self.postMessage({ id, ...news } satisfies WatchReply);

function answer({ id, text, fileName, overrides, settings }: WatchRequest, data: Catalogue): void {
  const say = (news: Watched): void => tell(id, news);
  say({ doing: 'scenario', done: 0.02 });
  const result = compileText(text, fileName, data, [...overrides, ...yearOverrides(settings)]);
  if (!result.ok) return say({ none: problemWords(result.problems), doing: '', done: 1 });
  const { plan } = result.compiled, flights = flightsOf(plan), lead = flights[Math.min(settings.flight, flights.length - 1)];
  if (lead === undefined) return say({ none: 'Nothing is launched in this scenario.', doing: '', done: 1 });
  say({ cast: castOf(plan, flights, lead), doing: 'the warning', done: 0.05 });
  const watched = withoutNamed(plan, settings);
  if (watched.sensors.length === 0) return say({ none: 'No sensor is left: nobody sees or warns.', doing: '', done: 1 });
  const alone: Plan = { ...watched, attacks: [{ ...lead.attack, targets: [lead.to] }] }, groups = systemsAndNations(watched);
  const warn = warned(alone, LEAD_LAUNCHES, groups);
  if (warn === null) return say({ none: 'This flight does not reach its target.', doing: '', done: 1 });
  say({ warn, doing: 'the warning at each city', done: 0.2 });
  const cities = watched.defended.places.length === 0 ? null : warned({ ...watched, attacks: [{ ...lead.attack, targets: [...watched.defended.places] }] }, CITY_LAUNCHES, []);
  say({ ...(cities === null ? {} : { cities }), doing: 'the warning logic', done: 0.25 });
  incidents ??= playAll(data);
  say({ incidents, doing: 'who sees what over a day', done: 0.3 });
  const target = soughtTarget(lead.attack, phasesOf(lead.attack)[0] ?? 'boost');
  const question = { plan: alone, target, land: data.territories };
  const cover = coverPlan({ ...question, watch: WATCH, groups: [] }, (done, total) => { if (done % 90 === 0) say({ doing: 'who sees what over a day', done: 0.3 + (0.4 * done) / total }); });
  say({ coverage: coverageOf(cover), doing: 'what is lost without each', done: 0.72 });
  const { losses } = coverPlan({ ...question, watch: LOSS_WATCH, groups }, (done, total) => { if (done % 36 === 0) say({ doing: 'what is lost without each', done: 0.72 + (0.28 * done) / (total + 1) }); });
  say({ losses, doing: '', done: 1 });
}

interface LeadFlight {
  readonly attack: AttackPlan;
  readonly to: AttackPlan['targets'][number];
}

/** One for each class, origin and target. */
function flightsOf({ attacks }: Plan): LeadFlight[] {
  const known = new Map<string, LeadFlight>();
  for (const attack of attacks) for (const to of attack.targets) {
    const key = `${attack.threat.name} ${attack.origin.name} ${to.name} ${attack.shape} ${attack.approach}`;
    if (!known.has(key)) known.set(key, { attack, to });
  }
  return [...known.values()];
}

const choiceOf = ({ attack, to }: LeadFlight): Cast['flight'] => ({ missile: attack.threat.name, from: attack.origin.name, to: to.name });

function castOf({ sensors, release }: Plan, flights: readonly LeadFlight[], lead: LeadFlight): Cast {
  const systems = [...new Set(sensors.map(({ system }) => system))].map((name): SystemChoice => {
    const members = sensors.filter(({ system }) => system === name), [first] = members;
    return {
      name, nation: first?.nation ?? '', kind: first?.model ?? '', watchers_count: members.reduce((sum, sensor) => sum + satellites_count(sensor), 0),
      members: members.length > 1 ? members.map((member) => member.name) : [],
    };
  });
  return { flights: flights.map(choiceOf), flight: choiceOf(lead), systems, rules: { space: release.space.evidence, ground: release.ground.evidence } };
}

function withoutNamed(plan: Plan, { without }: Settings): Plan {
  const out = new Set(without.flatMap((name) => sensorsNamed(plan.sensors, name)));
  return { ...plan, sensors: plan.sensors.filter((sensor) => !out.has(sensor)) };
}

/** Single satellites of a system are left out of the table: it has the system. */
function systemsAndNations({ sensors }: Plan): SensorGroup[] {
  const systems = new Set(sensors.map(({ system }) => system));
  return everyGroup(sensors).filter(({ kind, name }) => kind === 'nation' || systems.has(name));
}

function warned(plan: Plan, launches: number, groups: readonly SensorGroup[]): WarnAnswer | null {
  const results = warnJobs(plan, { launches, duration_s: DAY_S, seed: SEED, groups }).map((job) => answerWarnJob(job, cache));
  const { flown, outOfRange } = gatherFlights(results);
  return flown.length === 0 ? null : warnAnswer(flown, outOfRange, launches, groups);
}

function coverageOf({ regions, stereo, custody, sensors, looks, watch, tracks, tally, target }: CoverPlanAnswer): Coverage {
  const shares = (counts: Int32Array): Float32Array => Float32Array.from(counts, (count) => count / looks);
  return { regions, stereo, custody, sensors, looks, watch, tracks, words: target.words, shares: { cells: watch.cells, seen: shares(tally.seen), stereo: shares(tally.stereo) } };
}

function playAll(data: Catalogue): Incidents {
  const { incidents: files } = data.kinds, rules = warningRules(data);
  return {
    rows: Object.entries(files).map(([name, incident]) => ({
      name, title: incident.title, start: incident.start,
      cases: playIncident(incident, rules).map(({ title, expected, story, isAsExpected }) => ({
        title, expected: expected.highest === expected.final ? expected.final : `${expected.highest}, then ${expected.final}`, highest: story.highest, final: story.final, isAsExpected,
      })),
    })),
    rates: variantRates(files, rules, VARIANTS, SEED),
  };
}
