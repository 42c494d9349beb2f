/**
 * G3: satellites of a shell of 7,800 within 1,000 km of each of 2,000 places, at 1,440 epochs of a day, end to end with the
 * positions, beside scipy's cKDTree (tree of the places, made once; counts of each satellite's neighbours summed over). Equal answers
 * first: our counts against every pair measured, and the sums against scipy's.
 */
import { EARTH_RATE_RADPS } from '../src/kernel/constants.js';
import { createNearCounter } from '../src/kernel/near-counts.js';
import { shellPositions } from '../src/models/constellation/shell-positions.js';
import { shellMotion } from '../src/models/constellation/walker.js';
import type { BenchmarkResult } from './benchmark.js';
import { startPython } from './python-peer.js';
import { roundRobin } from './rounds.js';

const SHELL = { altitude_m: 350_000, inclination_rad: 0.8726646259971648, planes_count: 100, perPlane_count: 78, phasing: 1 };
const SATELLITES = 7_800, PLACES = 2_000, EPOCHS = 1_440, STEP_S = 60, REACH_M = 1e6, ROUNDS = 5;
const PEER_EPOCHS = 144, COMPARED_EPOCHS = 20;
const EARTH_M = 6_378_137;

/** Places even over the globe: a golden spiral. */
const places = new Float64Array(3 * PLACES);
for (let i = 0; i < PLACES; i++) {
  const z = 1 - (2 * i + 1) / PLACES, across = Math.sqrt(1 - z * z), angle = i * Math.PI * (3 - Math.sqrt(5));
  places.set([EARTH_M * across * Math.cos(angle), EARTH_M * across * Math.sin(angle), EARTH_M * z], 3 * i);
}

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
  const motion = shellMotion(SHELL), counts = new Int32Array(PLACES);
  const x = new Float64Array(SATELLITES), y = new Float64Array(SATELLITES), z = new Float64Array(SATELLITES);
  const place = (epoch: number): void => shellPositions(SHELL, motion, 0, 0, epoch * STEP_S, EARTH_RATE_RADPS * epoch * STEP_S, x, y, z);
  const countAll = (epochs: number): number => {
    const counter = createNearCounter(motion.radius_m, REACH_M, places, SATELLITES);
    let total = 0;
    for (let epoch = 0; epoch < epochs; epoch++) {
      place(epoch);
      counter.count(x, y, z, counts);
      for (let p = 0; p < PLACES; p++) total += counts[p] ?? 0;
    }
    return total;
  };
  const different = differentCounts(place, x, y, z, motion.radius_m);
  const ours = countAll(COMPARED_EPOCHS);
  const peer = startPython(scipyProgram(motion.radius_m, motion.latitudeRate_radps, motion.nodeRate_radps), ['numpy', 'scipy.spatial']);
  const [theirs = '', version = '', way = ''] = peer === undefined ? [] : (await peer.ask(String(COMPARED_EPOCHS))).split(' ');
  const pairs = SATELLITES * PLACES;
  const rates = await roundRobin(
    [
      { name: 'ours', work: () => { countAll(EPOCHS); return EPOCHS * pairs; } },
      ...(peer === undefined ? [] : [{ name: 'scipy', work: async () => { await peer.ask(String(PEER_EPOCHS)); return PEER_EPOCHS * pairs; } }]),
    ],
    ROUNDS,
  );
  peer?.close();
  const own = rates[0]?.median ?? NaN, other = peer === undefined ? null : (rates[1]?.median ?? null);
  return {
    id: 'G3', title: '7,800 satellites within reach of 2,000 places', ours: own / 1e9, peer: other === null ? null : other / 1e9, ratio: other === null ? null : own / other,
    unit: 'thousand million pairs/s', rounds: ROUNDS,
    notes: `a day of ${EPOCHS} epochs takes ${((EPOCHS * pairs) / own).toFixed(2)} s; ${different} counts of ${COMPARED_EPOCHS * PLACES} differ from measuring every pair` +
      `${peer === undefined ? '; scipy not found, 7.4 s recorded on another machine' : `; sum over ${COMPARED_EPOCHS} epochs ${ours}, scipy ${version} ${theirs} (${way})`} (must 4, goal 6)`,
  };
}

function differentCounts(place: (epoch: number) => void, x: Float64Array, y: Float64Array, z: Float64Array, radius_m: number): number {
  const counter = createNearCounter(radius_m, REACH_M, places, SATELLITES), counts = new Int32Array(PLACES);
  let different = 0;
  for (let epoch = 0; epoch < COMPARED_EPOCHS; epoch++) {
    place(epoch);
    counter.count(x, y, z, counts);
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
