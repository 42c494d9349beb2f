/** `cupola losses`: what a shield in orbit has left after it has lost satellites, and how long it takes to launch others. */
import { citationLine } from '../../figures/sentences/citation.js';
import { countText, significantText, toPlace } from '../../figures/numbers.js';
import { textTable } from '../../figures/text-table.js';
import { afterLosses, type Loss, type LossKind } from '../../studies/number-needed/losses.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { printAnswer } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput } from '../frame/failures.js';
import { provenanceOf } from '../frame/provenance.js';
import { SEED_RANGE } from '../run/run.js';
import { SCENARIO_ARGUMENT, SET_FLAG } from '../frame/scenario-file.js';
import { IN_REACH_COLUMNS, inReachCells, LOOK_S, percentText, readShield, SHIELD_FLAGS } from './shield-answer.js';

/** Of all satellites, lost at random, unless a number is given. */
const DEFAULT_LOST_SHARE = 0.1;

export const lossesCommand: Command = {
  name: 'losses',
  summary: 'what a shield in orbit has left after losing satellites, and the time to launch others',
  usage: ['losses <scenario> [--lose N] [--perMonth L --perLaunch N] [--attack K] [--hours T] [--seed S] [--set PATH=VALUE]…'],
  arguments: [SCENARIO_ARGUMENT],
  flags: [
    SET_FLAG,
    { name: 'lose', value: 'N', doc: `satellites lost at random (default ${100 * DEFAULT_LOST_SHARE} % of them); beside it always a whole plane, and all in reach at one launch` },
    { name: 'perMonth', value: 'L', doc: 'launches a month that replace them; needs --perLaunch' },
    { name: 'perLaunch', value: 'N', doc: 'satellites on each launch' },
    { name: 'seed', value: 'S', doc: 'of which satellites are lost (default 1)' },
    ...SHIELD_FLAGS,
  ],
  examples: [
    ['cupola losses scenarios/01-ten-icbms-notional-shell.yaml', 'a tenth at random, a plane, those in reach'],
    ['cupola losses scenarios/01-ten-icbms-notional-shell.yaml --lose 500 --perMonth 4 --perLaunch 30', 'and how many months until they are replaced'],
  ],
  run: losses,
};

async function losses({ flags, given, output, commandLine }: CommandInput): Promise<number> {
  const catalogue = loadCatalogue(), seed = flags.integer('seed', SEED_RANGE) ?? 1;
  const perMonth = flags.number('perMonth', { min: 0.01, max: 1000 }), perLaunch = flags.integer('perLaunch', { min: 1, max: 1000 });
  for (const [name, other] of [['perMonth', 'perLaunch'], ['perLaunch', 'perMonth']] as const) if (flags.has(name) && !flags.has(other)) flags.reject(other, `--${other} beside --${name}`);
  const lose = flags.integer('lose', { min: 0, max: 1_000_000 });
  const { shield, commit_s, burnout_s, satellites_count, compiled, hours } = readShield(given['scenario'], flags, catalogue, seed);
  if (lose !== undefined && lose > satellites_count) {
    flags.reject('lose', `at most ${countText(satellites_count)}, all there are`);
    throw new BadInput(flags.problems);
  }
  const lost = lose ?? Math.round(DEFAULT_LOST_SHARE * satellites_count);
  const answer = afterLosses(shield, lost, perMonth === undefined || perLaunch === undefined ? undefined : { perMonth, perLaunch });
  const provenance = provenanceOf(catalogue, commandLine, { planHash: compiled.planHash, seed });
  if (output.isJson) {
    output.json({ satellites: satellites_count, wanted: shield.wanted, window: { commit_s, closes_s: burnout_s }, hours, losses: answer.map(lossDocument), provenance });
    return 0;
  }
  const [whole] = answer;
  const head = `${countText(satellites_count)} satellites: ${toPlace(whole?.inReach.mean ?? 0, -1)} interceptors in reach on average, ${countText(shield.wanted)} wanted at once`;
  const window = `Order at ${toPlace(commit_s, 0)} s, burn-out at ${toPlace(burnout_s, 0)} s; a launch tried every ${LOOK_S} s over ${significantText(hours)} h. Interceptors in reach, and how often ${countText(shield.wanted)} or more are:`;
  printAnswer(output, head, [window, lossesText(answer, shield.wanted)], citationLine(provenance));
  return 0;
}

function lossDocument({ kind, lost_count, inReach, atLeast, refill }: Loss): Record<string, unknown> {
  return { kind, lost: lost_count, inReach, atLeast, refill: refill ?? null };
}

const KIND_WORDS: Readonly<Record<LossKind, string>> = { none: 'nothing lost', random: 'at random', plane: 'one plane', 'in-reach': 'all in reach at one launch' };

function lossesText(answer: readonly Loss[], wanted: number): string {
  const hasRefill = answer.some(({ refill }) => refill !== undefined);
  const rows = answer.map(({ kind, lost_count, inReach, atLeast, refill }) => [
    KIND_WORDS[kind], countText(lost_count), ...inReachCells(inReach), percentText(atLeast.probability),
    ...(hasRefill ? [refill === undefined ? '' : countText(refill.launches), refill === undefined ? '' : significantText(refill.months, 3)] : []),
  ]);
  const refillColumns = hasRefill ? [{ head: 'launches to refill', align: 'right' as const }, { head: 'months to refill', align: 'right' as const }] : [];
  return textTable([{ head: 'lost', align: 'left' }, { head: 'satellites lost', align: 'right' }, ...IN_REACH_COLUMNS, { head: `${countText(wanted)} or more`, align: 'right' }, ...refillColumns], rows);
}
