/** The answer of `cupola verify` as JSON and as text. */
import { citationLine, type Provenance } from '../../figures/sentences/citation.js';
import { countText, estimateText, significantText } from '../../figures/numbers.js';
import { textPairs, textTable, wrapText } from '../../figures/text-table.js';
import type { Problem } from '../../scenario/text/problem.js';
import type { PackManifest } from '../../store/pack/manifest.js';
import type { CardChange, CardState } from '../../studies/repeat/card-changes.js';
import type { NumberChange } from '../../studies/repeat/number-changes.js';
import type { CardEffect, Reason, Repeat } from '../../studies/repeat/repeat.js';
import { unitOfPath } from '../frame/numbers-table.js';
import type { Output } from '../frame/output.js';

export interface Verified {
  readonly file: string;
  readonly manifest: PackManifest;
  readonly versionNow: string;
  readonly engineNow: string;
  readonly dataNow: string;
  readonly verdict: 'same' | 'differs';
  readonly cards: readonly CardChange[];
  /** Why the packed scenario does not compile any more; empty where it does. */
  readonly refusals: readonly Problem[];
  readonly numbers: readonly NumberChange[];
  /** Undefined where the scenario does not compile any more. */
  readonly repeat: Repeat | undefined;
  readonly runId: string | null;
}

const LISTED = 12;

export function verifiedDocument({ file, manifest, versionNow, engineNow, dataNow, verdict, cards, refusals, numbers, repeat, runId }: Verified): Record<string, unknown> {
  const effectOf = (change: CardChange): CardEffect['leakage'] => repeat?.effects.find((effect) => effect.change === change)?.leakage ?? null;
  const { runs, seed, title } = manifest;
  return {
    verdict, reason: repeat?.reason ?? 'not known', file, title, runs, seed,
    packed: { version: manifest.version, engineVersion: manifest.engineVersion, dataHash: manifest.dataHash, planHash: manifest.planHash, recordHash: manifest.recordHash, runId: manifest.runId },
    now: { version: versionNow, engineVersion: engineNow, dataHash: dataNow, planHash: repeat?.now.planHash ?? null, recordHash: repeat?.now.recordHash ?? null, runId, leakage: repeat?.now.leakage ?? null },
    cards: cards.map((change) => ({ ...change, alone: effectOf(change) })), numbers, problems: refusals,
  };
}

export function verifiedText(verified: Verified, provenance: Provenance, output: Output): string {
  const { manifest, engineNow, cards, refusals, numbers, repeat } = verified, { runs, seed, runId } = manifest;
  const sameEngine = manifest.engineVersion === engineNow;
  const blocks = [
    output.styled('bold', verified.verdict === 'same' ? `The same: ${countText(runs)} attacks at seed ${seed} leave the same record, bit for bit.` : refusals.length > 0 ? 'Not the same: the packed scenario is refused today.' : `Not the same. ${REASONS[repeat?.reason ?? 'not known']}`),
    textPairs([
      ['Packed', `run ${runId}, Cupola ${manifest.version}, engine ${manifest.engineVersion.slice(0, 12)}, data ${manifest.dataHash.slice(0, 12)}`],
      ['Today', `${verified.runId === null ? '' : `run ${verified.runId}, `}Cupola ${verified.versionNow}, engine ${engineNow.slice(0, 12)}${sameEngine ? ' (the same)' : ''}, data ${verified.dataNow.slice(0, 12)}${manifest.dataHash === verified.dataNow ? ' (the same)' : ''}`],
    ]),
    ...refusals.map(({ path, found, expected, hint }) => wrapText(`${path}: found ${found}, expected ${expected}${hint === '' ? '' : `; ${hint}`}`, 110)),
    cardsText(cards, repeat),
    numbersText(numbers),
    output.styled('dim', citationLine(provenance)),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

const REASONS: Readonly<Record<Reason, string>> = {
  same: '',
  cards: 'This engine gives the packed answer from the packed data: the changed cards are why.',
  engine: 'The plan is the same and the engine gives another answer: the engine is why.',
  'cards and engine': 'Cards changed, and this engine gives another answer from the packed data too: both are why.',
  'not known': 'The packed data cannot be read by this version, so cards and engine cannot be told apart; the engine in the pack still runs.',
};

function cardsText(cards: readonly CardChange[], repeat: Repeat | undefined): string {
  if (cards.length === 0) return 'No card that the answer uses has changed.';
  const alone = repeat !== undefined && repeat.effects.length > 0;
  const table = textTable(
    [{ head: 'Card that changed', align: 'left' }, { head: 'packed', align: 'right' }, { head: 'now', align: 'right' }, { head: 'unit', align: 'left' }, { head: 'what', align: 'left' }, ...(alone ? [{ head: 'leakage by this card alone, points', align: 'right' as const }] : [])],
    cards.map((change) => [`${change.card} (${change.label})`, stateText(change.packed), stateText(change.now), unitOfPath(change.card), change.parts.join(', '), ...(alone ? [effectText(repeat.effects.find((effect) => effect.change === change))] : [])]),
  );
  return alone ? `${table}\n${wrapText('Each alone, on the packed data at the same luck, with the 95 % interval over pairs of attacks; effects need not add up.', 110)}` : table;
}

function stateText(state: CardState | null): string {
  if (state === null) return 'none';
  return `${significantText(state.value, 8)}${state.low === null || state.high === null ? '' : ` (${significantText(state.low, 8)} to ${significantText(state.high, 8)})`}`;
}

function effectText(effect: CardEffect | undefined): string {
  if (effect === undefined) return 'not tried';
  if (effect.leakage === null) return 'cannot be tried alone';
  const { mean, low, high } = effect.leakage;
  if (low === 0 && high === 0) return 'none';
  if (!Number.isFinite(low) || !Number.isFinite(high)) return significantText(100 * mean);
  const text = estimateText(effect.leakage, 100);
  return `${mean > 0 ? '+' : ''}${text.mean} ± ${text.halfWidth}`;
}

function numbersText(numbers: readonly NumberChange[]): string {
  if (numbers.length === 0) return '';
  const cell = (value: number | string | null): string => (value === null ? 'none' : typeof value === 'number' ? significantText(value, 6) : value);
  const more = numbers.length > LISTED ? `\n${countText(numbers.length - LISTED)} more; --json lists all.` : '';
  return textTable(
    [{ head: 'Number of the answer', align: 'left' }, { head: 'packed', align: 'right' }, { head: 'now', align: 'right' }],
    numbers.slice(0, LISTED).map(({ path, packed, now }) => [path, cell(packed), cell(now)]),
  ) + more;
}
