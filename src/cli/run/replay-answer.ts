/** One run as text: how each missile ended and why, what would have stopped those that got through, the timeline, the decisions. */
import type { Decision, Replay, ReplayMissile } from '../../engine/record/record.js';
import { changeSentence, luckWords } from '../../figures/sentences/change-sentence.js';
import { FUNNEL_WORDS, PHASE_WORDS } from '../../figures/words/funnel-words.js';
import { countText } from '../../figures/numbers.js';
import { textTable, wrapText } from '../../figures/text-table.js';
import { formatUtc } from '../../kernel/epoch.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import type { ChangeAnswer } from '../../studies/smallest-change/smallest-change.js';
import type { Output } from '../frame/output.js';

export function replayText(compiled: CompiledScenario, story: Replay, changes: ReadonlyMap<string, ChangeAnswer>, output: Output): string {
  const through = story.missiles.filter((missile) => missile.fate === 'leaked').length;
  const total = story.missiles.filter(({ isDecoy }) => !isDecoy).length;
  return [
    output.styled('dim', `${compiled.title}: run ${story.run} of seed ${story.seed}, starts ${formatUtc(story.epoch_s)}`),
    output.styled('bold', `${countText(through)} of ${countText(total)} ${total === 1 ? 'missile' : 'missiles'} got through.`),
    textTable(
      [
        { head: 'missile', align: 'left' },
        { head: 'aimed at', align: 'left' },
        { head: 'launch (s)', align: 'right' },
        { head: 'end (s)', align: 'right' },
        { head: 'end', align: 'left' },
      ],
      story.missiles.map((missile) => [missile.key, missile.target, missile.launch_s.toFixed(1), missile.end_s.toFixed(1), endText(missile)]),
    ),
    ...(story.layers.length === 0 ? [] : [layersText(story)]),
    ...changesText(story, changes),
    textTable(
      [{ head: 'time (s)', align: 'right' }, { head: 'what', align: 'left' }, { head: 'missile', align: 'left' }, { head: '', align: 'left' }],
      story.events.map((event) => [event.t_s.toFixed(1), event.kind, event.target, event.text]),
    ),
    decisionsText(story.decisions),
  ].join('\n\n');
}

function layersText({ layers }: Replay): string {
  return textTable(
    [{ head: 'missiles at each layer', align: 'left' }, ...FUNNEL_WORDS.map(([, head]) => ({ head, align: 'right' as const }))],
    layers.map(({ name, funnel }) => [name, ...FUNNEL_WORDS.map(([step]) => countText(funnel[step]))]),
  );
}

const LINE_CHARACTERS = 110;

/** One paragraph for each that got through and was asked about. */
function changesText(story: Replay, changes: ReadonlyMap<string, ChangeAnswer>): string[] {
  const lines = [...changes].map(([key, answer]) => wrapText(`${key}: ${changeSentence(answer)}${answer.change !== null && answer.luck.length > 0 ? ` Nor was luck kind: ${luckWords(answer)}.` : ''}`, LINE_CHARACTERS, '    '));
  const through = story.missiles.filter(({ fate }) => fate === 'leaked').length;
  if (lines.length > 0 && through > lines.length) lines.push(`${countText(through - lines.length)} more were not asked about; --changes ${through} asks about all.`);
  return lines.length === 0 ? [] : [['What would have stopped them, at the same luck', ...lines].join('\n')];
}

/** Alternatives shown; --json tells all that the log keeps. */
const ALTERNATIVES = 2;

function decisionsText(decisions: readonly Decision[]): string {
  if (decisions.length === 0) return 'No decision was taken.';
  const percent = (share: number | undefined): string => (share === undefined ? '' : (100 * share).toFixed(0));
  const isAsked = decisions.some(({ kill_prob }) => kill_prob !== undefined), isJoint = decisions.some(({ bound }) => bound !== undefined);
  const table = textTable(
    [
      { head: 'time (s)', align: 'right' }, { head: 'decision about', align: 'left' }, { head: 'sent', align: 'left' },
      ...(isAsked ? [{ head: 'chance (%)', align: 'right' } as const] : []),
      ...(isJoint ? [{ head: 'all shots save', align: 'right' } as const, { head: 'at most', align: 'right' } as const] : []),
      { head: 'why', align: 'left' }, { head: 'not taken', align: 'left' },
    ],
    decisions.map(({ t_s, target, shooter, reason, alternatives, kill_prob, saved, bound }) => [
      t_s.toFixed(1), target, shooter === '' ? 'nobody' : shooter, ...(isAsked ? [percent(kill_prob)] : []), ...(isJoint ? [valueText(saved), valueText(bound)] : []), reason,
      alternatives.slice(0, ALTERNATIVES).map((other) => `${other.shooter} (${other.reason})`).join(', ') + (alternatives.length > ALTERNATIVES ? ` and ${alternatives.length - ALTERNATIVES} more` : ''),
    ]),
  );
  return isJoint ? `${table}\n\n${STATIC_BOUND}` : table;
}

/** What a joint decision saves is a number of objects of average value. */
const valueText = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(3));

const STATIC_BOUND = 'What all shots of a decision save on average, and at most could, is in objects that threaten as many people as a defended place on average. The bound is proved for the decision of that one moment; it says nothing of the future.';

function endText(missile: ReplayMissile): string {
  if (missile.fate === 'harmless') return 'a decoy, not shot';
  if (missile.fate === 'failed') return 'failed in flight';
  if (missile.fate === 'disrupted') return 'stopped without an interceptor, as the scenario states';
  if (missile.fate === 'killed') return `stopped by ${missile.killedBy}${missile.killedIn === '' ? '' : ` ${PHASE_WORDS[missile.killedIn]}`}`;
  // How many shots there were stands in the link itself.
  const margin = missile.margin === null || (missile.marginUnit === 'shots' && missile.margin > 0) ? '' : `, ${missile.marginUnit === 'probability' ? missile.margin.toFixed(2) : missile.marginUnit === 'shots' || missile.marginUnit === 'objects' ? missile.margin.toFixed(0) : missile.margin.toFixed(1)} ${missile.marginUnit}`;
  return `got through: ${missile.link.replace(/\.$/, '')}${margin}`;
}
