/** One run as text: how each missile ended and why, then the timeline. */
import type { Replay, ReplayMissile } from '../engine/record.js';
import { countText } from '../figures/numbers.js';
import { textTable } from '../figures/text-table.js';
import { formatUtc } from '../kernel/epoch.js';
import type { CompiledScenario } from '../scenario/compiled.js';
import type { Output } from './output.js';

export function replayText(compiled: CompiledScenario, story: Replay, output: Output): string {
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
    textTable(
      [{ head: 'time (s)', align: 'right' }, { head: 'what', align: 'left' }, { head: 'missile', align: 'left' }, { head: '', align: 'left' }],
      story.events.map((event) => [event.t_s.toFixed(1), event.kind, event.target, event.text]),
    ),
    `${countText(story.decisions.length)} ${story.decisions.length === 1 ? 'decision' : 'decisions'}; --json tells each with its reason and alternatives.`,
  ].join('\n\n');
}

function endText(missile: ReplayMissile): string {
  if (missile.fate === 'harmless') return 'a decoy, not shot';
  if (missile.fate === 'failed') return 'failed in flight';
  if (missile.fate === 'killed') return `stopped by ${missile.killedBy}`;
  const margin = missile.margin === null ? '' : `, ${missile.margin.toFixed(1)} ${missile.marginUnit}`;
  return `got through: ${missile.link}${margin}`;
}
