/**
 * G4: ballistic flights per second on our integrator, beside scipy's DOP853 where python3 with scipy is installed, turn
 * by turn in one session. Equal answers come first: our impacts against a ten times tighter run, and against scipy's.
 */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Flyer } from '../src/kernel/flight/flight.js';
import { type BenchmarkImpact, createBenchmarkFlyer, impactDistance_m } from './benchmark-flight.js';
import type { BenchmarkResult } from './benchmark.js';
import { type Contestant, roundRobin } from './rounds.js';

export const TITLE = 'Ballistic flights to impact';
const ROUNDS = 7;
const OUR_FLIGHTS = 5000;
const PEER_FLIGHTS = 100;
/** Flights whose impacts are compared; primes, to meet many combinations of place, direction and pitch. */
const COMPARED = [0, 37, 89, 131, 197, 251, 307, 359];

export async function run(): Promise<BenchmarkResult> {
  const fly = createBenchmarkFlyer();
  const flyTightly = createBenchmarkFlyer(10);
  const ours: Contestant = {
    name: 'ours',
    work: () => {
      for (let index = 0; index < OUR_FLIGHTS; index++) fly(index);
      return OUR_FLIGHTS;
    },
  };
  const impacts = COMPARED.map((index) => fly(index));
  const rightHandSides = impacts.reduce((sum, impact) => sum + impact.rightHandSides, 0) / impacts.length;
  const ownError_m = Math.max(...COMPARED.map((index, i) => impactDistance_m(impactAt(impacts, i), flyTightly(index))));
  const peer = startPeer();
  try {
    const peerError_m = peer === undefined ? 0 : await largestDistance_m(peer, impacts);
    const rates = await roundRobin(peer === undefined ? [ours] : [ours, peer.contestant], ROUNDS);
    const [ourRate, peerRate] = rates;
    const rate = ourRate?.median ?? NaN;
    const notes = [
      `${rightHandSides.toFixed(0)} right-hand sides a flight`,
      `impacts within ${ownError_m.toFixed(2)} m of a ten times tighter run`,
      peer === undefined
        ? 'python3 with scipy is not installed here; recorded on another machine: scipy DOP853 267 flights/s'
        : `within ${peerError_m.toFixed(2)} m of ${peer.version} DOP853 at rtol 1e-9, atol 1e-3`,
      productFlight(),
    ];
    return {
      id: 'G4', title: TITLE, ours: rate, peer: peerRate?.median ?? null, ratio: peerRate === undefined ? null : rate / peerRate.median,
      unit: 'flights/s', rounds: ROUNDS, notes: notes.join('; '),
    };
  } finally {
    peer?.stop();
  }
}

interface Peer {
  readonly contestant: Contestant;
  readonly version: string;
  ask(command: string): Promise<string>;
  stop(): void;
}

function startPeer(): Peer | undefined {
  const probe = spawnSync('python3', ['-c', 'import scipy; print("scipy", scipy.__version__)'], { encoding: 'utf8' });
  if (probe.status !== 0) return undefined;
  // The built code runs from dist/benchmarks; the script stays in place.
  const script = fileURLToPath(new URL('../../benchmarks/g4-ballistic-flight.py', import.meta.url));
  const child: ChildProcessWithoutNullStreams = spawn('python3', [script]);
  child.stderr.pipe(process.stderr);
  const lines: Interface = createInterface({ input: child.stdout });
  const answers = lines[Symbol.asyncIterator]();
  const ask = async (command: string): Promise<string> => {
    child.stdin.write(`${command}\n`);
    const { value, done } = await answers.next();
    if (done === true) throw new Error('the scipy benchmark ended without an answer');
    return value;
  };
  let next = 0;
  const contestant: Contestant = {
    name: 'scipy',
    work: async () => {
      await ask(`rate ${next} ${PEER_FLIGHTS}`);
      next += PEER_FLIGHTS;
      return PEER_FLIGHTS;
    },
  };
  return { contestant, version: probe.stdout.trim(), ask, stop: () => child.stdin.end() };
}

async function largestDistance_m(peer: Peer, impacts: readonly BenchmarkImpact[]): Promise<number> {
  let largest_m = 0;
  for (const [i, index] of COMPARED.entries()) {
    const [lat_rad = NaN, lon_rad = NaN] = (await peer.ask(`impact ${index}`)).split(' ').map(Number);
    largest_m = Math.max(largest_m, impactDistance_m(impactAt(impacts, i), { lat_rad, lon_rad }));
  }
  return largest_m;
}

function impactAt(impacts: readonly BenchmarkImpact[], i: number): BenchmarkImpact {
  const impact = impacts[i];
  if (impact === undefined) throw new RangeError(`no impact ${i}`);
  return impact;
}

/** The product's own flight (real atmosphere, gravity turn) for comparison; not what the ratio is about. */
function productFlight(): string {
  const stage = (thrustVacuum_N: number, propellant_kg: number, dry_kg: number) =>
    ({ thrustVacuum_N, ispVacuum_s: 280, ispSeaLevel_s: 245, propellant_kg, dry_kg, referenceArea_m2: 1.8, coastAfter_s: 2 });
  const missile = {
    stages: [stage(1.04e6, 24_000, 2_960), stage(3.9e5, 8_500, 1_050), stage(1.62e5, 3_500, 480)],
    payload_kg: 800, ballisticCoefficient_kgpm2: 8000, verticalRise_s: 5,
  };
  const launch = { lat_rad: 0.7, lon_rad: 2.2, altitude_m: 0, azimuth_rad: 0.4, kick_rad: 0.75, cutoff_s: Infinity };
  const flyer = new Flyer();
  const count = 2000;
  for (let i = 0; i < count / 4; i++) flyer.fly(missile, launch);
  const started = performance.now();
  for (let i = 0; i < count; i++) flyer.fly(missile, launch);
  const rate = (count * 1000) / (performance.now() - started);
  return `the product's flight (1976 atmosphere, gravity turn): ${rate.toPrecision(3)} flights/s, ${flyer.fly(missile, launch).rightHandSides} right-hand sides`;
}
