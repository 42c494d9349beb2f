/** What `cupola cover` prints: how much of the Earth is in view, who holds a flight, who sees how much, and what is missing without whom. */
import type { Provenance } from '../../figures/sentences/citation.js';
import { countText, significantText, toPlace } from '../../figures/numbers.js';
import { textTable, type TextColumn } from '../../figures/text-table.js';
import { durationText, shareText } from '../../figures/words/watch-words.js';
import { fromSi } from '../../kernel/units.js';
import type { CorridorCustody } from '../../studies/cover/corridors.js';
import type { Loss } from '../../studies/cover/losses.js';
import type { CoverPlanAnswer } from '../../studies/cover/plan-cover.js';
import type { RandomLosses, Spread } from '../../studies/cover/random-losses.js';

const left = (head: string): TextColumn => ({ head, align: 'left' });
const right = (head: string): TextColumn => ({ head, align: 'right' });

const orNone = <T>(value: T | null | undefined, words: (value: T) => string): string => (value === null || value === undefined ? '' : words(value));

export function coverHead(answer: CoverPlanAnswer): string {
  const [earth] = answer.regions, { watch } = answer;
  if (earth === undefined) return '';
  return `${answer.target.words}: ${shareText(earth.seen)} of the Earth is in view of one sensor or more, ${shareText(earth.stereo)} of two or more, on average over ${significantText(fromSi(watch.duration_s, 'h'))} h`;
}

export function coverText(answer: CoverPlanAnswer): string[] {
  const { watch } = answer;
  return [
    regionsText(answer),
    answer.stereo.regions.every(({ angle_rad }) => angle_rad === null) ? '' : stereoText(answer),
    answer.custody.length === 0 ? '' : `Custody of a flight from launch to impact, for ${countText(watch.launches)} launches over the watch:\n${custodyText(answer.custody)}`,
    sensorsText(answer),
    lossesText(answer.losses),
    answer.random === null ? '' : randomText(answer.random),
    `Looked every ${significantText(watch.step_s)} s at ${countText(watch.cells)} cells of equal area; gaps are known to one look. In view: half of single looks or more would detect it.`,
  ];
}

function regionsText({ regions }: CoverPlanAnswer): string {
  return textTable(
    [left('where'), right('of the Earth'), right('one or more'), right('two or more'), right('always'), right('never'), right('longest gap'), right('mean gap'), right('comes back')],
    regions.map(({ region, area, seen, stereo, always, never, gap, revisit_s }) => [
      region, shareText(area), shareText(seen), shareText(stereo), shareText(always), shareText(never),
      orNone(gap, ({ longest_s }) => (longest_s === 0 ? 'none' : durationText(longest_s))), orNone(gap, ({ mean_s }) => (mean_s === 0 ? 'none' : durationText(mean_s))), orNone(revisit_s, durationText),
    ]),
  );
}

function stereoText({ stereo }: CoverPlanAnswer): string {
  const metres = (value: number | null): string => orNone(value, (bound_m) => `${significantText(fromSi(bound_m, 'km'), 2)} km`);
  const table = textTable(
    [left('where two infrared satellites look'), right('lines cross at'), right('position known to (half)'), right('to (nine in ten)')],
    stereo.regions.filter(({ angle_rad }) => angle_rad !== null).map(({ region, angle_rad, bound50_m, bound90_m }) => [region, orNone(angle_rad, (angle) => `${toPlace(fromSi(angle, 'deg'), 0)}°`), metres(bound50_m), metres(bound90_m)]),
  );
  return `${table}\nOne standard deviation of the place at one moment, from lines of sight alone (Cramér-Rao), at ${countText(stereo.looks)} looks.`;
}

function custodyText(custody: readonly CorridorCustody[]): string {
  return textTable(
    [left('from'), left('to'), left('missile'), right('flight'), right('seen'), right('by two'), right('first seen'), right('by two'), right('longest gap'), right('hand-overs'), right('delay')],
    custody.map((held) => [
      held.from, held.to, held.missile, durationText(held.flightTime_s), shareText(held.seen.mean), shareText(held.stereo.mean),
      held.firstSeen_s === null ? 'never' : durationText(held.firstSeen_s.median), held.firstStereo_s === null ? 'never' : durationText(held.firstStereo_s.median),
      held.firstSeen_s === null ? '' : held.longestGap_s.most === 0 ? 'none' : durationText(held.longestGap_s.mean), toPlace(held.handOvers.mean, -1), orNone(held.latency_s, durationText),
    ]),
  );
}

