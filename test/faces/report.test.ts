/** `cupola report`: what its one file says, that it needs nothing else, that no title can smuggle anything in, and what it refuses. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { assumedInputs } from '../../src/studies/not-known/assumption-draws.js';
import { findRepeats } from '../../src/policy/claims/do-not-repeat.js';
import { compileScenario } from '../load.js';
import { cupola, cupolaJson, SCENARIOS, scenarioText, temporaryFolder, type ProblemsDocument, type RunDocument } from './cupola.js';

const RUNS = '20';

interface ReportDocument {
  readonly sentence: string;
  readonly runId: string;
  readonly recordHash: string;
  readonly file: string;
  readonly parts: readonly string[];
  readonly leftOut: readonly string[];
}

const open = (file: string) => {
  const text = readFileSync(file, 'utf8');
  return { text, page: parseHTML(text).document as unknown as Document };
};

describe('a report', () => {
  const folder = temporaryFolder(), out = join(folder, 'report.html');
  let told: ReportDocument, answer: RunDocument;

  it('opens with the sentence of cupola run for the same scenario, seed and runs, and names the run', async () => {
    answer = await cupolaJson<RunDocument>(['run', SCENARIOS.groundOnly, '--workers', '0', '--runs', RUNS, '--seed', '3', '--out', join(folder, 'results')]);
    told = await cupolaJson<ReportDocument>(['report', SCENARIOS.groundOnly, '--workers', '0', '--results', join(folder, 'results'), '--without', 'change', '--out', out, '--asOf', '2026-11-29']);
    const { page, text } = open(out);
    expect(page.querySelector('h1')?.textContent).toBe(answer.sentence);
    expect([told.runId, told.recordHash]).toEqual([answer.runId, answer.recordHash]);
    for (const part of [answer.runId, answer.recordHash, answer.provenance.version, answer.provenance.engineVersion.slice(0, 12), answer.planHash.slice(0, 12), answer.provenance.dataHash.slice(0, 12), `--runs ${RUNS} --seed 3`]) expect(text).toContain(part);
    expect(page.querySelector('.identity')?.textContent).toMatch(/Numbers as of\s*20\d\d-?\d* to 2026-11/);
    expect([told.leftOut, told.parts]).toEqual([['drivers', 'compliance'], expect.not.arrayContaining(['drivers'])]);
  }, 120_000);

  it('needs nothing else: no script, no address that would be fetched', () => {
    const { page, text } = open(out);
    expect(page.querySelectorAll('script, link, img[src], iframe, object, embed, video, audio, base, form').length).toBe(0);
    expect(text).not.toMatch(/@import|url\((?!#report-through\))|\bon[a-z]+=/i);
    expect([...page.querySelectorAll('[src], [data], [xlink\\:href]')].length).toBe(0);
  });

  it('holds one page for everybody, pictures with a table beside each, every assumed number and every source', () => {
    const { page, text } = open(out);
    expect([...page.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual(['In one page', 'Technical part', 'Appendix']);
    for (const pair of page.querySelectorAll('.pair')) expect([pair.querySelectorAll('figure svg > title').length > 0, pair.querySelectorAll('table caption').length > 0]).toEqual([true, true]);
    expect(page.querySelectorAll('.pair').length).toBeGreaterThanOrEqual(4);
    const rows = [...page.querySelectorAll('section[aria-labelledby="assumed"] tbody tr')], paths = rows.map((row) => row.querySelector('code')?.textContent);
    expect(paths.sort()).toEqual(answer.assumed.map(({ path }) => path).sort());
    for (const source of new Set(answer.assumed.map((number) => number.source))) expect(page.querySelector('section[aria-labelledby="sources"]')?.textContent).toContain(source);
    // Every anchor leads somewhere, and no two places share a name.
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const anchor of page.querySelectorAll('a[href^="#"]')) expect(ids).toContain(anchor.getAttribute('href')?.slice(1));
    expect(text).not.toMatch(/\b(NaN|undefined|Infinity|\[object)/);
    expect(findRepeats(page.querySelector('body')?.textContent ?? '')).toEqual([]);
  });

  it('tells what moves the answer from results that hold it, the strongest number first', async () => {
    const file = join(folder, 'results', 'summary.json'), kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown> & RunDocument;
    const inputs = assumedInputs(compileScenario('02-one-icbm-ground-only.yaml').numbers), moving = ['shotsPerTarget', 'delay_s'].map((key) => inputs.find(({ path }) => path.endsWith(key)));
    const effects = moving.map((input, rank) => ({ ...input, numbers: undefined, meanAtLow: 0.9, meanAtHigh: 0.9 - 0.4 / (rank + 1), effect: { mean: -0.4 / (rank + 1), low: -0.5, high: -0.1 }, refusals: [] }));
    writeFileSync(file, JSON.stringify({ ...kept, overAssumptions: { low: 0.1, high: 0.4, draws: 8, refused: 0, refusals: [], inputs: 2, runs: 20 }, drivers: [], effects }));
    const moved = await cupolaJson<ReportDocument>(['report', SCENARIOS.groundOnly, '--workers', '0', '--results', join(folder, 'results'), '--out', out]);
    expect(moved.parts).toContain('drivers');
    const { page } = open(out);
    expect(page.querySelector('#what-moves-it')?.parentElement?.textContent).toContain('Shots at each missile: now 4. At 1: 0.9 missiles get through');
    expect(page.querySelector('section[aria-labelledby="how-sure"]')?.textContent).toContain('no probability');
    const order = [...page.querySelectorAll('section[aria-labelledby="assumed"] tbody tr code')].map(({ textContent }) => textContent);
    expect(moving.map((input) => order.indexOf(input?.path ?? ''))).toEqual([0, expect.any(Number)]);
    expect(page.querySelector('#drivers')).not.toBe(null);
  });

  it('takes what it kept the second time, and says the same', async () => {
    const once = join(folder, 'once.html'), words = ['report', SCENARIOS.noShield, '--workers', '0', '--runs', '10', '--without', 'drivers,change,compliance', '--out', once, '--asOf', '2026-11-29'];
    await cupolaJson(words);
    const before = readFileSync(once, 'utf8');
    expect(readdirSync(join(folder, 'once-results')).sort()).toEqual(['report-attack.json', 'report-outcomes.json', 'report-warning.json', 'summary.json']);
    await cupolaJson(words);
    expect(readFileSync(once, 'utf8')).toBe(before);
  });
});

describe('a hostile scenario', () => {
  it('stays text in the report', async () => {
    const folder = temporaryFolder(), file = join(folder, `a'"b.yaml`), out = join(folder, 'hostile.html');
    writeFileSync(file, `${scenarioText('noShield').replace(/^title:.*$/m, `title: '</title><script>alert(1)</script><img src=x onerror=alert(2)> & "so on"'`)}\n# </pre><script>alert(3)</script>\n`);
    await cupolaJson(['report', file, '--workers', '0', '--runs', '5', '--without', 'drivers,warning,compliance', '--out', out]);
    const { page, text } = open(out);
    expect(page.querySelectorAll('script, img').length).toBe(0);
    expect(page.querySelector('title')?.textContent).toContain('<script>alert(1)</script>');
    expect(text).not.toMatch(/<script|<img/i);
    expect(text).toContain('&lt;/pre&gt;&lt;script&gt;alert(3)');
  });
});

describe('what a report refuses', () => {
  it('all at once: results of another question, parts it does not know, a day that is none, a file that cannot be written', async () => {
    const folder = temporaryFolder(), results = join(folder, 'results');
    await cupolaJson(['run', SCENARIOS.noShield, '--workers', '0', '--runs', '5', '--out', results]);
    const { problems } = await cupolaJson<ProblemsDocument>(['report', SCENARIOS.groundOnly, '--results', results, '--runs', '9', '--without', 'covers', '--asOf', '2026-02-30', '--out', join(folder, 'no', 'where', 'x.html')], 2);
    expect(problems.map(({ path, found }) => `${path} ${found.replace(folder, '')}`.replace(/plan [0-9a-f]+/, 'plan'))).toEqual([
      '--asOf 2026-02-30', '--without covers', '--results /results: plan', '--results /results: runs 5', '--out /no/where/x.html',
    ]);
    expect(readdirSync(folder)).toEqual(['results']);
  });

  it('a PDF without a Chromium says what to install, before any work', async () => {
    const folder = temporaryFolder();
    const { problems: [problem] } = await cupolaJson<ProblemsDocument>(['report', SCENARIOS.noShield, '--pdf', join(folder, 'a.pdf'), '--out', join(folder, 'a.html'), '--chromium', join(folder, 'nowhere')], 2);
    expect(problem?.hint).toMatch(/install Chromium/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('results that are no JSON are named', async () => {
    const folder = temporaryFolder(), results = join(folder, 'results');
    mkdirSync(results);
    writeFileSync(join(results, 'summary.json'), '{"half":');
    const outcome = await cupola('report', SCENARIOS.noShield, '--results', results, '--out', join(folder, 'a.html'));
    expect([outcome.code, outcome.stderr]).toEqual([2, expect.stringContaining('summary.json')]);
    rmSync(folder, { recursive: true });
    expect(existsSync(folder)).toBe(false);
  });
});
