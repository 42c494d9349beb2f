/** `cupola kill`: how many interceptors a confidence of no leaker takes, and what a number of shots gives (Wilkening's model). */
import { citationLine } from '../../figures/sentences/citation.js';
import { countText, significantText } from '../../figures/numbers.js';
import { textPairs } from '../../figures/text-table.js';
import { type Engagement, type EngagementPlan, planEngagement, type Raid, shotsForConfidence, splitShots, trackNeeded_prob, wholeShots } from '../../models/lethality/wilkening.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { constantsText, printAnswer, type SourceConstant } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput } from '../frame/failures.js';
import type { Flags } from '../frame/flags.js';
import { provenanceOf } from '../frame/provenance.js';

const WILKENING = 'Wilkening, Science & Global Security 8:2, 2000 (seen: secondary)';
/** Confidence of no leaker in Wilkening's examples. */
const DEFAULT_CONFIDENCE = 0.8;
/** No number of shots gives certainty. */
const LARGEST_CONFIDENCE = 0.999999;
/** No failure that the shots at one target share. */
const DEFAULT_TRACK = 1;
const DOCTRINES = ['barrage', 'shoot-look-shoot'];
/** The source lets shots be fractions; stages are split to this share of them. */
const SPLIT_SHARE = 1 / 1000;

export const killCommand: Command = {
  name: 'kill',
  summary: 'interceptors for a confidence of no leaker, or the confidence that shots give',
  usage: ['kill --warheads W --sspk K [--ptrack P] [--confidence C | --shots N] [--doctrine barrage|shoot-look-shoot] [--decoys D]'],
  arguments: [],
  flags: [
    { name: 'warheads', value: 'W', doc: 'in the raid' },
    { name: 'sspk', value: 'K', doc: 'chance that one shot kills, given a good track' },
    { name: 'ptrack', value: 'P', doc: `chance, per target, of what all shots at it share (default ${DEFAULT_TRACK}: nothing shared)` },
    { name: 'confidence', value: 'C', doc: `wanted chance that no warhead leaks (default ${DEFAULT_CONFIDENCE}, Wilkening 2000)` },
    { name: 'shots', value: 'N', doc: 'most shots at one target, instead of finding how many a confidence takes' },
    { name: 'doctrine', value: 'WORD', doc: 'barrage: all at once; shoot-look-shoot: two stages, the second only at what the look calls alive (default barrage)' },
    { name: 'decoys', value: 'D', doc: 'objects in the raid that look like warheads (default 0)' },
  ],
  examples: [
    ['cupola kill --warheads 20 --sspk 0.7 --ptrack 0.99 --confidence 0.8', "Wilkening's case: 113 interceptors"],
    ['cupola kill --warheads 20 --sspk 0.7 --ptrack 0.99 --confidence 0.8 --doctrine shoot-look-shoot', 'the same with a look in between'],
    ['cupola kill --warheads 10 --sspk 0.56 --shots 4', 'four shots each: 96 % per target, 68 % for all ten'],
  ],
  run: kill,
};

interface Request {
  readonly engagement: Engagement;
  readonly raid: Raid;
  readonly doctrine: string;
  readonly confidence: number;
  /** Undefined when it is to be found from the confidence. */
  readonly shots: number | undefined;
}

async function kill({ flags, output, commandLine }: CommandInput): Promise<number> {
  const request = readRequest(flags);
  const shots = request?.shots ?? (request === undefined ? undefined : neededShots(request, flags));
  if (request === undefined || shots === undefined || flags.problems.length > 0) throw new BadInput(flags.problems);
  const plan = planFor(request, shots, false);
  const whole = planFor(request, wholeShots(shots), true);
  const constants: SourceConstant[] = [];
  if (!flags.has('ptrack')) constants.push({ name: 'ptrack', value: DEFAULT_TRACK, source: 'nothing shared between shots at one target' });
  if (!flags.has('confidence') && request.shots === undefined) constants.push({ name: 'confidence', value: DEFAULT_CONFIDENCE, source: WILKENING });
  const provenance = provenanceOf(loadCatalogue(), commandLine);
  if (output.isJson) output.json({ ...requestDocument(request, flags), ...planDocument(plan), whole: planDocument(whole), constants, source: WILKENING, provenance });
  else printAnswer(output, headText(request, plan), [planText(request, plan, whole), constants.length > 0 ? constantsText(constants) : ''], citationLine(provenance));
  return 0;
}

