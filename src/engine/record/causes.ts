/**
 * Why a missile got through: the link of the chain that broke, and by how much. Worked out after the run, from the truth:
 * which shooters could have met it, and until when they could have been committed.
 * The layer that came nearest to stopping it gives the cause.
 */
import type { Track } from '../tracks/believe.js';
import type { Geometry } from '../geometry.js';
import { REFUSAL } from '../decide/ground-options.js';
import { LEAK_CAUSES } from './record.js';
import type { LeakCause, MarginUnit } from './record.js';
import type { ShellSearch } from '../reach/shell-search.js';
import { latestCommit_s } from '../reach/true-reach.js';
import { RESULT } from '../world.js';
import type { World } from '../world.js';

export interface Finding {
  cause: LeakCause;
  /** Index in LEAK_CAUSES. */
  code: number;
  /** Group whose link broke, −1 when no layer came into it. */
  group: number;
  /** How much was missing (negative) or to spare, in `marginUnit`. */
  margin: number | null;
  marginUnit: MarginUnit;
  because: Because;
  /** Of the command graph, what was lost that reports or orders went through (`partName`); −1 for nothing. */
  part: number;
  /** A radar that could have seen it followed as many objects as it can. */
  wasRadarFull: boolean;
}

/**
 * What more there is to say of a cause. `shortfall`: hit, but so late that the payload still falls on defended land; `cut`: the
 * command graph was broken; `nation`: its shooters do not fire for where this one falls; `launcher`, `radar`: busy with others;
 * `doctrine`: kept for others; `calledHit`: the look after a miss said hit.
 */
export type Because = '' | 'shortfall' | 'cut' | 'nation' | 'launcher' | 'radar' | 'doctrine' | 'calledHit';

export function createFinding(): Finding {
  return { cause: 'notDetected', code: 0, group: -1, margin: null, marginUnit: '', because: '', part: -1, wasRadarFull: false };
}

export function findCause(geometry: Geometry, searches: readonly (ShellSearch | null)[], track: Track, world: World, m: number, finding: Finding): void {
  const { belief } = world;
  finding.wasRadarFull = belief.radarFull[m] === 1;
  if (belief.sighted_s[m] === Infinity) return finding.wasRadarFull ? set(finding, 'notDetected', -1, -1, 'objects') : set(finding, 'notDetected', -1, null, '');
  const { lead } = geometry.linked.missiles[m];
  if (causeFromShots(world, m, lead, finding)) return;
  const { groups } = geometry.linked;
  let best = -Infinity;
  set(finding, groups.length === 0 ? 'noShooterInReach' : 'notTracked', -1, null, '');
  for (let g = 0; g < groups.length; g++) {
    const slot = m * groups.length + g, release_s = world.release_s[slot], holdsFire = geometry.linked.holdsFire?.[slot] === 1;
    const latest_s = holdsFire ? -Infinity : latestOfGroup_s(geometry, searches, track, world, m, g);
    // Rank layers by how late they were: a layer whose rule was never met ranks below every other.
    const margin_s = latest_s - (release_s < Infinity ? release_s : 1e9);
    if (margin_s < best) continue;
    best = margin_s;
    if (holdsFire) set(finding, 'noShooterInReach', g, null, '', 'nation');
    else findLink(geometry, world, m, g, latest_s, finding);
  }
}

/** The first link of a layer's chain that broke. What never came is measured to the end of the flight: so long after the last useful moment it still had not. */
function findLink(geometry: Geometry, world: World, m: number, g: number, latest_s: number, finding: Finding): void {
  const { belief, truth, cut } = world, { groups } = geometry.linked, slot = m * groups.length + g;
  const evidence_s = world.evidence_s[slot], release_s = world.release_s[slot], never_s = latest_s - truth.end_s[m];
  if (latest_s === -Infinity) set(finding, 'noShooterInReach', g, null, '');
  else if (evidence_s === Infinity) {
    if (finding.wasRadarFull) set(finding, 'notTracked', g, -1, 'objects');
    else set(finding, 'notTracked', g, never_s, 's', cut.length > 0 && cut[slot] >= 0 ? 'cut' : '', cut.length > 0 ? cut[slot] : -1);
  } else if (latest_s < belief.sighted_s[m]) set(finding, 'noShooterInReach', g, latest_s - belief.sighted_s[m], 's');
  else if (latest_s < evidence_s) set(finding, 'tooLate', g, latest_s - evidence_s, 's');
  else if (release_s === Infinity) {
    const broken = world.net?.chainCut[g] ?? -1;
    set(finding, 'authorityTooSlow', g, never_s, 's', broken >= 0 ? 'cut' : '', broken);
  } else if (latest_s < release_s) set(finding, 'authorityTooSlow', g, latest_s - release_s, 's');
  else findRefusal(geometry, world, m, g, latest_s - release_s, finding);
}

