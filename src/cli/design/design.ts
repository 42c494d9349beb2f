/** `cupola design`: the cheapest constellation of space-based interceptors for a raid. */
import { citationLine } from '../../figures/sentences/citation.js';
import { countText, significantText } from '../../figures/numbers.js';
import { fromSi, toSi } from '../../kernel/units.js';
import { burnsUntil_s } from '../../models/interceptor/space-based.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { frontOf, type FrontPoint, salvosAbout } from '../../studies/design/front.js';
import type { DesignQuestion, Span, Windows } from '../../studies/design/question.js';
import { satelliteMass } from '../../studies/design/satellite.js';
import { createMemory, type Design, designConstellation } from '../../studies/design/search.js';
import type { MeetingPhase } from '../../studies/number-needed/flights-to-meet.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { constantsText, printAnswer, readDefaulted, type SourceConstant, usedDefaults } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { designDocument, designHead, designText, frontDocument, frontText } from './design-answer.js';
import { DESIGN_INTERCEPTOR_FLAGS, readHolding, readInterceptor, readMass } from './design-interceptor.js';
import { DEFAULT_PRESET, readPricing } from './design-pricing.js';
import { nothingFound } from './design-refusal.js';
import { BadInput } from '../frame/failures.js';
import { checkWritableFile, writeAtomically } from '../frame/files.js';
import { Flags } from '../frame/flags.js';
import { Progress } from '../frame/progress.js';
import { provenanceOf } from '../frame/provenance.js';
import { DEFAULT_GLIDER, DEFAULT_MISSILE, DEFAULT_TARGET, flySizeMissile, type SizeMissile } from '../size/size-missile.js';

