/** What the stories of runs must keep to: a link with its margin, and a change that stops that missile while half of it does not. */
import { expect } from 'vitest';
import { chart } from '../src/engine/geometry.js';
import { LEAK_CAUSES } from '../src/engine/record/record.js';
import { replayRun } from '../src/engine/record/replay.js';
import { createRunner } from '../src/engine/run.js';
import { FATE } from '../src/engine/world.js';
import { changeSentence } from '../src/figures/sentences/change-sentence.js';
import { RecentMap } from '../src/studies/recent-map.js';
import { createChangeFinder, type Change, type ChangeAnswer } from '../src/studies/smallest-change/smallest-change.js';
import { compileScenario } from './load.js';

/** Causes that are told without a number, because there is none: nobody saw it, nobody was there. */
const WITHOUT_MARGIN: readonly string[] = ['notDetected', 'notTracked', 'noShooterInReach', 'misclassified'];

export interface Asked {
  readonly name: string;
  readonly overrides?: readonly string[];
  /** Runs in which something got through to look at, and how many missiles of each. */
  readonly runs: number;
  readonly each?: number;
}

/** Asks about missiles that got through and checks every answer by compiling and running the scenario with the change made in its text. */
export function checkStories({ name, overrides = [], runs, each = 1 }: Asked): ChangeAnswer[] {
  const { plan } = compileScenario(name, overrides), cache = new RecentMap<string, unknown>(), runner = createRunner(chart(plan, cache)), answers: ChangeAnswer[] = [];
  for (let run = 0, told = 0; told < runs && run < 2000; run++) {
    runner.run(1, run);
    if (!runner.causes.some((cause) => cause >= 0)) continue;
    told++;
    const finder = createChangeFinder(plan, 1, run, cache);
    for (const { key, cause, link, margin, marginUnit } of replayRun(chart(plan, cache), 1, run).missiles.filter(({ fate }) => fate === 'leaked').slice(0, each)) {
      expect(LEAK_CAUSES).toContain(cause);
      expect(link).not.toBe('');
      if (!WITHOUT_MARGIN.includes(cause)) expect([key, run, cause, typeof margin, marginUnit]).toEqual([key, run, cause, 'number', expect.stringMatching(/./)]);
      const answer = finder.find(key);
      answers.push(answer);
      checkAnswer(answer, (changes) => isKilled(compileScenario(name, [...overrides, ...changes]).plan, { run, key }, cache));
    }
  }
  return answers;
}

function checkAnswer(answer: ChangeAnswer, stops: (changes: string[]) => boolean): void {
  const { change, luck, isOnlyLuck, others } = answer, sentence = changeSentence(answer);
  const check = (one: Change): void => {
    expect([one.path, one.to, stops([`${one.path}=${one.to}`])]).toEqual([one.path, one.to, true]);
    expect([one.path, one.half, stops([`${one.path}=${one.half}`])]).toEqual([one.path, one.half, false]);
  };
  if (change !== null) {
    check(change);
    expect(sentence).toContain('would have been stopped by');
    // The one named moves its number least of all that leave everything else in its place.
    for (const other of others) if (other.kind === change.kind) expect(other.share).toBeGreaterThanOrEqual(change.share);
  } else expect(sentence).toMatch(isOnlyLuck ? /^Only luck failed: / : /No single change|nothing in this shield/);
  if (luck[0] !== undefined) check(luck[0]);
}

function isKilled(plan: Parameters<typeof chart>[0], { run, key }: { run: number; key: string }, cache: RecentMap<string, unknown>): boolean {
  const geometry = chart(plan, cache), runner = createRunner(geometry);
  runner.run(1, run);
  return runner.world.truth.fate[geometry.linked.missiles.findIndex(({ name }) => name === key)] === FATE.killed;
}
