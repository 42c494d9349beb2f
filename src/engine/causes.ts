/**
 * Why a missile got through: the link of the chain that broke, and by how much. Worked out after the run, from the truth:
 * which shooters could have met it, and until when they could have been committed.
 * The layer that came nearest to stopping it gives the cause.
 */
import { copyAscent, raiseToFloor } from './believe.js';
import type { Track } from './believe.js';
import { placeShell } from './decide-space.js';
import type { Geometry } from './geometry.js';
import { LEAK_CAUSES } from './record.js';
import type { LeakCause } from './record.js';
import type { ShellSearch } from './shell-search.js';
import { RESULT } from './world.js';
import type { World } from './world.js';

export interface Finding {
  cause: LeakCause;
  /** Index in LEAK_CAUSES. */
  code: number;
  /** Group whose link broke, −1 when no layer came into it. */
  group: number;
  /** How much was missing (negative) or to spare, in `marginUnit`. */
  margin: number | null;
  marginUnit: 's' | 'm/s' | 'shots' | '';
  /** It was hit, but so late that the payload still falls on defended land. */
  isShortfall: boolean;
  /** A radar that could have seen it followed as many objects as it can. */
  wasRadarFull: boolean;
}

export function createFinding(): Finding {
  return { cause: 'notDetected', code: 0, group: -1, margin: null, marginUnit: '', isShortfall: false, wasRadarFull: false };
}

export function findCause(geometry: Geometry, searches: readonly (ShellSearch | null)[], track: Track, world: World, m: number, finding: Finding): void {
  const { belief } = world;
  finding.wasRadarFull = belief.radarFull[m] === 1;
  if (belief.sighted_s[m] === Infinity) return set(finding, 'notDetected', -1, null, '');
  const { lead } = geometry.linked.missiles[m];
  if (causeFromShots(world, m, lead, finding)) return;
  const { groups } = geometry.linked;
  let best = -Infinity;
  set(finding, groups.length === 0 ? 'noShooterInReach' : 'notTracked', -1, null, '');
  for (let g = 0; g < groups.length; g++) {
    const isSpace = groups[g].kind === 'space';
    const evidence_s = world.evidence_s[m * groups.length + g], release_s = world.release_s[m * groups.length + g];
    const latest_s = geometry.linked.holdsFire?.[m * groups.length + g] === 1 ? -Infinity : isSpace ? latestSpaceCommit_s(geometry, searches, track, world, m, g) : latestGroundCommit_s(geometry, world, m, g);
    // Rank layers by how late they were: a layer whose rule was never met ranks below every other.
    const margin_s = latest_s - (release_s < Infinity ? release_s : 1e9);
    if (margin_s < best) continue;
    best = margin_s;
    if (latest_s === -Infinity) set(finding, 'noShooterInReach', g, null, '');
    else if (evidence_s === Infinity) set(finding, 'notTracked', g, null, '');
    else if (latest_s < belief.sighted_s[m]) set(finding, 'noShooterInReach', g, latest_s - belief.sighted_s[m], 's');
    else if (latest_s < evidence_s) set(finding, 'tooLate', g, latest_s - evidence_s, 's');
    else if (latest_s < release_s) set(finding, 'authorityTooSlow', g, margin_s, 's');
    else if (belief.unarmed[isSpace ? lead : m] === 1) set(finding, isSpace ? 'assignedElsewhere' : 'magazineEmpty', g, margin_s, 's');
    else set(finding, 'mispredicted', g, margin_s, 's');
  }
}

function set(finding: Finding, cause: LeakCause, group: number, margin: number | null, marginUnit: Finding['marginUnit']): void {
  finding.cause = cause;
  finding.code = LEAK_CAUSES.indexOf(cause);
  finding.group = group;
  finding.margin = margin;
  finding.marginUnit = marginUnit;
  finding.isShortfall = false;
}

/** Shots were fired and none stopped it: the last link is what became of them. Luck counts before wrong prediction. */
function causeFromShots(world: World, m: number, lead: number, finding: Finding): boolean {
  const { orders } = world;
  let shots = 0, missed = 0, common = 0, late = 0, wrong = 0, group = -1, lateMargin = 0, wrongMargin = 0, wrongShot = -1;
  for (let i = 0; i < orders.count; i++) {
    // Shots in boost are ordered at the lead and concern all on board.
    if (orders.target[i] !== (orders.satellite[i] >= 0 ? lead : m)) continue;
    shots++;
    group = orders.group[i];
    switch (orders.result[i]) {
      case RESULT.miss: missed++; break;
      case RESULT.commonMode: common++; break;
      case RESULT.shortfall: late++; lateMargin = orders.margin[i]; break;
      case RESULT.mispredicted: wrong++; wrongMargin = orders.margin[i]; wrongShot = i; break;
    }
  }
  if (shots === 0) return false;
  if (common > 0) set(finding, 'commonMode', group, common, 'shots');
  else if (missed > 0) set(finding, 'missed', group, missed, 'shots');
  else if (late > 0) {
    set(finding, 'tooLate', group, lateMargin, 's');
    finding.isShortfall = true;
  } else if (wrong > 0) set(finding, 'mispredicted', group, wrongMargin, isAfterBurnout(world, wrongShot) ? 's' : 'm/s');
  else return false;
  return true;
}

const isAfterBurnout = (world: World, shot: number): boolean => world.orders.satellite[shot] >= 0 && world.orders.intercept_s[shot] > world.truth.burnout_s[world.orders.target[shot]];

/** Latest moment at which some satellite of the group, armed or not, could have been committed and met it. */
function latestSpaceCommit_s(geometry: Geometry, searches: readonly (ShellSearch | null)[], track: Track, world: World, m: number, g: number): number {
  const { truth } = world;
  const ascent = geometry.trajectories[truth.attack[m]][truth.aim[m]].variants[truth.variant[m]].ascent;
  const launch_s = truth.launch_s[m];
  let latest_s = -Infinity;
  for (const e of geometry.linked.groups[g].elements) {
    const search = searches[e], plan = geometry.linked.elements[e].plan;
    if (search === null || plan.kind !== 'space') continue;
    copyAscent(ascent, 0, track);
    raiseToFloor(track.stretch, plan.interceptor.floor_m);
    placeShell(search, world, e, launch_s);
    search.gather(track.stretch, 0);
    search.scan(track.stretch, 0);
    for (let i = 0; i < search.count; i++) if (launch_s + search.latestCommit_s[i] > latest_s) latest_s = launch_s + search.latestCommit_s[i];
  }
  return latest_s;
}

function latestGroundCommit_s(geometry: Geometry, world: World, m: number, g: number): number {
  const { truth } = world;
  let latest_s = -Infinity;
  for (const e of geometry.linked.groups[g].elements) {
    const windows = geometry.windows[truth.attack[m]][truth.aim[m]][e];
    if (windows !== null) latest_s = Math.max(latest_s, truth.launch_s[m] + windows[truth.variant[m]].lastCommit_s);
  }
  return latest_s;
}