const CUPOLA = 'assumed by Cupola';
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
    'design [--missile NAME] [--from PLACE]… [--to PLACE] [--salvo N] [--shots K] [--probability P] [--delay_s D] [--altitude_km LO,HI] [--inclination_deg LO,HI] [--interceptor NAME] [--perSatellite N] [--reliability R] [--phase WORD] [--windows WORD] [--massModel WORD] [--preset NAME] [--spread] [--life_y L] [--front] [--svg FILE]',
  ],
  arguments: [],
  flags: [
    { name: 'missile', value: 'NAME', doc: `class of the raid (default ${DEFAULT_MISSILE}, in a glide ${DEFAULT_GLIDER})` },
    { name: 'from', value: 'PLACE', isRepeated: true, doc: 'where it may come from (default: the site on the missile\'s card); again for further places: the constellation does for each of them' },
    { name: 'to', value: 'PLACE', doc: `target (default ${DEFAULT_TARGET})` },
    { name: 'salvo', value: 'N', doc: `missiles launched together ${defaultOf('salvo')}` },
    { name: 'shots', value: 'K', doc: `at least so many at each of them ${defaultOf('shots')}` },
    { name: 'probability', value: 'P', doc: `how often that must be possible ${defaultOf('probability')}` },
    { name: 'delay_s', value: 'D', doc: `from launch to the order to fire ${defaultOf('delay_s')}` },
    { name: 'altitude_km', value: 'LO,HI', doc: `limits of altitude (default ${ALTITUDE.low},${ALTITUDE.high}); one number fixes it` },
    { name: 'inclination_deg', value: 'LO,HI', doc: `limits of inclination (default ${INCLINATION.low},${INCLINATION.high}); one number fixes it` },
    { name: 'phase', value: 'WORD', doc: 'where missiles are met: boost (default), glide or midcourse' },
    { name: 'meeting_s', value: 'T', doc: 'after boost: that point, as time after launch (default the middle of the phase)' },
    { name: 'flyout_s', value: 'T', doc: 'longest fly-out (default the battery\'s life)' },
    { name: 'windows', value: 'WORD', doc: 'true (default): whoever can meet the missile counts; believed: whoever the forecast shows, if a shot at its first meeting arrives; boost only' },
    ...DESIGN_INTERCEPTOR_FLAGS,
    { name: 'perSatellite', value: 'N', doc: `interceptors on one satellite ${defaultOf('perSatellite')}` },
    { name: 'reliability', value: 'R', doc: `chance that an interceptor works when called, so that shots are at least K that work ${defaultOf('reliability')}; not beside --spread` },
    { name: 'life_y', value: 'L', doc: 'service life of a satellite (default 5, AEI 2025)' },
    { name: 'preset', value: 'NAME', doc: `by which it is priced (default ${DEFAULT_PRESET})` },
    { name: 'replacement', value: 'WORD', doc: 'of presets that buy whole generations: prorated over the years (default) or whole' },
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
  const asked = readDefaulted(flags, ASKED), met = readMeeting(flags);
  const altitude = readSpan(flags, ALTITUDE), inclination = readSpan(flags, INCLINATION);
  const constants: SourceConstant[] = usedDefaults(flags, ASKED.filter(({ name }) => name !== 'seed'), CUPOLA);
  const card = readInterceptor(flags, catalogue, met.phase, constants), interceptor = card === undefined ? undefined : { ...card, battery_s: Math.min(card.battery_s, met.flyout_s ?? Infinity) };
  if (interceptor !== undefined && burnsUntil_s(interceptor) > interceptor.battery_s) flags.reject(flags.has('flyout_s') ? 'flyout_s' : 'batteryLife_s', 'a fly-out at least as long as the burn', `the interceptor burns until ${significantText(burnsUntil_s(interceptor))} s after the order: ${Math.ceil(burnsUntil_s(interceptor))} s is the shortest`);
  if (flags.has('spread') && asked.reliability < 1) flags.reject('reliability', 'no --reliability beside --spread', 'interceptors that may fail are counted only against missiles that fly side by side');
  if (flags.has('spread') && met.phase !== 'boost') flags.reject('spread', 'no --spread after boost', 'each missile is met at an age of its own there, and moments are those of one');
  const holding = readHolding(flags, catalogue, constants), life_y = fromSi(holding.life_s, 'y'), pricing = readPricing(flags, catalogue, life_y);
  const mass = interceptor === undefined ? undefined : readMass(flags, catalogue, interceptor, asked.perSatellite, constants);
  const flights = flags.integer('flights', { min: 1, max: 6 });
  const svg = flags.text('svg'), blocked = svg === undefined ? undefined : checkWritableFile('svg', svg);
  if (blocked !== undefined) flags.problems.push(blocked);
  const missiles = flags.problems.length > 0 ? [] : flyRaids(flags, catalogue, flights, met);
  if (flags.problems.length > 0 || interceptor === undefined || pricing === undefined || mass === undefined) throw new BadInput(flags.problems);

  const question: DesignQuestion = {
    raids: missiles.map((missile) => missile.flights), commit_s: asked.delay_s, interceptor, windows: met.windows, perSatellite_count: asked.perSatellite, salvo: asked.salvo, isSpread: flags.has('spread'), shots: asked.shots,
    works_prob: asked.reliability, probability: asked.probability, altitude_m: scaled(altitude, 'km'), inclination_rad: scaled(inclination, 'deg'), life_y,
    mass_kg: satelliteMass(mass.carried_kg, holding), price_usd: pricing.price_usd, seed: asked.seed,
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
    writeAtomically(svg, designSvg({ title: 'Cheapest constellation against the size of the raid', subtitle: raid, notes: [`Price by ${pricedBy.name}. ${assumedText(question)}`], points, salvo: question.salvo, priceYear: pricedBy.priceYear }, provenance));
    output.note(`Wrote ${svg}`);
  }
  if (output.isJson) output.json({ ...designDocument(answer, question, pricedBy, mass.model), ...(front.length > 0 ? { front: frontDocument(front) } : {}), inputs: inputsDocument(question, missiles), constants, provenance });
  else printAnswer(output, designHead(answer, question, pricedBy), [pricedBy.warning ?? '', designText(answer, question, raid, pricedBy, mass.model), front.length > 0 ? frontText(front, pricedBy.priceYear) : '', assumedText(question), constantsText(constants)], citationLine(provenance));
  return 0;
}

const assumedText = ({ windows }: DesignQuestion): string => `${windows === 'true' ? 'Every path is foreseen' : 'Only shots by forecast count, the first meeting shown of each'}, no satellite is missing, and nobody shoots at the satellites; a search finds the best near its start, not surely the best of all.`;

const PHASES: readonly MeetingPhase[] = ['boost', 'glide', 'midcourse'];