function sensorsText({ sensors }: CoverPlanAnswer): string {
  return textTable(
    [left('sensor'), left('kind'), left('nation'), right('satellites or sites'), right('each sees, of the Earth')],
    sensors.map(({ name, kind, nation, watchers_count, each }) => [name, kind, nation, countText(watchers_count), shareText(each)]),
  );
}

function lossesText(losses: readonly Loss[]): string {
  if (losses.length === 0) return '';
  const table = textTable(
    [left('without'), left(''), right('out'), ...(losses[0]?.regions ?? []).map(({ region }) => right(region))],
    losses.map(({ name, kind, watchers_count, regions }) => [name, KIND_WORDS[kind], countText(watchers_count), ...regions.map(({ seen, stereo }) => (seen === 0 && stereo === 0 ? 'nothing' : `${lossText(seen)} / ${lossText(stereo)}`))]),
  );
  return `Lost without it, of time and area in per cent: in view of one or more / of two or more\n${table}`;
}

const KIND_WORDS: Readonly<Record<Loss['kind'], string>> = { sensor: 'sensor', nation: 'nation', degraded: 'mode' };
const lossText = (lost: number): string => (lost === 0 ? '0' : lost < 0.0005 ? 'under 0.1' : toPlace(100 * lost, -1));

function randomText({ lost_count, of_count, draws, looks, regions }: RandomLosses): string {
  const spread = ({ mean, low, high }: Spread): string => `${shareText(mean)} (${shareText(low)} to ${shareText(high)})`, single = ({ p5, p95 }: Spread): string => `${shareText(p5)} to ${shareText(p95)}`;
  const table = textTable(
    [left(`${countText(lost_count)} of ${countText(of_count)} satellites lost`), right('one or more, mean (95 % interval)'), right('single draws, 5th to 95th'), right('two or more, mean (95 % interval)'), right('single draws, 5th to 95th')],
    regions.map(({ region, seen, stereo }) => [region, spread(seen), single(seen), spread(stereo), single(stereo)]),
  );
  return `${table}\n${countText(draws)} draws of which are lost, each counted at ${countText(looks)} looks.`;
}

/** The one JSON document; times in seconds, shares from 0 to 1. */
export function coverDocument(answer: CoverPlanAnswer, provenance: Provenance): Record<string, unknown> {
  const { watch, target, sensors, regions, stereo, custody, losses, random } = answer, [earth] = regions;
  return {
    target: { phase: target.phase, altitude_km: km(target.altitude_m), missile: target.missile },
    hours: fromSi(watch.duration_s, 'h'), step_s: watch.step_s, looks: answer.looks,
    sensors: sensors.map(({ name, system, kind, nation, watchers_count, each }) => ({ name, system, kind, nation, count: watchers_count, eachSees: each })),
    cells: {
      count: watch.cells, seen: earth?.seen ?? null, stereo: earth?.stereo ?? null,
      regions: regions.map(({ region, area, seen, stereo: two, always, never, revisit_s }, r) => ({
        region, area, seen, stereo: two, always, never, revisit_s,
        stereoAngle_deg: degrees(stereo.regions[r]?.angle_rad), bound50_km: km(stereo.regions[r]?.bound50_m), bound90_km: km(stereo.regions[r]?.bound90_m),
      })),
      stereoLooks: stereo.looks,
    },
    gaps: regions.map(({ region, gap }) => ({ region, longest_s: gap?.longest_s ?? null, meanLongest_s: gap?.meanLongest_s ?? null, mean_s: gap?.mean_s ?? null })),
    custody,
    ...(losses.length === 0 ? {} : { losses: losses.map(({ name, kind, watchers_count, regions: lost }) => ({ name, kind, out: watchers_count, regions: lost })) }),
    ...(random === null ? {} : { randomLosses: { lost: random.lost_count, of: random.of_count, draws: random.draws, looks: random.looks, regions: random.regions } }),
    provenance,
  };
}

const km = (value_m: number | null | undefined): number | null => (value_m === null || value_m === undefined ? null : fromSi(value_m, 'km'));
const degrees = (value_rad: number | null | undefined): number | null => (value_rad === null || value_rad === undefined ? null : fromSi(value_rad, 'deg'));
