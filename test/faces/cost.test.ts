/** `cupola cost` and `cupola compare-estimates`: keys, published totals, and what they refuse. */
import { describe, expect, it } from 'vitest';
import { cupola, cupolaJson } from './cupola.js';

interface Cost {
  total_usd: { low: number; mean: number; high: number };
  priceYear: number;
  layers: { name: string; total_usd: number; development_usd: number; units_usd: number; launches_usd: number; operations_usd: number; notCosted: string[] }[];
  years: { year: number; spend_usd: number }[];
  perWarheadStopped_usd: number | null;
  stopped: number | null;
}

const priced = async (...words: string[]): Promise<Cost> => await cupolaJson<Cost>(['cost', ...words]);

describe('cost', () => {
  it('meets the published totals', async () => {
    for (const [salvo, total] of [[1, 104.43], [5, 330.57], [10, 563.22], [50, 2014.9]] as const) {
      const { total_usd } = await priced('--preset', 'aei-2025', '--set', `salvo=${salvo}`);
      expect(total_usd.mean / 1e9 / total).toBeCloseTo(1, 3);
      expect(total_usd.low).toBe(total_usd.high);
    }
    const cbo = await priced('--preset', 'cbo-2026');
    expect(cbo.total_usd.mean / 1e9).toBeCloseTo(743, 6);
    expect(cbo.layers[0]!.units_usd / 1e9).toBeCloseTo(686.4, 6);
    expect(cbo.priceYear).toBe(2026);
    expect(cbo.years.reduce((sum, { spend_usd }) => sum + spend_usd, 0) / 1e9).toBeCloseTo(743, 6);
    expect((await priced('--preset', 'aps-2003')).layers[0]!.notCosted).toEqual(['development', 'units', 'operations', 'renewal']);
    expect((await priced('--preset', 'cbo-2025-low', '--set', 'launch_usdPerKg=9800')).total_usd.mean / 1e9).toBeCloseTo(264, 1);
  }, 60_000);

  it('prices the layers of a scenario, and each warhead that it stops', async () => {
    const cost = await priced('scenarios/01-ten-icbms-notional-shell.yaml', '--runs', '100');
    expect(cost.layers.map(({ name }) => name)).toEqual(['notional-7800', 'gbi at fort-greely', 'gbi at vandenberg', 'sbirs-geo', 'uewr-clear', 'uewr-beale', 'command and communications']);
    expect(cost.total_usd.low).toBeLessThan(cost.total_usd.mean);
    expect(cost.total_usd.high).toBeGreaterThan(cost.total_usd.mean);
    expect(cost.perWarheadStopped_usd! * cost.stopped!).toBeCloseTo(cost.total_usd.mean, -3);
    const double = await priced('scenarios/01-ten-icbms-notional-shell.yaml', '--runs', '0', '--set', 'interceptors[0].perSatellite=2');
    expect(double.layers[0]!.units_usd).toBeGreaterThan(1.5 * cost.layers[0]!.units_usd);
    expect(double.layers[0]!.launches_usd).toBeLessThan(2 * cost.layers[0]!.launches_usd);
    const unrun = await priced('scenarios/01-ten-icbms-notional-shell.yaml', '--runs', '0');
    expect(unrun.perWarheadStopped_usd).toBeNull();
    expect(unrun.total_usd).toEqual(cost.total_usd);
  }, 60_000);

  it('tells it by fiscal year, at the margin and beside published totals, and what it includes', async () => {
    interface Told { sentence: string; isComplete: boolean; scope: { includes: string[]; leavesOut: string[] }; fiscalYears: { fiscalYear: number; serviceYear: number | null; gap_usd: number | null }[]; marginal: { path: string; from: number; to: number; addedCost_usd: number; addedStopped: { low: number }; perWarhead_usd: unknown; verdict: string }[]; published: { id: string; covers: string[] | null; ours_usd: number | null }[] }
    const words = ['scenarios/01-ten-icbms-notional-shell.yaml', '--runs', '40', '--marginal', '--serviceFrom', '2030', '--buildYears', '5'], told = await cupolaJson<Told>(['cost', ...words]);
    expect(told.sentence).toMatch(/^About \$[\d,]+ billion over 20 years in 2026 dollars, not discounted/);
    expect(told.isComplete).toBe(true);
    expect(told.fiscalYears.find(({ serviceYear }) => serviceYear === 1)!.fiscalYear).toBe(2030);
    expect(told.fiscalYears.filter(({ gap_usd }) => gap_usd !== null).map(({ fiscalYear }) => fiscalYear)).toEqual([2025, 2026, 2027]);
    expect(told.marginal.map(({ path, from, to }) => [path, from, to])).toEqual([['interceptors[0].count', 7800, 8600], ['interceptors[1].count', 40, 44], ['interceptors[2].count', 4, 5]]);
    for (const { addedCost_usd, addedStopped, perWarhead_usd, verdict } of told.marginal) {
      expect(addedCost_usd).toBeGreaterThan(0);
      expect(perWarhead_usd === null).toBe(addedStopped.low <= 0);
      expect(verdict === 'clear').toBe(addedStopped.low > 0);
    }
    expect(told.published.find(({ id }) => id === 'cbo-2026')).toMatchObject({ covers: ['space'] });
    const { stdout } = await cupola('cost', 'scenarios/02-one-icbm-ground-only.yaml', '--runs', '0', '--asNew');
    expect(stdout).toMatch(/^At least about \$/);
    expect(stdout).toMatch(/Incomplete: no price for acquisition of uewr-clear\./);
    expect(stdout).toMatch(/white-house-2025 +\$175B +not stated +not said/);
  }, 60_000);

  it('says what a part lacks and what to give, and prices it once that is given', async () => {
    const words = ['--preset', 'cupola-2026', '--set', 'satellites_count=7800'];
    const lacks = await cupolaJson<{ layers: { lacking: { part: string; wants: { give: string[][] }[] }[] }[] }>(['cost', ...words]);
    expect(lacks.layers[0]!.lacking).toEqual([{ part: 'launches', wants: [expect.objectContaining({ give: [['mass_kg'], ['speed_kmps']] })] }]);
    expect((await cupola('cost', ...words)).stdout).toMatch(/launches +the mass of a satellite is not known: give mass_kg, or speed_kmps/);
    // 31,200 satellites of AEI's 1,294 kg at 1,500 dollars a kilogram.
    const [layer] = (await priced(...words, '--set', 'speed_kmps=6')).layers;
    expect(layer!.notCosted).toEqual([]);
    expect(layer!.launches_usd / (31_200 * 1294.07 * 1500)).toBeCloseTo(1, 5);
  }, 60_000);

  it('marks what is calibrated, and puts each element under its own author', async () => {
    interface Told { mark: string | null; calibrated: string | null; layers: { name: string; calibrated: string | null; elements: { element: string; sources: string[]; calibrated: string | null }[] }[] }
    for (const preset of ['cbo-2025-low', 'cbo-2025-high']) {
      expect(await cupolaJson<Told>(['cost', '--preset', preset])).toMatchObject({ mark: 'calibrated', calibrated: 'mass_kg', layers: [{ calibrated: 'mass_kg' }] });
      const { stdout } = await cupola('cost', '--preset', preset);
      expect(stdout).toMatch(/are calibrated in satellite mass/);
      expect(stdout).toMatch(/mass_kg +[\d,.]+ +derived, calibrated/);
    }
    expect(await cupolaJson<Told>(['cost', '--preset', 'cbo-2025-low', '--set', 'mass_kg=1000'])).toMatchObject({ mark: null, calibrated: null });
    const words = ['scenarios/01-ten-icbms-notional-shell.yaml', '--preset', 'cbo-2026', '--runs', '0'];
    const shield = await cupolaJson<Told>(['cost', ...words]);
    const sources = (name: string): string => shield.layers.find((layer) => layer.name === name)!.elements.flatMap((element) => element.sources).join(' ');
    expect(sources('gbi at fort-greely')).toMatch(/^(AEI [^;]+?September 2025 ?)+$/);
    expect(shield.layers[0]!.elements.find(({ element }) => element === 'units')!.sources).toEqual([expect.stringMatching(/^CBO/)]);
    expect((await cupola('cost', ...words)).stdout).toMatch(/satellites priced after CBO 2026[^\n]*sites after AEI 2025/);
  }, 90_000);

  it('says in words that a range is what is not known', async () => {
    const { stdout } = await cupola('cost', 'scenarios/01-ten-icbms-notional-shell.yaml', '--runs', '0');
    expect(stdout).toMatch(/what is not known, not chance/);
  }, 30_000);

  it.each([
    [['--preset', 'cbo-2027'], /did you mean cbo-2026\?/],
    [[], /a cost preset, or a scenario file/],
    [['--preset', 'aei-2025', '--set', 'slavo=5'], /did you mean salvo\?/],
    [['--preset', 'aei-2025', '--set', 'salvo=0'], /a whole number, 1 ≤ x ≤ 100,000/],
    [['--preset', 'aei-2025', '--set', 'salvo=5', '--set', 'satellites_count=100'], /satellites_count and salvo[\s\S]*one of the two/],
    [['--preset', 'cbo-2026', '--set', 'salvo=5'], /set satellites_count/],
    [['--preset', 'aei-2025', '--set', 'speed_kmps=19'], /burns for 130 s, longer than its fly-out of 120 s/],
    [['--preset', 'cupola-2026'], /number of satellites is not given/],
    [['--preset', 'aei-2025', '--runs', '10'], /a preset alone is not attacked/],
    [['--preset', 'aei-2025', '--priceYear', '2010'], /nearest: 2012/],
    [['--preset', 'aei-2025', '--marginal'], /a preset alone is not attacked/],
    [['scenarios/03-no-shield.yaml', '--marginal', '--runs', '0', '--preset', 'cbo-2027'], /did you mean cbo-2026\?[^]*--runs above 0/],
    [['scenarios/03-no-shield.yaml', '--serviceFrom', '1066'], /a whole number from 1,950 to 2,100/],
  ])('refuses %j', async (words, message) => {
    const { code, stdout, stderr } = await cupola('cost', ...words);
    expect(code).toBe(2);
    expect(stdout + stderr).toMatch(message);
  }, 30_000);
});

