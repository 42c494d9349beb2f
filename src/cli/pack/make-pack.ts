/** From an answer to the bytes of its pack: scenario, cards, plan, results, data and the engine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../scenario/catalogue.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import { ENGINE_FILE, PACKAGE_ROOT } from '../../server/package-files.js';
import { PACK_FILES, PACK_FORMAT, type PackManifest } from '../../store/pack/manifest.js';
import { packBytes } from '../../store/pack/pack-file.js';
import { type RunAnswer, runDocument } from '../run/run-answer.js';
import { readmeText } from './readme.js';

export interface PackedAnswer extends RunAnswer {
  /** The scenario with all changes in it: it compiles to the plan of the answer without further words. */
  readonly text: string;
  /** With which it was compiled. */
  readonly catalogue: Catalogue;
}

export function makePack({ text, catalogue, ...answer }: PackedAnswer): Uint8Array {
  const { summary, compiled, provenance, runId, sentence } = answer, { runs, seed, planHash, recordHash } = summary;
  const manifest: Omit<PackManifest, 'files'> = {
    format: PACK_FORMAT, title: compiled.title, version: catalogue.version, engineVersion: catalogue.engineVersion, dataHash: catalogue.dataHash,
    planHash, recordHash, runId, runs, seed, command: provenance.command, asOf: datesOf(compiled),
  };
  const own = (name: string): string => readFileSync(join(PACKAGE_ROOT, name), 'utf8');
  return packBytes(manifest, new Map<string, Uint8Array | string>([
    [PACK_FILES.readme, readmeText(manifest, sentence)],
    [PACK_FILES.scenario, text],
    [PACK_FILES.cards, jsonText(compiled.numbers)],
    [PACK_FILES.plan, jsonText(compiled.plan)],
    [PACK_FILES.answer, jsonText(runDocument(answer))],
    [PACK_FILES.attacks, `run,gotThrough\n${[...summary.leakedByRun].map((count, run) => `${run},${count}\n`).join('')}`],
    [PACK_FILES.catalogue, JSON.stringify(catalogue)],
    [PACK_FILES.dataLicence, own('data/LICENSE')],
    [PACK_FILES.engine, readFileSync(ENGINE_FILE)],
    [PACK_FILES.licence, own('LICENSE')],
    [PACK_FILES.thirdParty, own('THIRD-PARTY.md')],
  ]));
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** Dates as cards write them, `2026` or `2026-11`, are in order as texts. */
function datesOf({ numbers }: CompiledScenario): PackManifest['asOf'] {
  const dates = numbers.map(({ asOf }) => asOf).filter((date) => date !== '').sort();
  return { oldest: dates[0] ?? '', newest: dates.at(-1) ?? '' };
}
