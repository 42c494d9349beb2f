/** `cupola design`: the cheapest constellation of space-based interceptors for a raid. */
import { citationLine } from '../figures/citation.js';
import { countText, significantText } from '../figures/numbers.js';
import { PI } from '../kernel/maths.js';
import { fromSi, toSi } from '../kernel/units.js';
import { AEI_COSTING } from '../models/cost/aei-calculator.js';
import type { SpaceInterceptor } from '../models/interceptor/space-based.js';
import { costingOf, findPreset, presetNames, valuesOf } from '../policy/cost/preset.js';
import { spaceLayerCost } from '../policy/cost/layer-cost.js';
import { type Catalogue, defaultsOf } from '../scenario/catalogue.js';
import { MOST_SATELLITES } from '../studies/design/fewest.js';
import { frontOf, type FrontPoint, salvosAbout } from '../studies/design/front.js';
import type { DesignQuestion, Price, Span } from '../studies/design/question.js';
import { satelliteMass } from '../studies/design/satellite.js';
import { AEI_BUILD, carriedMass_kg, type Holding } from '../studies/satellite-mass.js';
import { createMemory, type Design, designConstellation, type NoDesign } from '../studies/design/search.js';
import { nearestFeasible } from '../studies/number-needed/curves.js';
import { loadCatalogue } from './catalogue-file.js';
import { constantsText, printAnswer, readDefaulted, type SourceConstant, usedDefaults } from './closed-form.js';
import type { Command, CommandInput } from './command.js';
import { designDocument, designHead, designText, frontDocument, frontText, type PricedBy } from './design-answer.js';
import { BadInput, flagProblem } from './failures.js';
import { checkWritableFile, writeAtomically } from './files.js';
import { Flags } from './flags.js';
import { nameHint } from './nearest.js';
import { Progress } from './progress.js';
import { provenanceOf } from './provenance.js';
import { DEFAULT_MISSILE, DEFAULT_TARGET, flySizeMissile, type SizeMissile } from './size-missile.js';

const CUPOLA = 'assumed by Cupola';
const DEFAULT_PRESET = 'aei-2025';
/** Orbits worked out by a usual search, for the bar. */
const USUAL_ORBITS = 32;

const ASKED = [
  { name: 'salvo', value: 10, range: { min: 1, max: 1000 }, isWhole: true },
  { name: 'shots', value: 2, range: { min: 1, max: 20 }, isWhole: true },
  { name: 'probability', value: 0.95, range: { min: 0.01, max: 0.999 } },
  { name: 'delay_s', value: 60, range: { min: 0, max: 3600, unit: 's' } },
  { name: 'reliability', value: 1, range: { min: 0.01, max: 1 } },
  { name: 'perSatellite', value: 1, range: { min: 1, max: 100 }, isWhole: true },
  { name: 'seed', value: 1, range: { min: 0, max: 4_294_967_295 }, isWhole: true },
] as const;
const ALTITUDE = { name: 'altitude_km', low: 300, high: 1000, min: 150, max: 5000, unit: 'km' };
const INCLINATION = { name: 'inclination_deg', low: 20, high: 98, min: 0, max: 180, unit: '°' };

const defaultOf = (name: string): string => `(default ${ASKED.find((each) => each.name === name)?.value})`;

