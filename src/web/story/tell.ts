/**
 * The story of one missile in plain words, from the events and decisions of a replay: when it was seen and by what, when
 * the defence was allowed to fire, who could have reached it, who was chosen and why, and the link that broke.
 */
import { missileOf, objectName } from '../answer/object-names.js';
import { phrase, titleOf } from '../answer/titles.js';
import { CAUSE_WORDS, marginText } from '../../figures/words/cause-words.js';
import type { Decision, Replay, ReplayMissile, RunEvent } from '../../engine/record/record.js';
import { countText } from '../../figures/numbers.js';
import { clockText, durationText } from '../../figures/words/time-words.js';

export interface Step {
  readonly title: string;
  readonly t_s: number | null;
  readonly text: string;
}

export interface Story {
  readonly missile: ReplayMissile;
  readonly title: string;
  /** One line: how it ended. */
  readonly outcome: string;
  /** For a missile that got through: the cause, the field's term, the broken link and by how much. */
  readonly cause: { readonly plain: string; readonly term: string; readonly link: string; readonly margin: string } | null;
  readonly steps: readonly Step[];
  readonly decisions: readonly Decision[];
  readonly events: readonly RunEvent[];
}

/** What happens to a missile happens to all on board. */
const isAbout = (target: string, key: string): boolean => target === key || target === missileOf(key);

export function tellStory(replay: Replay, key: string): Story | null {
  const missile = replay.missiles.find((candidate) => candidate.key === key);
  if (missile === undefined) return null;
  const events = replay.events.filter((event) => isAbout(event.target, key));
  const decisions = replay.decisions.filter((decision) => isAbout(decision.target, key));
  const later = [...releaseFromBusStep(missile), ...releaseSteps(missile, events), ...choiceSteps(decisions), ...shotSteps(replay, missile)].sort((a, b) => (a.t_s ?? 0) - (b.t_s ?? 0));
  const steps = [launchStep(missile), seenStep(missile, events), reachStep(replay, missile, events), ...later, endStep(missile)];
  return {
    missile, title: `${objectName(replay, key).title} to ${titleOf(missile.target)}`, outcome: outcomeText(missile),
    cause: missile.fate === 'leaked' && missile.cause !== '' ? { ...CAUSE_WORDS[missile.cause], link: phrase(missile.link), margin: marginText(missile) } : null,
    steps, decisions, events,
  };
}

function launchStep(missile: ReplayMissile): Step {
  const boost_s = missile.burnout_s - missile.launch_s;
  return { title: 'Launched', t_s: missile.launch_s, text: boost_s > 0 ? `Its engines burn for ${durationText(boost_s)}.` : 'An engine drives it all the way; it has no boost to be seen.' };
}

/** A warhead or decoy that leaves its missile after the boost. */
function releaseFromBusStep({ isDecoy, launch_s, burnout_s, released_s, end_s }: ReplayMissile): Step[] {
  if (released_s <= burnout_s || released_s > end_s) return [];
  return [{ title: 'Set free', t_s: released_s, text: `As a ${isDecoy ? 'decoy' : 'warhead'} of its own, ${durationText(released_s - launch_s)} after launch.` }];
}

function seenStep(missile: ReplayMissile, events: readonly RunEvent[]): Step {
  const sightings = events.filter((event) => event.kind === 'sighting');
  const [first] = sightings;
  if (first === undefined) return { title: 'Never seen', t_s: null, text: 'No sensor of this shield saw it.' };
  const others = new Set(sightings.map((event) => event.by).filter((by) => by !== first.by)).size;
  return { title: 'Seen', t_s: first.t_s, text: `First by ${phrase(first.by)}, ${durationText(first.t_s - missile.launch_s)} after launch${others === 0 ? '' : `; later by ${countText(others)} more`}.` };
}

function releaseSteps(missile: ReplayMissile, events: readonly RunEvent[]): Step[] {
  const releases = events.filter((event) => event.kind === 'release');
  if (releases.length === 0) return [{ title: 'Never released', t_s: null, text: 'No layer was allowed to fire at it: the evidence its rule asks for did not come in time.' }];
  return releases.map((event) => ({
    title: 'Allowed to fire', t_s: event.t_s,
    text: `${capital(layerTitle(event.layer))}, ${durationText(event.t_s - missile.launch_s)} after launch${event.t_s > missile.burnout_s ? ', after its engines had burned out' : ''}.`,
  }));
}

