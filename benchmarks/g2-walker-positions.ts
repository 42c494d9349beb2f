/**
 * G2: Earth-fixed positions of a Walker shell with the drift of J2, 10,000 satellites at many epochs, streamed epoch by
 * epoch, beside numpy doing the same with whole arrays. Equal answers first: to the direct formula, and to numpy.
 */
import { EARTH_RATE_RADPS } from '../src/kernel/constants.js';
import { shellPositions } from '../src/models/constellation/shell-positions.js';
import { satellitePosition, shellMotion } from '../src/models/constellation/walker.js';
import type { BenchmarkResult } from './benchmark.js';
import { startPython } from './python-peer.js';
import { roundRobin } from './rounds.js';

const SHELL = { altitude_m: 550_000, inclination_rad: 0.925, planes_count: 100, perPlane_count: 100, phasing: 1 };
const SATELLITES = SHELL.planes_count * SHELL.perPlane_count, STEP_S = 60, DAY_S = 86_400, ROUNDS = 7;
/** Enough epochs for a good part of a second each. */
const OUR_EPOCHS = 2_000, PEER_EPOCHS = 400;

const numpyProgram = (radius_m: number, latitudeRate_radps: number, nodeRate_radps: number): string => `
import sys
import numpy as np
radius, latitude_rate, node_rate, earth = ${radius_m}, ${latitudeRate_radps}, ${nodeRate_radps}, ${EARTH_RATE_RADPS}
planes, per_plane = ${SHELL.planes_count}, ${SHELL.perPlane_count}
plane = np.repeat(np.arange(planes), per_plane)
slot = np.tile(np.arange(per_plane), planes)
node0 = plane * (2 * np.pi / planes)
u0 = plane * (${SHELL.phasing} * 2 * np.pi / (planes * per_plane)) + slot * (2 * np.pi / per_plane)
ci, si = np.cos(${SHELL.inclination_rad}), np.sin(${SHELL.inclination_rad})
x, y, z = np.empty(len(plane)), np.empty(len(plane)), np.empty(len(plane))
def place(t):
    # The same node for a whole plane, so its sine and cosine are taken once a plane.
    n = np.arange(planes) * (2 * np.pi / planes) + (node_rate - earth) * t
    cn, sn = np.repeat(np.cos(n), per_plane), np.repeat(np.sin(n), per_plane)
    u = u0 + latitude_rate * t
    cu, su = np.cos(u), np.sin(u)
    np.multiply(radius, cn * cu - (ci * sn) * su, out=x)
    np.multiply(radius, sn * cu + (ci * cn) * su, out=y)
    np.multiply(radius * si, su, out=z)
for line in sys.stdin:
    words = line.split()
    if words[0] == 'at':
        place(float(words[1]))
        i = int(words[2])
        print(repr(float(x[i])), repr(float(y[i])), repr(float(z[i])), flush=True)
    else:
        for epoch in range(int(words[1])):
            place(epoch * ${STEP_S}.0)
        print(np.__version__, flush=True)
`;

export async function runWalkerPositions(): Promise<BenchmarkResult> {
  const motion = shellMotion(SHELL);
  const x = new Float64Array(SATELLITES), y = new Float64Array(SATELLITES), z = new Float64Array(SATELLITES);
  const place = (t_s: number): void => shellPositions(SHELL, motion, 0, 0, t_s, EARTH_RATE_RADPS * t_s, x, y, z);
  const direct_m = largestDifference_m(place, x, y, z);
  const peer = startPython(numpyProgram(motion.radius_m, motion.latitudeRate_radps, motion.nodeRate_radps), ['numpy']);
  let version = '', peerError_m = 0;
  if (peer !== undefined) {
    place(DAY_S);
    for (const i of [0, 137, 4_999, 9_999]) {
      const theirs = (await peer.ask(`at ${DAY_S} ${i}`)).split(' ').map(Number);
      [x, y, z].forEach((column, axis) => (peerError_m = Math.max(peerError_m, Math.abs((column[i] ?? NaN) - (theirs[axis] ?? NaN)))));
    }
  }
  const rates = await roundRobin(
    [
      { name: 'ours', work: () => { for (let epoch = 0; epoch < OUR_EPOCHS; epoch++) place(epoch * STEP_S); return OUR_EPOCHS * SATELLITES; } },
      ...(peer === undefined ? [] : [{ name: 'numpy', work: async () => { version = await peer.ask(`run ${PEER_EPOCHS}`); return PEER_EPOCHS * SATELLITES; } }]),
    ],
    ROUNDS,
  );
  peer?.close();
  const ours = rates[0]?.median ?? NaN, theirs = peer === undefined ? null : (rates[1]?.median ?? null);
  return {
    id: 'G2', title: '10,000 Walker satellites with J2, Earth-fixed', ours: ours / 1e6, peer: theirs === null ? null : theirs / 1e6, ratio: theirs === null ? null : ours / theirs,
    unit: 'million states/s', rounds: ROUNDS,
    notes: `within ${(1e6 * direct_m).toFixed(1)} µm of the direct formula after one day${peer === undefined ? '; numpy not found, 34.5 recorded on another machine' : `, within ${(1e6 * peerError_m).toFixed(1)} µm of numpy ${version}`} (must 1.8, goal 2.0)`,
  };
}

function largestDifference_m(place: (t_s: number) => void, x: Float64Array, y: Float64Array, z: Float64Array): number {
  const motion = shellMotion(SHELL), out = new Float64Array(3);
  place(DAY_S);
  let worst_m = 0;
  for (let i = 0; i < SATELLITES; i++) {
    satellitePosition(SHELL, { ...motion, nodeRate_radps: motion.nodeRate_radps - EARTH_RATE_RADPS }, 0, 0, i, DAY_S, out);
    for (const [column, axis] of [[x, 0], [y, 1], [z, 2]] as const) worst_m = Math.max(worst_m, Math.abs((column[i] ?? NaN) - (out[axis] ?? NaN)));
  }
  return worst_m;
}