export const designCommand: Command = {
  name: 'design',
  summary: 'the cheapest constellation of space-based interceptors for a raid',
  usage: [
    'design [--missile NAME] [--from PLACE]… [--to PLACE] [--salvo N] [--shots K] [--probability P] [--delay_s D] [--altitude_km LO,HI] [--inclination_deg LO,HI] [--interceptor NAME] [--perSatellite N] [--reliability R] [--preset NAME] [--spread] [--life_y L] [--front] [--svg FILE]',
  ],
  arguments: [],
  flags: [
    { name: 'missile', value: 'NAME', doc: `class of the raid (default ${DEFAULT_MISSILE})` },
    { name: 'from', value: 'PLACE', isRepeated: true, doc: 'where it may come from (default: the site on the missile\'s card); again for further places: the constellation does for each of them' },
    { name: 'to', value: 'PLACE', doc: `target (default ${DEFAULT_TARGET})` },
    { name: 'salvo', value: 'N', doc: `missiles launched together ${defaultOf('salvo')}` },
    { name: 'shots', value: 'K', doc: `at least so many at each of them ${defaultOf('shots')}` },
    { name: 'probability', value: 'P', doc: `how often that must be possible ${defaultOf('probability')}` },
    { name: 'delay_s', value: 'D', doc: `from launch to the order to fire ${defaultOf('delay_s')}` },
    { name: 'altitude_km', value: 'LO,HI', doc: `limits of altitude (default ${ALTITUDE.low},${ALTITUDE.high}); one number fixes it` },
    { name: 'inclination_deg', value: 'LO,HI', doc: `limits of inclination (default ${INCLINATION.low},${INCLINATION.high}); one number fixes it` },
    { name: 'interceptor', value: 'NAME', doc: 'a space-based interceptor of the public data (default notional-sbi)' },
    { name: 'speed_kmps', value: 'V', doc: 'its speed (default the card\'s)' },
    { name: 'acceleration_g', value: 'A', doc: 'its acceleration (default the card\'s)' },
    { name: 'perSatellite', value: 'N', doc: `interceptors on one satellite ${defaultOf('perSatellite')}` },
    { name: 'reliability', value: 'R', doc: `chance that an interceptor works when called, so that shots are at least K that work ${defaultOf('reliability')}; not beside --spread` },
    { name: 'life_y', value: 'L', doc: 'service life of a satellite (default 5, AEI 2025)' },
    { name: 'preset', value: 'NAME', doc: `by which it is priced (default ${DEFAULT_PRESET})` },
    { name: 'spread', doc: 'missiles start all over the launch area, each from elsewhere (default: side by side, which asks most)' },
    { name: 'flights', value: 'N', doc: 'missiles of the class that are flown, at most 6 (default 4)' },
    { name: 'seed', value: 'S', doc: `of the moments by which the answer is checked ${defaultOf('seed')}` },
    { name: 'front', doc: 'price against the size of the raid, from one missile to twice as many' },
    { name: 'svg', value: 'FILE', doc: 'draw that front' },
  ],
  examples: [
    ['cupola design --salvo 10 --shots 2', 'against ten solid-fuel missiles from North Korea'],
    ['cupola design --salvo 5 --delay_s 30 --altitude_km 300,500 --front', 'with an earlier order, low orbits only, and what other raids would take'],
    ['cupola design --missile solid-icbm-3-stage --from north-korea-interior --from 65,100 --salvo 2', 'for either of two places'],
  ],
  run: design,
};

async function design({ flags, output, commandLine }: CommandInput): Promise<number> {
  const catalogue = loadCatalogue();
  const asked = readDefaulted(flags, ASKED);
  const altitude = readSpan(flags, ALTITUDE), inclination = readSpan(flags, INCLINATION);
  const constants: SourceConstant[] = usedDefaults(flags, ASKED.filter(({ name }) => name !== 'seed'), CUPOLA);
  const interceptor = readInterceptor(flags, catalogue, constants);
  if (flags.has('spread') && asked.reliability < 1) flags.reject('reliability', 'no --reliability beside --spread', 'interceptors that may fail are counted only against missiles that fly side by side');
  const pricing = readPricing(flags, catalogue);
  const flights = flags.integer('flights', { min: 1, max: 6 });
  const orbit = readOrbit(flags, catalogue, constants);
  const svg = flags.text('svg'), blocked = svg === undefined ? undefined : checkWritableFile('svg', svg);
  if (blocked !== undefined) flags.problems.push(blocked);
  const missiles = flags.problems.length > 0 ? [] : flyRaids(flags, catalogue, flights);
  if (flags.problems.length > 0 || interceptor === undefined || pricing === undefined) throw new BadInput(flags.problems);

  const question: DesignQuestion = {
    raids: missiles.map((missile) => missile.flights), commit_s: asked.delay_s, interceptor, perSatellite_count: asked.perSatellite, salvo: asked.salvo, isSpread: flags.has('spread'), shots: asked.shots,
    works_prob: asked.reliability, probability: asked.probability, altitude_m: scaled(altitude, 'km'), inclination_rad: scaled(inclination, 'deg'), life_y: fromSi(orbit.life_s, 'y'),
    mass_kg: satelliteMass(carriedMass_kg(interceptor, asked.perSatellite, AEI_BUILD) as number, orbit), price_usd: pricing.price_usd, seed: asked.seed,
  };
  const { pricedBy } = pricing;
  const progress = new Progress(output, 'orbits'), memory = createMemory(question, (worked) => progress.update(worked, Math.max(USUAL_ORBITS, worked)));
  const answer = designConstellation(question, memory);
  progress.clear();
  if ('reason' in answer) throw nothingFound(answer, question);
  const front = flags.has('front') || svg !== undefined ? readFront(question, answer, memory, output) : [];
  const provenance = provenanceOf(catalogue, commandLine), raid = raidText(missiles, question);
  if (svg !== undefined) {
    // Loaded only when it is wanted: drawing takes longer to load than many answers.
    const { designSvg } = await import('./design-picture.js');
    const points = front.map(({ salvo, design: found }) => ({ salvo, price_usd: found.price_usd, satellites_count: found.satellites_count }));
    writeAtomically(svg, designSvg({ title: 'Cheapest constellation against the size of the raid', subtitle: raid, notes: [`Price by ${pricedBy.name}. ${ASSUMED}`], points, salvo: question.salvo, priceYear: pricedBy.priceYear }, provenance));
    output.note(`Wrote ${svg}`);
  }
  if (output.isJson) output.json({ ...designDocument(answer, question, pricedBy), ...(front.length > 0 ? { front: frontDocument(front) } : {}), inputs: inputsDocument(question, missiles), constants, provenance });
  else printAnswer(output, designHead(answer, question, pricedBy), [designText(answer, question, raid, pricedBy), front.length > 0 ? frontText(front) : '', ASSUMED, constantsText(constants)], citationLine(provenance));
  return 0;
}