function reachStep(replay: Replay, missile: ReplayMissile, events: readonly RunEvent[]): Step {
  if (!events.some((event) => event.kind === 'sighting')) return { title: 'In reach', t_s: null, text: 'As nobody knew of it, nobody could be sent.' };
  const windows = replay.inReach.filter((reach) => isAbout(reach.target, missile.key));
  const satellites = new Set(windows.map((reach) => `${reach.layer} ${reach.satellite}`)).size;
  if (satellites === 0) return { title: 'In reach', t_s: null, text: replay.shells.length === 0 ? 'This shield has no satellites.' : 'No satellite could have met it, even if sent at the moment it was first seen.' };
  const release = events.filter((event) => event.kind === 'release').reduce((earliest, event) => Math.min(earliest, event.t_s), Infinity);
  const left = new Set(windows.filter((reach) => reach.to_s >= release).map((reach) => `${reach.layer} ${reach.satellite}`)).size;
  const last = windows.reduce((latest, reach) => Math.max(latest, reach.to_s), 0);
  return { title: 'In reach', t_s: null, text: `${countText(satellites)} ${satellites === 1 ? 'satellite' : 'satellites'} could have met it if sent at once; ${countText(left)} still could when firing was allowed. The last chance was at ${clockText(last)}.` };
}

function choiceSteps(decisions: readonly Decision[]): Step[] {
  const chosen = decisions.filter((decision) => decision.shooter !== '');
  const refused = decisions.filter((decision) => decision.shooter === '');
  const steps = chosen.map((decision): Step => {
    const other = decision.alternatives[0];
    return { title: 'Chosen', t_s: decision.t_s, text: `${capital(phrase(decision.shooter))}: it ${decision.reason}.${other === undefined ? ' There was no other.' : ` Not ${phrase(other.shooter)}: it ${other.reason}.`}` };
  });
  // The same refusal comes back at every decision until something changes: told once, with how often.
  const byReason = new Map<string, Decision[]>();
  for (const decision of refused) byReason.set(`${decision.layer} ${decision.reason}`, [...(byReason.get(`${decision.layer} ${decision.reason}`) ?? []), decision]);
  for (const same of byReason.values()) {
    const [first] = same;
    if (first !== undefined) steps.push({ title: 'Nobody sent', t_s: first.t_s, text: `${capital(phrase(first.layer))}: ${first.reason}${same.length > 1 ? ` (${countText(same.length)} times)` : ''}.` });
  }
  return steps;
}

function shotSteps(replay: Replay, missile: ReplayMissile): Step[] {
  return replay.shots.filter((shot) => isAbout(shot.target, missile.key)).map((shot) => ({
    title: shot.result === 'kill' ? 'Hit' : 'Not hit', t_s: shot.intercept_s,
    text: `${capital(phrase(shot.shooter))} ${RESULT_WORDS[shot.result]}, ${durationText(shot.intercept_s - shot.commit_s)} after it was sent.`,
  }));
}

function endStep(missile: ReplayMissile): Step {
  const title = missile.fate === 'leaked' ? 'Got through' : missile.fate === 'killed' ? 'Stopped' : missile.fate === 'harmless' ? 'Came down' : missile.fate === 'disrupted' ? 'Stopped' : 'Failed';
  return { title, t_s: missile.end_s, text: outcomeText(missile) };
}

function outcomeText(missile: ReplayMissile): string {
  const after = durationText(missile.end_s - missile.launch_s);
  if (missile.fate === 'harmless') return `It was a decoy: it came down ${after} after launch and did no harm.`;
  if (missile.fate === 'failed') return `It failed by itself ${after} after launch.`;
  if (missile.fate === 'disrupted') return `It was stopped ${after} after launch without an interceptor, as the scenario states.`;
  if (missile.fate === 'killed') return `It was stopped by ${layerTitle(missile.killedBy)} ${after} after launch.`;
  return `It reached ${titleOf(missile.target)} ${after} after launch.`;
}

const RESULT_WORDS: Readonly<Record<RunEvent['result'], string>> = {
  '': 'had no result', kill: 'hit it', miss: 'missed', commonMode: 'failed for a reason shared with other shots', mispredicted: 'could not correct a wrong prediction',
  shortfall: 'hit it, but the payload still fell on defended land', targetAlreadyGone: 'came too late: it was gone already',
};

export const layerTitle = (name: string): string => (name === '' ? 'the shield' : name === 'space' || name === 'ground' ? `the ${name} layer` : phrase(name));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
