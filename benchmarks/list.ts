/**
 * All benchmarks, in the order of the targets. A new one is a file here that exports `run`, and a line below:
 *   { id: 'G4', title: 'Benchmark flight', run: runFlight }
 */
import type { Benchmark } from './benchmark.js';
import { runWalkerPositions } from './g2-walker-positions.js';
import { runReachCounts } from './g3-reach-counts.js';
import { run as runFlight, TITLE as FLIGHT_TITLE } from './g4-ballistic-flight.js';
import { runAssignment } from './g6-assignment.js';
import { runOutcomeSampling } from './g7-outcome-sampling.js';
import { runTwoWorkers } from './g8-two-workers.js';
import { COVARIANCE_TITLE, run as runRaid, runCovariance, TITLE as RAID_TITLE } from './g9-reference-raid.js';

export const BENCHMARKS: readonly Benchmark[] = [
  { id: 'G2', title: 'Walker positions', run: runWalkerPositions },
  { id: 'G3', title: 'Reach counts', run: runReachCounts },
  { id: 'G4', title: FLIGHT_TITLE, run: runFlight },
  { id: 'G6', title: 'Assignment', run: runAssignment },
  { id: 'G7', title: 'Outcome sampling', run: runOutcomeSampling },
  { id: 'G8', title: 'Two workers', run: runTwoWorkers },
  { id: 'G9', title: RAID_TITLE, run: runRaid },
  { id: 'G9b', title: COVARIANCE_TITLE, run: runCovariance },
];