const ASSUMED = 'Every path is foreseen, no satellite is missing, and nobody shoots at the satellites; a search finds the best near its start, not surely the best of all.';

function readFront(question: DesignQuestion, answer: Design, memory: ReturnType<typeof createMemory>, output: CommandInput['output']): FrontPoint[] {
  const progress = new Progress(output, 'sizes of raids');
  progress.update(0, salvosAbout(question.salvo).length);
  const front = frontOf(question, answer, memory, (done, total) => progress.update(done, total));
  progress.clear();
  return front;
}

/** One raid for each place; places are read from copies of the flags that name one place each. */
function flyRaids(flags: Flags, catalogue: Catalogue, flights: number | undefined): SizeMissile[] {
  const places = flags.texts('from');
  return (places.length === 0 ? [undefined] : places).flatMap((place) => {
    const own = new Flags();
    for (const name of ['missile', 'to']) for (const value of flags.texts(name)) own.add(name, value);
    if (place !== undefined) own.add('from', place);
    if (flights !== undefined) own.add('flights', String(flights));
    const missile = flySizeMissile(own, catalogue, 'boost', undefined);
    flags.problems.push(...own.problems);
    return missile === undefined ? [] : [missile];
  });
}

interface Limits {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
}

/** `LO,HI`, or one number for both. */
function readSpan(flags: Flags, { name, low, high, min, max, unit }: Limits): Span {
  const text = flags.text(name);
  if (text === undefined) return { low, high };
  const parts = text.split(',').map((part) => part.trim()), values = parts.map(Number);
  const [first = NaN, last = first] = values;
  if (parts.length > 2 || parts.includes('') || !values.every(Number.isFinite) || last < first) {
    flags.reject(name, `LO,HI in ${unit}, the lower one first, or one number`, `as in --${name} ${low},${high}`);
  } else if (first < min || last > max) {
    flags.reject(name, `numbers from ${countText(min)} to ${countText(max)} ${unit}`, `nearest: ${Math.min(max, Math.max(min, first))},${Math.min(max, Math.max(min, last))}`);
  } else return { low: first, high: last };
  return { low, high };
}

const scaled = ({ low, high }: Span, unit: string): Span => ({ low: toSi(low, unit), high: toSi(high, unit) });

