/** No command, no help and no export repeats what no document supports. A planted phrase is found in every one of these forms. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES } from '../../src/cli/commands.js';
import { findRepeats } from '../../src/policy/claims/do-not-repeat.js';
import { cupola, SCENARIOS, temporaryFolder } from './cupola.js';

const FOLDER = temporaryFolder(), at = (name: string): string => join(FOLDER, name);
/** Quick to chart. */
const FEW = ['--set', 'variants=1'];
const SPEAKERS: readonly (readonly string[])[] = [
  ['run', SCENARIOS.groundOnly, '--runs', '20', '--workers', '0', ...FEW],
  ['replay', SCENARIOS.groundOnly, ...FEW, '--run', '1', '--changes', '0', '--czml', at('a.czml'), '--kml', at('a.kml'), '--events', at('a.csv')],
  ['fly', '--missile', 'hwasong-18', '--maxRange', '--svg', at('fly.svg'), '--csv', at('fly.csv')],
  ['report', SCENARIOS.groundOnly, ...FEW, '--runs', '20', '--workers', '0', '--without', 'attack,warning,drivers,change', '--out', at('report.html'), '--asOf', '2026-11-29'],
  ['check', SCENARIOS.groundOnly], ['size', '--method', 'shell'], ['kill', '--warheads', '10', '--sspk', '0.56', '--shots', '4'], ['orbit', '--altitude_km', '400'],
  ['cost', '--preset', 'cbo-2026'], ['compare-estimates'], ['incidents', '--variants', '0'], ['limits', SCENARIOS.groundOnly], ['claims'], ['claims', 's'], ['claims', 'canada-61-billion'], ['claims', 'cbo-2026-1191-billion'],
  ['list', 'claims'], ['list', 'partners'], ['show', 'partners', 'canada'], ['show', 'claims', 'k'], ['show', 'costs', 'cbo-2026'],
];

describe('what is not repeated', () => {
  it('stands in no answer, in no JSON document and in no file', async () => {
    mkdirSync(FOLDER, { recursive: true });
    const found: string[] = [];
    for (const words of SPEAKERS) {
      const { code, stdout, stderr } = await cupola(...words);
      expect(code, `${words.join(' ')}: ${stderr}`).toBe(0);
      found.push(...findRepeats(stdout).map(({ phrase }) => `${words.join(' ')}: ${phrase}`));
    }
    for (const words of [['claims'], ['show', 'claims', 'x'], ['cost', '--preset', 'cbo-2026']]) found.push(...findRepeats((await cupola(...words, '--json')).stdout).map(({ phrase }) => `${words.join(' ')} --json: ${phrase}`));
    const files = readdirSync(FOLDER).filter((name) => /\.(czml|kml|csv|svg|html)$/.test(name));
    expect(files).toEqual(expect.arrayContaining(['a.czml', 'a.kml', 'a.csv', 'fly.svg', 'fly.csv', 'report.html']));
    for (const file of files) found.push(...findRepeats(readFileSync(at(file), 'utf8')).map(({ phrase, line }) => `${file}:${line}: ${phrase}`));
    expect(found).toEqual([]);
  }, 120_000);

  it('stands in no help', async () => {
    const found: string[] = [];
    for (const name of COMMAND_NAMES) found.push(...findRepeats((await cupola('help', name)).stdout).map(({ phrase }) => `${name}: ${phrase}`));
    expect(found).toEqual([]);
  });

  it.each([
    ['KML', '<name>A &#8220;dangerous&#160;provocation&#8221;</name>'], ['CZML', JSON.stringify({ name: 'a dangerous provocation' })], ['CSV', 't_s,event\n12,a dangerous provocation'],
    ['SVG', '<text>a <tspan>dangerous</tspan> provocation</text>'], ['HTML', '<p>a <b>dangerous</b>\nprovocation</p>'], ['a table', 'what    says\nKremlin a dangerous\n        provocation'],
  ])('is found where it is planted: %s', (_, text) => {
    expect(findRepeats(text)).toHaveLength(1);
  });
});
