/**
 * G3: satellites of a shell of 7,800 within 1,000 km of each of 2,000 places, at 1,440 epochs of a day, end to end with the
 * positions, beside scipy's cKDTree (tree of the places, made once; counts of each satellite's neighbours summed over). Equal answers
 * first: our counts against every pair measured, and the sums against scipy's. Beside it how time grows from 1,000
 * satellites to 20,000, and the memory that a day of these takes.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { EARTH_RATE_RADPS } from '../src/kernel/constants.js';
import { shellMotion } from '../src/models/constellation/walker.js';
import type { BenchmarkResult } from './benchmark.js';
import { startPython } from './python-peer.js';
import { countEpochs, DAY_EPOCHS as EPOCHS, EARTH_M, PLACES, places, REACH_M, SHELLS, startDay, STEP_S } from './reach-day.js';
import { roundRobin } from './rounds.js';

const SHELL = SHELLS[7_800], SATELLITES = 7_800, ROUNDS = 5;
const PEER_EPOCHS = 144, COMPARED_EPOCHS = 20, GROWTH_EPOCHS = 360;

const scipyProgram = (radius_m: number, latitudeRate_radps: number, nodeRate_radps: number): string => `
import sys
import numpy as np, scipy
from scipy.spatial import cKDTree
i = np.arange(${PLACES})
pz = 1 - (2 * i + 1) / ${PLACES}
pa = np.sqrt(1 - pz * pz)
angle = i * np.pi * (3 - np.sqrt(5))
places = ${EARTH_M} * np.stack([pa * np.cos(angle), pa * np.sin(angle), pz], axis=1)
planes, per_plane = ${SHELL.planes_count}, ${SHELL.perPlane_count}
plane, slot = np.repeat(np.arange(planes), per_plane), np.tile(np.arange(per_plane), planes)
node0 = plane * (2 * np.pi / planes)
u0 = plane * (2 * np.pi / (planes * per_plane)) + slot * (2 * np.pi / per_plane)
ci, si = np.cos(${SHELL.inclination_rad}), np.sin(${SHELL.inclination_rad})
def satellites(t):
    n, u = node0 + (${nodeRate_radps} - ${EARTH_RATE_RADPS}) * t, u0 + ${latitudeRate_radps} * t
    cn, sn, cu, su = np.cos(n), np.sin(n), np.cos(u), np.sin(u)
    return ${radius_m} * np.stack([cn * cu - sn * su * ci, sn * cu + cn * su * ci, su * si], axis=1)
def by_places(t):
    return cKDTree(satellites(t)).query_ball_point(places, ${REACH_M}, return_length=True)
tree = cKDTree(places)
def by_pairs(t):
    pairs = cKDTree(satellites(t)).sparse_distance_matrix(tree, ${REACH_M}, output_type='ndarray')
    return np.bincount(pairs['j'], minlength=${PLACES})
def by_lists(t):
    near = tree.query_ball_tree(cKDTree(satellites(t)), ${REACH_M})
    return np.array([len(one) for one in near])
import time
def cost(way):
    way(0.0)
    started = time.perf_counter()
    for e in range(3): way(e * 60.0)
    return time.perf_counter() - started
best = min((by_places, by_pairs, by_lists), key=cost)
for line in sys.stdin:
    total = 0
    for epoch in range(int(line)):
        total += int(best(epoch * ${STEP_S}.0).sum())
    print(total, scipy.__version__, best.__name__, flush=True)
`;

export async function runReachCounts(): Promise<BenchmarkResult> {
  const motion = shellMotion(SHELL), different = differentCounts(), ours = countEpochs(SHELL, COMPARED_EPOCHS);
  const peer = startPython(scipyProgram(motion.radius_m, motion.latitudeRate_radps, motion.nodeRate_radps), ['numpy', 'scipy.spatial']);
  const [theirs = '', version = '', way = ''] = peer === undefined ? [] : (await peer.ask(String(COMPARED_EPOCHS))).split(' ');
  const pairs = SATELLITES * PLACES;
  const rates = await roundRobin(
    [
      { name: 'ours', work: () => { countEpochs(SHELL, EPOCHS); return EPOCHS * pairs; } },
      ...(peer === undefined ? [] : [{ name: 'scipy', work: async () => { await peer.ask(String(PEER_EPOCHS)); return PEER_EPOCHS * pairs; } }]),
    ],
    ROUNDS,
  );
  peer?.close();
  const [few, many] = await roundRobin(([1_000, 20_000] as const).map((satellites) => ({ name: String(satellites), work: () => { countEpochs(SHELLS[satellites], GROWTH_EPOCHS); return GROWTH_EPOCHS; } })), ROUNDS);
  const growth = (few?.median ?? NaN) / (many?.median ?? NaN), peak_MB = Number(execFileSync(process.execPath, [fileURLToPath(new URL('reach-day.js', import.meta.url))], { encoding: 'utf8' }));
  const own = rates[0]?.median ?? NaN, other = peer === undefined ? null : (rates[1]?.median ?? null);
  return {
    id: 'G3', title: '7,800 satellites within reach of 2,000 places', ours: own / 1e9, peer: other === null ? null : other / 1e9, ratio: other === null ? null : own / other,
    unit: 'thousand million pairs/s', rounds: ROUNDS,
    notes: `a day of ${EPOCHS} epochs takes ${((EPOCHS * pairs) / own).toFixed(2)} s; ${different} counts of ${COMPARED_EPOCHS * PLACES} differ from measuring every pair` +
      `${peer === undefined ? '; scipy not found, 7.4 s recorded on another machine' : `; sum over ${COMPARED_EPOCHS} epochs ${ours}, scipy ${version} ${theirs} (${way})`} (must 4, goal 6); 20,000 satellites take ${growth.toFixed(1)} times as long as 1,000 (at most 6), and a day of them at most ${peak_MB.toFixed(0)} MB, Node's own included (at most 250)`,
  };
}

function differentCounts(): number {
  const { x, y, z, counts, look } = startDay(SHELL);
  let different = 0;
  for (let epoch = 0; epoch < COMPARED_EPOCHS; epoch++) {
    look(epoch);
    for (let p = 0; p < PLACES; p++) {
      let near = 0;
      for (let i = 0; i < SATELLITES; i++) {
        const dx = (x[i] ?? NaN) - (places[3 * p] ?? NaN), dy = (y[i] ?? NaN) - (places[3 * p + 1] ?? NaN), dz = (z[i] ?? NaN) - (places[3 * p + 2] ?? NaN);
        if (dx * dx + dy * dy + dz * dz <= REACH_M * REACH_M) near++;
      }
      if (near !== counts[p]) different++;
    }
  }
  return different;
}