/** It might have fired and did not: what refused the shot. */
function findRefusal({ linked: { plan, groups, missiles } }: Geometry, world: World, m: number, g: number, spare_s: number, finding: Finding): void {
  const { belief } = world, slot = m * groups.length + g, isSpace = groups[g].kind === 'space', refusal = world.refusal[slot], margin = world.refusalMargin[slot], short_m = world.trackShort_m[slot] < Infinity ? world.trackShort_m[slot] : 0;
  if (belief.heldAsDecoy[m] === 1 && plan.tracker.model === 'covariance') set(finding, 'misclassified', g, belief.lethal_prob[m] - plan.tracker.discrimination.engageAbove_prob, 'probability');
  // At its best: what the gate would have had to be wider by. While it waits for a better track the window may close.
  else if (short_m > 0 && (refusal === REFUSAL.trackTooPoor || refusal === REFUSAL.outOfReach)) set(finding, 'trackTooPoor', g, -short_m, 'm');
  else if (refusal === REFUSAL.trackTooPoor) set(finding, 'trackTooPoor', g, margin, 'm');
  else if (refusal === REFUSAL.launcherBusy) set(finding, 'assignedElsewhere', g, margin, 's', 'launcher');
  else if (refusal === REFUSAL.radarBusy) set(finding, 'assignedElsewhere', g, margin, 's', 'radar');
  else if (refusal === REFUSAL.heldBack) set(finding, 'assignedElsewhere', g, margin, 's', 'doctrine');
  // Its own shot was what was missing, of however many more.
  else if (belief.unarmed[isSpace ? missiles[m].lead : m] === 1) set(finding, isSpace ? 'assignedElsewhere' : 'magazineEmpty', g, -1, 'shots');
  else set(finding, 'mispredicted', g, spare_s, 's');
}

function set(finding: Finding, cause: LeakCause, group: number, margin: number | null, marginUnit: MarginUnit, because: Because = '', part = -1): void {
  finding.cause = cause;
  finding.code = LEAK_CAUSES.indexOf(cause);
  finding.group = group;
  finding.margin = margin;
  finding.marginUnit = marginUnit;
  finding.because = because;
  finding.part = part;
}

/** Shots were fired and none stopped it: the last link is what became of them. Luck counts before wrong prediction. */
function causeFromShots(world: World, m: number, lead: number, finding: Finding): boolean {
  const { orders } = world;
  let shots = 0, missed = 0, common = 0, late = 0, wrong = 0, called = 0, group = -1, lateMargin = 0, wrongMargin = 0, wrongShot = -1;
  for (let i = 0; i < orders.count; i++) {
    // Shots in boost are ordered at the lead and concern all on board.
    if (orders.target[i] !== (orders.satellite[i] >= 0 ? lead : m)) continue;
    shots++;
    group = orders.group[i];
    if (orders.isCalledHit[i] === 1) called++;
    switch (orders.result[i]) {
      case RESULT.miss: missed++; break;
      case RESULT.commonMode: common++; break;
      case RESULT.shortfall: late++; lateMargin = orders.margin[i]; break;
      case RESULT.mispredicted: wrong++; wrongMargin = orders.margin[i]; wrongShot = i; break;
    }
  }
  if (shots === 0) return false;
  if (common > 0) set(finding, 'commonMode', group, common, 'shots', called > 0 ? 'calledHit' : '');
  else if (missed > 0) set(finding, 'missed', group, missed, 'shots', called > 0 ? 'calledHit' : '');
  else if (late > 0) {
    set(finding, 'tooLate', group, lateMargin, 's', 'shortfall');
  } else if (wrong > 0) set(finding, 'mispredicted', group, wrongMargin, isAfterBurnout(world, wrongShot) ? 's' : 'm/s');
  else return false;
  return true;
}

/** In orbit only: a missile that had burned out already. What a ground interceptor could not correct is a velocity always. */
const isAfterBurnout = (world: World, shot: number): boolean => world.orders.satellite[shot] >= 0 && world.orders.intercept_s[shot] > world.truth.burnout_s[world.orders.target[shot]];

/** Latest moment at which any shooter of the group, armed or not, could have been committed and met it. */
function latestOfGroup_s(geometry: Geometry, searches: readonly (ShellSearch | null)[], track: Track, world: World, m: number, g: number): number {
  let latest_s = -Infinity;
  for (const e of geometry.linked.groups[g].elements) latest_s = Math.max(latest_s, latestCommit_s(geometry, searches, track, world, m, e, 0));
  return latest_s;
}
