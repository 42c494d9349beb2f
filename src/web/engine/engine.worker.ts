/**
 * The simulator in a Web Worker: compiles scenarios, runs shards, replays single runs. It keeps the catalogue and the
 * charted geometries between jobs. Same code as under Node, and by `kernel/maths` the same bits.
 */
import '../no-eval.js';
import { chart } from '../../engine/geometry.js';
import { replayRun } from '../../engine/record/replay.js';
import { readCatalogue, type Catalogue } from '../../scenario/catalogue.js';
import { changeText } from '../../scenario/text/changed-text.js';
import { compileText } from '../../scenario/compile/compile.js';
import { checkReach } from '../../scenario/meaning/reach.js';
import { createChangeFinder, type ChangeAnswer, type ChangeFinder } from '../../studies/smallest-change/smallest-change.js';
import { createShardCache, runShard } from '../../studies/runs/shard.js';
import { heldBytes } from './held-bytes.js';
import type { ChangeJob, CompileJob, JobReply, JobRequest } from './messages.js';

/**
 * What is kept of earlier questions in each of several workers: a session of edits must not fill the memory of a page. The
 * default question takes 7 MB, a raid of three hundred missiles with several warheads 400.
 */
const MOST_KEPT_BYTES = 150e6;

const cache = createShardCache();
let catalogue: Catalogue | undefined;
let finder: { readonly name: string; readonly finder: ChangeFinder } | undefined;

self.onmessage = (event: MessageEvent<JobRequest>): void => {
  const request = event.data;
  try {
    const output = work(request);
    const transfer = typeof output !== 'string' && 'buffer' in output ? [output.buffer] : [];
    answer({ id: request.id, ok: true, output }, transfer);
  } catch (error) {
    answer({ id: request.id, ok: false, message: error instanceof Error ? error.message : String(error) }, []);
  }
};

function work(request: JobRequest): Extract<JobReply, { ok: true }>['output'] {
  switch (request.kind) {
    case 'compile': return compile(request.input);
    case 'shard':
      if (cache.planHash !== request.input.planHash && heldBytes(cache.geometry) > MOST_KEPT_BYTES) forget();
      return runShard(request.input, cache);
    case 'print': return changeText(request.input.text, request.input.overrides);
    case 'change': return change(request.input);
    case 'replay': return replayRun(chart(request.input.plan, cache.geometry), request.input.seed, request.input.run);
  }
}

/** Missiles of one run ask for many of the same changes, so the finder of the last run is kept. */
function change({ plan, planHash, seed, run, key }: ChangeJob): ChangeAnswer {
  const name = `${planHash} ${seed} ${run}`;
  if (finder?.name !== name) finder = { name, finder: createChangeFinder(plan, seed, run, cache.geometry) };
  return finder.finder.find(key);
}

/** Everything of the plan before, so that the next one is not charted beside it. */
function forget(): void {
  cache.geometry.clear();
  Object.assign(cache, createShardCache());
}

function compile(job: CompileJob): Extract<JobReply, { ok: true }>['output'] {
  if (job.catalogue !== undefined) catalogue = readCatalogue(job.catalogue);
  if (catalogue === undefined) throw new Error('the catalogue has not been sent');
  const result = compileText(job.text, job.fileName, catalogue, job.overrides);
  if (!result.ok || !job.mustReach) return result;
  const { plan, targetPlaces } = result.compiled, problems = checkReach(plan, job.fileName, targetPlaces);
  return problems.length === 0 ? result : { ok: false, problems };
}

function answer(reply: JobReply, transfer: Transferable[]): void {
  self.postMessage(reply, { transfer });
}