function readInterceptor(flags: Flags, catalogue: Catalogue, constants: SourceConstant[]): SpaceInterceptor | undefined {
  const name = flags.text('interceptor') ?? 'notional-sbi', files = catalogue.kinds.interceptors;
  const file = Object.hasOwn(files, name) ? files[name] : undefined;
  const speed_kmps = flags.number('speed_kmps', { min: 0.1, max: 30, unit: 'km/s' }), acceleration_g = flags.number('acceleration_g', { min: 0.1, max: 1000, unit: 'g' });
  if (file?.model !== 'space-based') {
    const spaceBased = Object.entries(files).filter(([, each]) => each.model === 'space-based').map(([each]) => each);
    flags.reject('interceptor', 'a space-based interceptor of the public data', nameHint(name, spaceBased));
    return undefined;
  }
  const taken = { speed_kmps: speed_kmps ?? file.speed_kmps.value, acceleration_g: acceleration_g ?? file.acceleration_g.value, deadTime_s: file.deadTime_s.value, divert_kmps: file.divert_kmps.value, floorAltitude_km: file.floorAltitude_km.value, batteryLife_s: file.batteryLife_s.value };
  for (const [key, value] of Object.entries(taken)) if (!flags.has(key)) constants.push({ name: key, value, source: `card of ${name}: cupola show interceptors ${name}` });
  return {
    speed_mps: toSi(taken.speed_kmps, 'kmps'), acceleration_mps2: toSi(taken.acceleration_g, 'g'), deadTime_s: taken.deadTime_s, divert_mps: toSi(taken.divert_kmps, 'kmps'),
    floor_m: toSi(taken.floorAltitude_km, 'km'), battery_s: taken.batteryLife_s,
  };
}

interface Pricing {
  readonly price_usd: Price;
  readonly pricedBy: PricedBy;
}

/** A preset of the cost engine, with the number, mass and life of the constellation in place of its own; the unit is an interceptor with its share of the satellite. */
function readPricing(flags: Flags, catalogue: Catalogue): Pricing | undefined {
  const name = flags.text('preset') ?? DEFAULT_PRESET, preset = findPreset(catalogue, name);
  const values = preset === undefined ? {} : valuesOf(preset.numbers);
  if (preset === undefined || values['firstUnit_usd'] === undefined) {
    const priced = presetNames(catalogue).filter((each) => findPreset(catalogue, each)?.numbers.some(({ key }) => key === 'firstUnit_usd'));
    flags.reject('preset', `a preset that prices satellites: ${priced.join(', ')}`, preset === undefined ? nameHint(name, priced) : `${name} gives no price of a satellite`);
    return undefined;
  }
  const known = new Map<string, number | undefined>();
  const lifts_kg = values['launchCapacity_kg'] ?? AEI_COSTING.launchCapacity_kg;
  const price = ({ satellites_count, perSatellite_count, mass_kg, life_y }: Parameters<Price>[0]): number | undefined => {
    // The share of an interceptor is priced, but a launch must lift the whole satellite.
    if (mass_kg > lifts_kg) return undefined;
    const costing = costingOf(preset, { ...values, satellites_count: satellites_count * perSatellite_count, mass_kg: mass_kg / perSatellite_count, life_y });
    const cost = typeof costing === 'string' ? costing : spaceLayerCost(costing);
    return typeof cost === 'string' ? undefined : cost.total_usd;
  };
  const price_usd: Price = (constellation) => {
    const key = `${constellation.satellites_count} ${constellation.mass_kg}`;
    if (!known.has(key)) known.set(key, price(constellation));
    return known.get(key);
  };
  return { price_usd, pricedBy: { name: `${preset.title} (cupola cost --preset ${name})`, priceYear: preset.priceYear } };
}

function readOrbit(flags: Flags, catalogue: Catalogue, constants: SourceConstant[]): Holding {
  const cards = defaultsOf(catalogue, 'orbit-life', 'orbit-life');
  const life_y = flags.number('life_y', { min: 0.1, max: 20, unit: 'years' }) ?? cards.life_y.value;
  if (!flags.has('life_y')) constants.push({ name: 'life_y', value: life_y, source: 'cupola show defaults orbit-life' });
  return { massToArea_kgpm2: cards.massToArea_kgpm2.value, dragCoefficient: cards.dragCoefficient.value, specificImpulse_s: cards.specificImpulse_s.value, life_s: toSi(life_y, 'y') };
}

/** What was asked cannot be: told with the nearest that can. */
function nothingFound(none: NoDesign, question: DesignQuestion): BadInput {
  if (none.reason === 'too-late') return new BadInput([flagProblem('--delay_s', significantText(question.commit_s), `an order before ${Math.floor(none.closes_s)} s`, `the boost ends ${Math.floor(none.closes_s)} s after launch, and interceptors must fly before that`)]);
  if (none.reason === 'too-heavy') return new BadInput([flagProblem('--altitude_km', none.mass_kg < Infinity ? `satellites of ${countText(Math.round(none.mass_kg))} kg` : 'satellites that are nearly all propellant', `altitudes at which a satellite lives ${significantText(question.life_y)} years and one launch lifts it`, `no satellite can live there: ${heavyHint(question)}`)]);
  if (none.reason === 'too-many') {
    const feasible = Math.floor((question.salvo * MOST_SATELLITES) / none.satellites_count), most = countText(MOST_SATELLITES);
    const salvo = feasible >= 1 ? `nearest: about --salvo ${feasible}` : 'not even one missile';
    return new BadInput([flagProblem('--salvo', `about ${countText(none.satellites_count)} satellites`, `at most ${most} satellites`, `${salvo}; or fewer shots, a lower probability, an earlier order`)]);
  }
  return neverInReach(question);
}

