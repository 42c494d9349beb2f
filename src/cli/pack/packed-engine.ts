/**
 * The engine that lies in a pack, built into one file with all it needs: checks the files beside it against the manifest, runs the same
 * attacks with the same luck on one thread, and compares the record. It reads nothing outside its folder and needs no network.
 *
 *   node engine/cupola-engine.mjs      exit 0: the same; 1: another record; 2: a file of the pack is missing or changed
 */
import { fileURLToPath } from 'node:url';
import { createInline } from '../../cluster/inline.js';
import { headline } from '../../figures/sentences/sentence.js';
import { readCatalogue } from '../../scenario/catalogue.js';
import { compileText } from '../../scenario/compile/compile.js';
import { lethalCount, lethalNoun } from '../../scenario/plan/lethal.js';
import type { Problem } from '../../scenario/text/problem.js';
import { PACK_FILES } from '../../store/pack/manifest.js';
import { readPack, textOf } from '../../store/pack/pack-file.js';
import { runStudy } from '../../studies/runs/monte-carlo.js';

const FOLDER = fileURLToPath(new URL('..', import.meta.url));

async function rerun(): Promise<number> {
  const read = readPack(FOLDER);
  if (!read.ok) return refuse(read.problems);
  const { manifest, content } = read.pack, { runs, seed } = manifest;
  const file = (path: string): string => textOf(content.get(path) ?? new Uint8Array());
  const result = compileText(file(PACK_FILES.scenario), PACK_FILES.scenario, readCatalogue(JSON.parse(file(PACK_FILES.catalogue))), []);
  if (!result.ok) return refuse(result.problems);
  const { compiled } = result;
  const summary = await runStudy(compiled, { runs, seed }, createInline(), ({ done, total }) => { if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${total} attacks `); });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  const isSame = summary.recordHash === manifest.recordHash;
  console.log(`${headline(summary, lethalCount(compiled.plan.attacks), undefined, lethalNoun(compiled.plan.attacks))}\n`);
  console.log(`packed  record ${manifest.recordHash}\nnow     record ${summary.recordHash}\n${isSame ? `The same: run ${manifest.runId}, ${runs} attacks, seed ${seed}.` : 'Not the same.'}`);
  return isSame ? 0 : 1;
}

function refuse(problems: readonly Problem[]): number {
  for (const { file, path, found, expected, hint } of problems) console.error(`${file}${path === '' ? '' : `, ${path}`}: found ${found}, expected ${expected}${hint === '' ? '' : `; ${hint}`}`);
  return 2;
}

process.exitCode = await rerun();