interface Met {
  readonly phase: MeetingPhase;
  readonly windows: Windows;
  readonly meeting_s: number | undefined;
  readonly flyout_s: number | undefined;
}

function readMeeting(flags: Flags): Met {
  const phase = PHASES.find((each) => each === (flags.text('phase') ?? 'boost')), windows = (['true', 'believed'] as const).find((each) => each === (flags.text('windows') ?? 'true'));
  const meeting_s = flags.number('meeting_s', { min: 1, max: 20_000, unit: 's' }), flyout_s = flags.number('flyout_s', { min: 1, max: 3600, unit: 's' });
  if (phase === undefined) flags.reject('phase', PHASES.join(', '));
  if (windows === undefined) flags.reject('windows', 'true or believed');
  if (phase === 'boost' && meeting_s !== undefined) flags.reject('meeting_s', 'this flag with --phase glide or midcourse', 'a boost is met anywhere until it ends');
  if (phase !== 'boost' && windows === 'believed') flags.reject('windows', 'true after boost', 'only a boost is forecast from the class template');
  return { phase: phase ?? 'boost', windows: windows ?? 'true', meeting_s, flyout_s };
}

function readFront(question: DesignQuestion, answer: Design, memory: ReturnType<typeof createMemory>, output: CommandInput['output']): FrontPoint[] {
  const progress = new Progress(output, 'sizes of raids');
  progress.update(0, salvosAbout(question.salvo).length);
  const front = frontOf(question, answer, memory, (done, total) => progress.update(done, total));
  progress.clear();
  return front;
}

/** One raid for each place; places are read from copies of the flags that name one place each. */
function flyRaids(flags: Flags, catalogue: Catalogue, flights: number | undefined, { phase, meeting_s }: Met): SizeMissile[] {
  const places = flags.texts('from');
  return (places.length === 0 ? [undefined] : places).flatMap((place) => {
    const own = new Flags();
    for (const name of ['missile', 'to']) for (const value of flags.texts(name)) own.add(name, value);
    if (place !== undefined) own.add('from', place);
    if (flights !== undefined) own.add('flights', String(flights));
    const missile = flySizeMissile(own, catalogue, phase, meeting_s);
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

const WHERE_MET: Readonly<Record<MeetingPhase, string>> = { boost: '', glide: ', met in their glide', midcourse: ', met in midcourse' };

function raidText(missiles: readonly SizeMissile[], { salvo, isSpread, commit_s }: DesignQuestion): string {
  const [first] = missiles, from = missiles.map(({ attack }) => attack.origin.name).join(' or ');
  return `${countText(salvo)} of ${first?.title ?? ''} from ${from}${isSpread ? ', all over the launch area' : ''} to ${first?.attack.targets[0]?.name ?? ''}${WHERE_MET[first?.flights.question.phase ?? 'boost']}; order to fire ${significantText(commit_s)} s after launch`;
}

function inputsDocument(question: DesignQuestion, missiles: readonly SizeMissile[]): Record<string, unknown> {
  const { interceptor, altitude_m, inclination_rad } = question;
  return {
    missile: missiles[0]?.attack.threat.name, from: missiles.map(({ attack }) => attack.origin.name), to: missiles[0]?.attack.targets[0]?.name,
    phase: missiles[0]?.flights.question.phase, windows: question.windows, salvo: question.salvo, shots: question.shots, probability: question.probability, delay_s: question.commit_s, spread: question.isSpread, reliability: question.works_prob, perSatellite: question.perSatellite_count, life_y: question.life_y,
    altitude_km: [fromSi(altitude_m.low, 'km'), fromSi(altitude_m.high, 'km')], inclination_deg: [fromSi(inclination_rad.low, 'deg'), fromSi(inclination_rad.high, 'deg')],
    speed_kmps: fromSi(interceptor.speed_mps, 'kmps'), acceleration_g: fromSi(interceptor.acceleration_mps2, 'g'), secondSpeed_kmps: interceptor.secondStage === undefined ? null : fromSi(interceptor.secondStage.speed_mps, 'kmps'), divert_kmps: fromSi(interceptor.divert_mps, 'kmps'), floor_km: fromSi(interceptor.floor_m, 'km'), longestFlyout_s: interceptor.battery_s, flights: missiles.map(({ flights }) => flights.flown.length), seed: question.seed,
  };
}