describe('compare-estimates', () => {
  interface Card { value: number | null; low: number | null; high: number | null; standing: string; seen: string }
  interface Told { id: string; author: string; work: string; published: string; pages: string[]; scope: string; mark: string; total_usd: number | null; ours: { total_usd: number; satellites_count: number } | null; error: number | null; calibrated: string | null; perMissile: number | null; satellites: number | null; cards: Record<string, Card | null> }

  it('sets every published estimate beside ours, marked, with empty cells where nothing is known', async () => {
    const { estimates } = await cupolaJson<{ estimates: Told[] }>(['compare-estimates']);
    const of = (id: string): Told => estimates.find((estimate) => estimate.id === id)!;
    expect(new Set(estimates.map(({ mark }) => mark))).toEqual(new Set(['reproduced', 'calibrated', 'arithmetic', 'not-reproducible']));
    for (const { mark, error, ours, calibrated } of estimates) {
      expect(ours === null).toBe(mark === 'not-reproducible');
      if (error !== null) expect(Math.abs(error)).toBeLessThan(0.005);
      expect(calibrated).toBe(mark === 'calibrated' ? 'mass_kg' : null);
    }
    expect(of('aps-2025')).toMatchObject({ total_usd: null, perMissile: null, ours: null });
    expect(of('cbo-2026')).toMatchObject({ perMissile: 780 });
    for (const { id, author, work, published, pages, scope } of estimates) {
      expect([author, work, published, scope].every((word) => word !== '')).toBe(true);
      // Known only as others cite it.
      expect(pages.length === 0).toBe(id === 'cato-2026');
    }
    // What follows from a source here is not put in its mouth, and a range has no middle.
    for (const { cards } of estimates) for (const key of ['total_usd', 'satellites', 'missiles']) expect(cards[key]?.standing ?? 'published').toBe('published');
    expect(of('aei-5')).toMatchObject({ total_usd: null, satellites: 4990, ours: { satellites_count: 4986 } });
    expect(of('aei-250')).toMatchObject({ satellites: 249_500, ours: { satellites_count: 249_284 } });
    expect(of('mda-2003').cards['satellites']).toMatchObject({ value: null, low: 300, high: 600 });
    expect(of('nrc-2012').cards['total_usd']).toMatchObject({ seen: 'recalled' });
    const billions = (id: string): number => of(id).total_usd! / 1e9;
    expect(['limited-tactical', 'ground-centric', 'accelerated-homeland', 'balanced', 'space-centric', 'robust'].map((name) => billions(`aei-${name}`))).toEqual([252, 406, 471, 1000, 2400, 3600]);
    expect([billions('cbo-2026-system'), billions('white-house-2025'), billions('dod-2026'), of('harrison-950').perMissile]).toEqual([1191, 175, 185, 950]);
    const { stdout } = await cupola('compare-estimates');
    expect(stdout).toMatch(/mda-2003 +300 to 600/);
    expect(stdout).toMatch(/nrc-2012 +about 650 \(recalled\)/);
    expect(stdout).toMatch(/cbo-2025-low: CBO, letter[^]*?2025-05-05[^]*?https:\/\/www\.milthink\.com/);
    expect(stdout).toMatch(/cbo-2025-low .*calibrated in satellite mass: price/);
  }, 30_000);

  it('takes the difference of two apart', async () => {
    const { waterfall } = await cupolaJson<{ waterfall: { fromCommon_usd: number; toCommon_usd: number; shares: { factor: number }[]; leftOut: { part: string }[] } }>(['compare-estimates', '--from', 'aei-10', '--to', 'cbo-2026']);
    expect(waterfall.leftOut).toEqual([]);
    expect(waterfall.shares.reduce((whole, { factor }) => whole * factor, 1)).toBeCloseTo(waterfall.toCommon_usd / waterfall.fromCommon_usd, 9);
    const { stdout } = await cupola('compare-estimates', '--from', 'aei-1', '--to', 'aps-2003');
    expect(stdout).toMatch(/Left out on both sides[\s\S]*not given by aps-2003[\s\S]*prices of 2026 and 2003/);
    expect((await cupola('compare-estimates', '--from', 'cbo-2025-low', '--to', 'cbo-2025-high')).stdout).toMatch(/development +given by neither[\s\S]*Not told apart: missiles at once \(given by neither\)/);
  }, 30_000);

  it.each([
    [['--from', 'aei-10'], /give both --from and --to/],
    [['--from', 'mda-2003', '--to', 'cbo-2026'], /not-reproducible/],
    [['--from', 'aei-10', '--to', 'cbo-2062'], /did you mean cbo-2026\?/],
    [['--setTo', 'salvo=5'], /only with --from and --to/],
  ])('refuses %j', async (words, message) => {
    const { code, stdout, stderr } = await cupola('compare-estimates', ...words);
    expect(code).toBe(2);
    expect(stdout + stderr).toMatch(message);
  }, 30_000);
});
