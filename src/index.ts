/**
 * The library: what a program needs to ask Cupola a question without the command line.
 *
 *   const catalogue = readCatalogue(JSON.parse(readFileSync('dist/catalogue.json', 'utf8')));
 *   const result = compileText(text, 'my.yaml', catalogue);
 *   const executor = await createThreads();
 *   const summary = result.ok ? await runStudy(result.compiled, { runs: 2000, seed: 1 }, executor) : undefined;
 */
export { createInline } from './cluster/inline.js';
export { createThreads, type ClosableExecutor, type ThreadOptions } from './cluster/threads.js';
export { chart, type Geometry } from './engine/geometry.js';
export type * from './engine/record/record.js';
export { replayRun } from './engine/record/replay.js';
export { citationLine } from './figures/sentences/citation.js';
export { headline, noLeakerSentence } from './figures/sentences/sentence.js';
export { eventsCsv } from './formats/csv.js';
export { replayCzml } from './formats/czml.js';
export { replayKml } from './formats/kml.js';
export { readCatalogue, type Catalogue } from './scenario/catalogue.js';
export { compileText } from './scenario/compile/compile.js';
export type { CompiledScenario, CompileResult } from './scenario/compile/compiled.js';
export type { Plan } from './scenario/plan/plan.js';
export type { Problem } from './scenario/text/problem.js';
export type { Executor } from './studies/executor.js';
export { runStudy } from './studies/runs/monte-carlo.js';
export { runIdOf, type Provenance } from './studies/provenance.js';
export type { Summary } from './studies/runs/summary.js';