/** Propellant falls with altitude, so there is a lowest one at which a satellite can be launched. */
function heavyHint({ mass_kg, price_usd, perSatellite_count, life_y }: DesignQuestion): string {
  for (let altitude_km = ALTITUDE.min; altitude_km <= ALTITUDE.high; altitude_km += 10) {
    const altitude_m = toSi(altitude_km, 'km');
    if (price_usd({ satellites_count: 1, perSatellite_count, mass_kg: mass_kg(altitude_m), life_y, altitude_m }) !== undefined) return `nearest: altitudes from ${altitude_km} km, where less propellant is needed`;
  }
  return 'fewer interceptors on one satellite, or slower ones';
}

function neverInReach({ raids, commit_s, interceptor, altitude_m, inclination_rad, salvo, shots }: DesignQuestion): BadInput {
  // From the corner of the limits that comes closest to being of use: low, and steep.
  const steepest_rad = Math.abs(inclination_rad.high - PI / 2) < Math.abs(inclination_rad.low - PI / 2) ? Math.min(inclination_rad.high, Math.max(PI / 2, inclination_rad.low)) : inclination_rad.low;
  const [flights] = raids;
  if (flights === undefined) return new BadInput([flagProblem('--from', 'nothing', 'a place')]);
  const ways = nearestFeasible({ flights, commit_s, orbits: { altitude_m: altitude_m.low, inclination_rad: steepest_rad }, interceptor, layout: { kind: 'walker', phasing: 1 }, watch: { duration_s: 1, step_s: 1 }, salvo, shots }, 'never-in-reach');
  const words = ways.map(({ quantity, value }) => {
    if (quantity === 'delay') return `--delay_s ${Math.floor(value)}`;
    if (quantity === 'speed') return `--speed_kmps ${(Math.ceil(fromSi(value, 'kmps') * 10) / 10).toFixed(1)}`;
    return quantity === 'inclination' ? `--inclination_deg with ${Math.ceil(fromSi(value, 'deg'))}` : `--altitude_km with ${Math.floor(fromSi(value, 'km'))}`;
  });
  const hint = words.length === 0 ? 'no single change of delay, speed, inclination or altitude brings one in reach' : `each of these by itself brings a satellite in reach: ${words.join('; ')}`;
  return new BadInput([flagProblem('--inclination_deg', 'nothing ever in reach', 'limits with orbits from which the missile can be met', hint)]);
}

function raidText(missiles: readonly SizeMissile[], { salvo, isSpread, commit_s }: DesignQuestion): string {
  const [first] = missiles, from = missiles.map(({ attack }) => attack.origin.name).join(' or ');
  return `${countText(salvo)} of ${first?.title ?? ''} from ${from}${isSpread ? ', all over the launch area' : ''} to ${first?.attack.targets[0]?.name ?? ''}; order to fire ${significantText(commit_s)} s after launch`;
}

function inputsDocument(question: DesignQuestion, missiles: readonly SizeMissile[]): Record<string, unknown> {
  const { interceptor, altitude_m, inclination_rad } = question;
  return {
    missile: missiles[0]?.attack.threat.name, from: missiles.map(({ attack }) => attack.origin.name), to: missiles[0]?.attack.targets[0]?.name,
    salvo: question.salvo, shots: question.shots, probability: question.probability, delay_s: question.commit_s, spread: question.isSpread, reliability: question.works_prob, perSatellite: question.perSatellite_count, life_y: question.life_y,
    altitude_km: [fromSi(altitude_m.low, 'km'), fromSi(altitude_m.high, 'km')], inclination_deg: [fromSi(inclination_rad.low, 'deg'), fromSi(inclination_rad.high, 'deg')],
    speed_kmps: fromSi(interceptor.speed_mps, 'kmps'), acceleration_g: fromSi(interceptor.acceleration_mps2, 'g'), flights: missiles.map(({ flights }) => flights.flown.length), seed: question.seed,
  };
}