function readRequest(flags: Flags): Request | undefined {
  const warheads_count = flags.integer('warheads', { min: 1, max: 1_000_000 });
  const singleShotKill_prob = flags.number('sspk', { min: 0, max: 1 });
  const track_prob = flags.number('ptrack', { min: 0, max: 1 }) ?? DEFAULT_TRACK;
  const confidence = flags.number('confidence', { min: 0, max: LARGEST_CONFIDENCE }) ?? DEFAULT_CONFIDENCE;
  const decoys_count = flags.integer('decoys', { min: 0, max: 100_000_000 }) ?? 0;
  const shots = flags.integer('shots', { min: 1, max: 1000 });
  const doctrine = flags.text('doctrine') ?? 'barrage';
  if (!DOCTRINES.includes(doctrine)) flags.reject('doctrine', DOCTRINES.join(' or '));
  if (!flags.has('warheads')) flags.reject('warheads', 'a whole number of warheads');
  if (!flags.has('sspk')) flags.reject('sspk', 'a chance from 0 to 1', 'as in --sspk 0.7');
  if (flags.problems.length > 0 || warheads_count === undefined || singleShotKill_prob === undefined) return undefined;
  return { engagement: { singleShotKill_prob, track_prob }, raid: { warheads_count, decoys_count }, doctrine, confidence, shots };
}

function neededShots({ engagement, raid, confidence }: Request, flags: Flags): number | undefined {
  const shots = shotsForConfidence(engagement, raid.warheads_count, confidence);
  if (shots !== undefined) return shots;
  const least = trackNeeded_prob(confidence, raid.warheads_count);
  if (engagement.track_prob <= least) flags.reject('ptrack', `more than ${significantText(least, 6)}`, `no number of shots gives ${significantText(confidence)} for ${countText(raid.warheads_count)} warheads at this ptrack`);
  else flags.reject('sspk', 'more than 0', 'shots that never kill give no confidence');
  return undefined;
}

function planFor({ engagement, raid, doctrine }: Request, shots: number, isWhole: boolean): EngagementPlan {
  const step = isWhole || Number.isInteger(shots) ? 1 : shots * SPLIT_SHARE;
  return planEngagement(engagement, raid, doctrine === 'barrage' ? { first: shots, second: 0 } : splitShots(engagement, shots, step));
}

function requestDocument({ engagement, raid, doctrine, confidence, shots }: Request, flags: Flags): Record<string, unknown> {
  const asked = shots === undefined || flags.has('confidence') ? confidence : null;
  return { doctrine, warheads: raid.warheads_count, decoys: raid.decoys_count, sspk: engagement.singleShotKill_prob, ptrack: engagement.track_prob, confidence: asked };
}

function planDocument({ perTarget, interceptors, atMost, stages, kill_prob, probabilityNoLeaker, expectedLeakers }: EngagementPlan): Record<string, unknown> {
  return { interceptors, perTarget, probabilityNoLeaker, expectedLeakers, killProbability: kill_prob, stages, atMost };
}

function headText({ raid, doctrine }: Request, plan: EngagementPlan): string {
  const decoys = raid.decoys_count > 0 ? ` and ${countText(raid.decoys_count)} ${raid.decoys_count === 1 ? 'decoy' : 'decoys'}` : '';
  const spent = doctrine === 'barrage' ? 'interceptors' : 'interceptors on average';
  return `${significantText(plan.interceptors, 5)} ${spent} against ${countText(raid.warheads_count)} ${raid.warheads_count === 1 ? 'warhead' : 'warheads'}${decoys}, ${doctrine}`;
}

function planText({ doctrine }: Request, plan: EngagementPlan, whole: EngagementPlan): string {
  const stages = ({ first, second }: EngagementPlan['stages']): string => (doctrine === 'barrage' ? '' : `: ${significantText(first)}, then ${significantText(second)} at what is alive`);
  const pairs: [string, string][] = [
    ['Shots per target', `${significantText(plan.perTarget)}${stages(plan.stages)}`],
    ['Kill, per target', significantText(plan.kill_prob, 5)],
    ['No leaker', significantText(plan.probabilityNoLeaker)],
    ['Leakers', `${significantText(plan.expectedLeakers)} on average`],
  ];
  if (doctrine !== 'barrage') pairs.push(['If every look says alive', `${significantText(plan.atMost, 5)} interceptors`]);
  if (whole.perTarget !== plan.perTarget) pairs.push(['In whole shots', `${whole.perTarget} per target${stages(whole.stages)}; ${significantText(whole.interceptors, 5)} interceptors, no leaker ${significantText(whole.probabilityNoLeaker)}`]);
  return textPairs(pairs);
}
