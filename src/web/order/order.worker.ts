/** Holds the question of the page against the directives: the same gathering and judging as `cupola comply`, with fewer runs and one raid size a cell. */
import '../no-eval.js';
import { THREAT_SETS } from '../../policy/compliance/compliance.js';
import { comply } from '../../policy/compliance/comply.js';
import type { EvidenceSet } from '../../policy/compliance/evidence.js';
import { gatherEvidence, type GatherProgress } from '../../policy/compliance/gather.js';
import { requirementsOf, settingReader } from '../../policy/compliance/thresholds.js';
import { readCatalogue, type Catalogue } from '../../scenario/catalogue.js';
import { compileText } from '../../scenario/compile/compile.js';
import { checkReach } from '../../scenario/meaning/reach.js';
import { problemWords } from '../../scenario/text/problem.js';
import type { Executor } from '../../studies/executor.js';
import { createShardCache, runShard } from '../../studies/runs/shard.js';
import { PAGE_RUNS } from './page-runs.js';
import type { Judged, OrderReply, OrderRequest } from './messages.js';

const SEED = 1, CELL_RUNS = 20;

let catalogue: Catalogue | undefined;
let evidence: EvidenceSet | undefined;

self.onmessage = ({ data }: MessageEvent<OrderRequest>): void => {
  void answer(data).catch((error: unknown) => tell(data.id, { none: error instanceof Error ? error.message : String(error), doing: '', done: 1 }));
};

const tell = (id: number, news: Judged): void => self.postMessage({ id, ...news } satisfies OrderReply);

async function answer(request: OrderRequest): Promise<void> {
  if (request.kind === 'gather') {
    if (request.catalogue !== undefined) catalogue = readCatalogue(request.catalogue);
    evidence = undefined;
    evidence = await gather(request);
  }
  if (evidence === undefined || catalogue === undefined) return;
  tell(request.id, { compliance: comply(evidence, { directives: catalogue.kinds.directives, edits: request.edits, asOf: request.asOf }), doing: '', done: 1 });
}

async function gather({ id, text, fileName, overrides }: Extract<OrderRequest, { kind: 'gather' }>): Promise<EvidenceSet | undefined> {
  if (catalogue === undefined) throw new Error('the catalogue has not been sent');
  const data = catalogue, result = compileText(text, fileName, data, overrides);
  tell(id, { doing: 'the scenario', done: 0.01 });
  const problems = result.ok ? checkReach(result.compiled.plan, fileName, result.compiled.targetPlaces).filter(({ severity }) => severity === 'error') : result.problems;
  if (!result.ok || problems.length > 0) {
    tell(id, { none: problemWords(problems), doing: '', done: 1 });
    return undefined;
  }
  const requirements = requirementsOf(data.kinds.directives);
  return await gatherEvidence({
    compiled: result.compiled, catalogue: data, requirements, scenario: { file: fileName, overrides }, threatSets: THREAT_SETS, seed: SEED, runs: PAGE_RUNS, variantRuns: PAGE_RUNS, cellRuns: CELL_RUNS, isSwept: false, executor: createExecutor(),
    setting: settingReader(requirements),
    compile: (more) => compileText(text, fileName, data, [...overrides, ...more]),
    onProgress: (progress) => tell(id, { ...wordsOf(progress) }),
  });
}

/** Shards one after the other in this worker: the page's own workers stay free for its answer. */
function createExecutor(): Executor {
  const cache = createShardCache();
  return {
    workers: 1,
    async run(jobs, onResult) {
      for (const job of jobs) onResult(job, runShard(job, cache));
      await Promise.resolve();
    },
  };
}

const SHARES: Readonly<Record<GatherProgress['phase'], readonly [from: number, to: number, doing: string]>> = {
  geometry: [0.02, 0.1, 'what is seen and covered'], runs: [0.1, 0.4, 'the raid of the scenario, and the same with one thing changed'], cells: [0.4, 0.99, 'the raids of each origin and class'],
};

function wordsOf({ phase, done, total }: GatherProgress): Judged {
  const [from, to, doing] = SHARES[phase];
  return { doing, done: from + ((to - from) * done) / Math.max(1, total) };
}
