/** `cupola verify`: is a packed answer still the answer, and if not, which cards and numbers changed, and which of them is why. */
import { countText } from '../../figures/numbers.js';
import { type Catalogue, readCatalogue } from '../../scenario/catalogue.js';
import { KINDS } from '../../scenario/cards/kinds.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { CompiledScenario, UsedNumber } from '../../scenario/compile/compiled.js';
import type { Problem } from '../../scenario/text/problem.js';
import { isMapping } from '../../scenario/text/path.js';
import { PACK_FILES } from '../../store/pack/manifest.js';
import { type Pack, readPack, textOf } from '../../store/pack/pack-file.js';
import { cardChanges } from '../../studies/repeat/card-changes.js';
import { numberChanges } from '../../studies/repeat/number-changes.js';
import { withCard } from '../../studies/repeat/one-card.js';
import { type Repeat, repeatRun } from '../../studies/repeat/repeat.js';
import { runIdOf } from '../../studies/provenance.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput } from '../frame/failures.js';
import { provenanceOf } from '../frame/provenance.js';
import { readWorkers, withWorkers, WORKERS_FLAG } from '../frame/with-workers.js';
import { runDocument } from '../run/run-answer.js';
import { fallOutlines } from '../run/simulate.js';
import { type Verified, verifiedDocument, verifiedText } from './verify-answer.js';

const DEFAULT_EFFECTS = 8;

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'run a packed answer again and say: the same, or which number changed and why',
  usage: ['verify <pack> [--effects N] [--workers N]'],
  arguments: [{ name: 'pack', doc: 'a file that cupola pack wrote, or the folder it was unpacked to' }],
  flags: [
    { name: 'effects', value: 'N', doc: `changed cards that are each tried alone, to see what each does (default ${DEFAULT_EFFECTS}; 0: none)` },
    WORKERS_FLAG,
  ],
  examples: [
    ['cupola verify 01-ten-icbms-notional-shell-7F3K-92QD.zip', 'with the cards and the engine of today; exit code 1 where the answer is another'],
    ['cupola verify pack.zip --json', 'as JSON: verdict, reason, cards[], numbers[]'],
  ],
  run: verify,
};

async function verify({ flags, given, output, signal, commandLine }: CommandInput): Promise<number> {
  const effects = flags.integer('effects', { min: 0, max: 1000 }) ?? DEFAULT_EFFECTS, workers = readWorkers(flags);
  const file = given['pack'] ?? '', read = given['pack'] === undefined ? undefined : readPack(file);
  if (read === undefined || !read.ok || flags.problems.length > 0) throw new BadInput([...flags.problems, ...(read === undefined || read.ok ? [] : read.problems)]);
  const { pack } = read, { manifest } = pack, catalogue = loadCatalogue();
  const text = part(pack, PACK_FILES.scenario), packedNumbers = JSON.parse(part(pack, PACK_FILES.cards)) as UsedNumber[];
  const now = compileText(text, PACK_FILES.scenario, catalogue, []);
  const base = { file, manifest, engineNow: catalogue.engineVersion, dataNow: catalogue.dataHash, versionNow: catalogue.version };
  if (!now.ok) return tell({ ...base, verdict: 'differs', cards: [], refusals: now.problems, numbers: [], repeat: undefined, runId: null });
  const cards = cardChanges(packedNumbers, now.compiled.numbers), packedCatalogue = catalogueOf(pack);
  const compileOld = (data: Catalogue | undefined): CompiledScenario | undefined => {
    const result = data === undefined ? undefined : compileText(text, PACK_FILES.scenario, data, []);
    return result?.ok === true ? result.compiled : undefined;
  };
  const stopped = (done: number): string => `Stopped after ${countText(done)} simulated attacks; the pack is as it was.`;
  const repeat = await withWorkers({ workers, output, signal, counted: 'attacks', stopped }, async (executor, bar) => await repeatRun({
    options: { runs: manifest.runs, seed: manifest.seed, ...fallOutlines(now.compiled.plan, catalogue) }, packed: manifest, now: now.compiled, before: compileOld(packedCatalogue),
    changes: cards.filter(({ parts }) => parts.includes('value')).slice(0, effects),
    compileWith: (change) => (packedCatalogue === undefined || change.now === null ? undefined : compileOld(withCard(packedCatalogue, change.card, change.now))),
  }, executor, (done, total) => bar.update(done, total), signal));
  const runId = runIdOf({ planHash: repeat.now.planHash, engineVersion: catalogue.engineVersion, seed: manifest.seed, runs: manifest.runs });
  const numbers = numbersOf(pack, repeat, now.compiled);
  return tell({ ...base, verdict: repeat.reason === 'same' ? 'same' : 'differs', cards, refusals: [], numbers, repeat, runId });

  function tell(verified: Verified): number {
    const provenance = provenanceOf(catalogue, commandLine, { seed: manifest.seed, ...(verified.repeat === undefined ? {} : { planHash: verified.repeat.now.planHash }) });
    if (output.isJson) output.json({ ...verifiedDocument(verified), provenance });
    else output.print(verifiedText(verified, provenance, output));
    return verified.verdict === 'same' ? 0 : 1;
  }
}

function part({ content }: Pack, path: string): string {
  const bytes = content.get(path);
  if (bytes === undefined) throw new BadInput([missing(path)]);
  return textOf(bytes);
}

const missing = (path: string): Problem => ({ file: path, path: '', line: 0, found: 'no such file', expected: 'a file that every pack has', hint: 'get a whole copy of the pack', severity: 'error' });

/** The packed data, as far as this version can read them: kinds that it knows and they do not are empty. */
function catalogueOf(pack: Pack): Catalogue | undefined {
  try {
    const json: unknown = JSON.parse(part(pack, PACK_FILES.catalogue));
    const kinds = isMapping(json) && isMapping(json['kinds']) ? json['kinds'] : {};
    return readCatalogue(isMapping(json) ? { ...json, kinds: Object.fromEntries(KINDS.map((kind) => [kind, kinds[kind] ?? {}])) } : json);
  } catch {
    return undefined;
  }
}

/** As JSON on both sides, so that what JSON cannot say counts alike. */
function numbersOf(pack: Pack, { now }: Repeat, compiled: CompiledScenario): Verified['numbers'] {
  const provenance = { version: '', engineVersion: '', planHash: '', dataHash: '', seed: 0, command: '' };
  const again: unknown = JSON.parse(JSON.stringify(runDocument({ summary: now, compiled, provenance, runId: '', sentence: '' })));
  return numberChanges(JSON.parse(part(pack, PACK_FILES.answer)), again);
}
