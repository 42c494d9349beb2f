/** The built catalogue and the numbered scenarios, as tests need them. */
import { readFileSync } from 'node:fs';
import { compileText } from '../src/scenario/compile/compile.js';
import { readCatalogue } from '../src/scenario/catalogue.js';
import type { Catalogue } from '../src/scenario/catalogue.js';
import type { CompiledScenario } from '../src/scenario/compile/compiled.js';
import { createShardCache, runShard } from '../src/studies/runs/shard.js';
import type { ShardCache } from '../src/studies/runs/shard.js';
import type { Executor } from '../src/studies/executor.js';
import { runStudy } from '../src/studies/runs/monte-carlo.js';
import type { Summary } from '../src/studies/runs/summary.js';

/** dist/test/load.js → the repository. */
export const ROOT = new URL('../..', import.meta.url);

let kept: Catalogue | undefined;
export function catalogue(): Catalogue {
  kept ??= readCatalogue(JSON.parse(readFileSync(new URL('dist/catalogue.json', ROOT), 'utf8')));
  return kept;
}

export const DEFAULT_SCENARIO = '01-ten-icbms-notional-shell.yaml';

/** Compiles a numbered scenario with overrides (`path=value`); throws with the problems' text. */
export function compileScenario(name: string = DEFAULT_SCENARIO, overrides: readonly string[] = []): CompiledScenario {
  const text = readFileSync(new URL(`scenarios/${name}`, ROOT), 'utf8');
  const result = compileText(text, name, catalogue(), overrides);
  if (!result.ok) throw new Error(result.problems.map((p) => `${p.path}: found ${p.found}, expected ${p.expected}. ${p.hint}`).join('\n'));
  return result.compiled;
}

/** One cache for a whole test file: flights are the slow part and most tests share them. */
const shared = createShardCache();

/** Runs shards one after the other in this thread. */
export function inlineExecutor(cache: ShardCache = shared): Executor {
  return {
    workers: 1,
    async run(jobs, onResult) {
      for (const job of jobs) onResult(job, runShard(job, cache));
    },
  };
}

export async function study(compiled: Pick<CompiledScenario, 'plan' | 'planHash'>, runs: number, seed = 1): Promise<Summary> {
  return await runStudy(compiled, { runs, seed }, inlineExecutor());
}
