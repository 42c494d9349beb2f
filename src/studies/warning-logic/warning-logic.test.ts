import { describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { catalogue, ROOT } from '../../../test/load.js';
import { readIncident } from '../../scenario/incident.js';
import { warningRules } from './incident-case.js';
import { playIncident } from './play-incident.js';
import { variantRates } from './rates.js';

const { incidents } = catalogue().kinds;
const rules = warningRules(catalogue());

describe('incidents of the public record', () => {
  it('are six, and each case comes to the level that its file expects', () => {
    expect(Object.keys(incidents)).toHaveLength(6);
    for (const [name, incident] of Object.entries(incidents)) {
      for (const played of playIncident(incident, rules)) expect({ name, case: played.name, highest: played.story.highest, final: played.story.final }).toEqual({ name, case: played.name, ...played.expected });
    }
  });
  it('none is ever taken for more than a watch', () => {
    expect(new Set(Object.values(incidents).flatMap((incident) => playIncident(incident, rules).map(({ story }) => story.highest)))).toEqual(new Set(['none', 'watch']));
  });
  it('no code names one of them', () => {
    const names = Object.keys(incidents).flatMap((name) => [name, ...name.split('-').filter((word) => word.length > 4 && !/^\d+$/.test(word))]);
    for (const folder of ['src/models/command/warning', 'src/studies/warning-logic', 'src/scenario']) {
      for (const file of readdirSync(new URL(folder, ROOT)).filter((one) => one.endsWith('.ts') && !one.endsWith('.test.ts'))) {
        const text = readFileSync(new URL(`${folder}/${file}`, ROOT), 'utf8').toLowerCase();
        for (const name of names) expect(text.includes(`'${name}'`), `${folder}/${file} names ${name}`).toBe(false);
      }
    }
  });
  it('the outcome does not hang on the assumed times and counts', () => {
    for (const incident of Object.values(incidents)) {
      for (const end of ['low', 'high'] as const) {
        const moved = structuredClone(incident);
        for (const event of moved.events) if (event.what === 'report' && event.confidence_prob[end] !== undefined) event.confidence_prob.value = event.confidence_prob[end];
        for (const event of moved.events) if ('objects' in event && event.objects[end] !== undefined) event.objects.value = event.objects[end];
        expect(playIncident(moved, rules).every(({ isAsExpected }) => isAsExpected)).toBe(true);
      }
    }
  });
});

describe('variants', () => {
  const rates = variantRates(incidents, rules, 1800, 1);
  it('an attack that both kinds see is never missed, and one reason delays it by at most the stated time', () => {
    expect(rates.missed.count).toBe(0);
    expect(rates.missed.of).toBe(400);
    expect(rates.longestDelay_s).toBeGreaterThan(0.5 * rules.holdAtMost_s);
    expect(rates.longestDelay_s).toBeLessThanOrEqual(rules.holdAtMost_s + 1e-6);
  });
  it('false alarms need a coincidence of both kinds', () => {
    const alarms = rates.kinds.filter(({ truth, confirmed }) => truth === 'no attack' && confirmed.count > 0).map(({ kind }) => kind);
    expect(alarms).toEqual(['coincidence']);
    expect(rates.falseAlarm.high).toBeLessThan(0.1);
  });
  it('a wrong flag keeps some attacks that one sensor sees out of sight; without it none are', () => {
    expect(rates.suppressed.share).toBeGreaterThan(0.1);
    expect(rates.suppressed.share).toBeLessThan(0.9);
    expect(rates.suppressedWithoutFlag.count).toBe(0);
    expect(rates.kinds.find(({ kind }) => kind === 'attack-one-sensor')).toMatchObject({ watch: { share: 1 }, probable: { count: 0 } });
  });
  it('are the same for the same seed and others for another', () => {
    expect(variantRates(incidents, rules, 90, 7)).toEqual(variantRates(incidents, rules, 90, 7));
    expect(variantRates(incidents, rules, 900, 8).kinds).not.toEqual(variantRates(incidents, rules, 900, 7).kinds);
  });
});

describe('a file that is wrong', () => {
  const good = JSON.stringify(incidents['norway-1995'], null, 2);
  const problemsOf = (text: string): string => {
    const result = readIncident(text, 'mine.json');
    return result.ok ? '' : result.problems.map(({ path, line, found, expected, hint }) => `${path}:${line > 0} ${found} | ${expected} | ${hint}`).join('\n');
  };
  it('is read when it is right', () => {
    expect(problemsOf(good)).toBe('');
  });
  it.each<[string, (file: Record<string, never>) => void, RegExp]>([
    ['a notice for another day', (file) => { (file['notices'] as unknown as { opens_s: { value: number }; closes_s: { value: number } }[])[0]!.opens_s.value = 864_000; (file['notices'] as unknown as { closes_s: { value: number } }[])[0]!.closes_s.value = 870_000; }, /notices\[0\]\.opens_s:true a notice for another day, 10 days after the incident \| a window within a day of the events/],
    ['an empty window', (file) => { (file['notices'] as unknown as { closes_s: { value: number } }[])[0]!.closes_s.value = -3600; }, /notices\[0\]\.closes_s:true a window from -3600 to -3600 s \| a window that closes after it opens/],
    ['a negative count', (file) => { (file['events'] as unknown as { objects: { value: number } }[])[0]!.objects.value = -1; }, /events\[0\]\.objects:true .* \| a whole number, 0 ≤ x ≤ 10,000/],
    ['an unknown kind of sensor', (file) => { (file['sensors'] as unknown as { kind: string }[])[0]!.kind = 'sonar'; }, /sensors\[0\]\.kind:true "sonar" \| one of infrared, radar/],
    ['a sensor that is not there', (file) => { (file['events'] as unknown as { sensor: string }[])[0]!.sensor = 'northern-rada'; }, /events\[0\]\.sensor:true northern-rada \| a sensor of this file: northern-radar \| did you mean/],
    ['an unknown kind of event', (file) => { (file['events'] as unknown as { what: string }[])[0]!.what = 'rumour'; }, /one of report, message, statement, health, flag/],
    ['a number without a card', (file) => { (file['events'] as unknown as { at_s: number }[])[0]!.at_s = 5; }, /events\[0\]\.at_s:true 5 \| a card, as in/],
  ])('%s', (_, change, expected) => {
    const file = JSON.parse(good) as Record<string, never>;
    change(file);
    expect(problemsOf(JSON.stringify(file))).toMatch(expected);
  });
  it('never throws, whatever stands in it', () => {
    const places: (readonly (string | number)[])[] = [];
    const visit = (value: unknown, path: readonly (string | number)[]): void => {
      places.push(path);
      if (typeof value === 'object' && value !== null) for (const [key, item] of Object.entries(value)) visit(item, [...path, Array.isArray(value) ? Number(key) : key]);
    };
    visit(JSON.parse(good), []);
    let refused = 0;
    fc.assert(fc.property(fc.integer({ min: 1, max: places.length - 1 }), fc.oneof(fc.jsonValue(), fc.double(), fc.constantFrom(null, '', -1, 1e300, [], {})), (place, junk) => {
      const file = JSON.parse(good) as unknown;
      const path = places[place]!;
      let here = file as Record<string | number, unknown>;
      for (const step of path.slice(0, -1)) here = here[step] as Record<string | number, unknown>;
      here[path.at(-1)!] = junk;
      const result = readIncident(JSON.stringify(file), 'mine.json');
      if (result.ok) playIncident(result.incident, rules);
      else {
        refused++;
        for (const problem of result.problems) expect(problem).toMatchObject({ file: 'mine.json', severity: 'error' });
        expect(result.problems.every(({ expected, found }) => expected !== '' && found !== '')).toBe(true);
      }
    }), { numRuns: 400 });
    expect(refused).toBeGreaterThan(200);
  });
});
