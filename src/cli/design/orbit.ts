/** `cupola orbit`: life in a low orbit, what it costs to stay there, and what goes up and comes down each year. */
import { citationLine } from '../../figures/sentences/citation.js';
import { countText, significantText, toPlace } from '../../figures/numbers.js';
import { textPairs, textTable } from '../../figures/text-table.js';
import { fromSi, toSi } from '../../kernel/units.js';
import { ACTIVITIES, type SolarActivity } from '../../models/constellation/solar-activity.js';
import { AEI_INTERCEPTOR_MASS, spaceInterceptorMass_kg } from '../../models/interceptor/rocket-equation.js';
import { type Catalogue, defaultsOf, showEntry } from '../../scenario/catalogue.js';
import { activityFactors, altitudeForLife_m, holdingOf, lifeCurve, type OrbitLife, orbitLife, type OrbitLifeInputs, whyNoLife } from '../../studies/orbit/orbit-life.js';
import { lowestAltitude_m } from '../../studies/orbit/satellite-mass.js';
import { cardNumbers } from '../cards/card.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { constantsText, printAnswer, type SourceConstant } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, flagProblem } from '../frame/failures.js';
import { checkWritableFile, writeAtomically } from '../frame/files.js';
import type { Flags, Range } from '../frame/flags.js';
import { provenanceOf } from '../frame/provenance.js';

const CARDS = 'orbit-life';
const HIGHEST_KM = 2000;
const LOWEST_KM = 150;
/** Of the density table; above it density is a guess along the last slope. */
const TABLE_TOP_KM = 600;
const AEI = 'AEI space-based interceptor calculator, Harrison 2025 (seen: secondary)';

/** Flags that stand in for numbers of the card file. */
const CARD_FLAGS = {
  massToArea_kgpm2: { min: 1, max: 5000, unit: 'kg/m2' },
  life_y: { min: 0.1, max: 50, unit: 'years' },
  specificImpulse_s: { min: 40, max: 10_000, unit: 's' },
  spareShare: { min: 0, max: 1 },
  launchCapacity_kg: { min: 10, max: 1_000_000, unit: 'kg' },
} as const satisfies Record<string, Range>;

export const orbitCommand: Command = {
  name: 'orbit',
  summary: 'life in a low orbit: drag, make-up propellant, replacements, launches and re-entries a year',
  usage: [
    'orbit --altitude_km H [--activity low|mean|high] [--life_y L] [--unpropelled] [--massToArea_kgpm2 M] [--specificImpulse_s S] [--satellites N] [--spareShare S] [--mass_kg K] [--launchCapacity_kg C] [--perLaunch N] [--svg FILE]',
  ],
  arguments: [],
  flags: [
    { name: 'altitude_km', value: 'H', doc: `of the circular orbit, from ${LOWEST_KM} km` },
    { name: 'activity', value: 'WORD', doc: 'of the Sun: low, mean or high, years around a minimum or a maximum (default mean); all three are told' },
    { name: 'life_y', value: 'L', doc: 'service life wanted (default 5, AEI 2025)' },
    { name: 'unpropelled', doc: 'no engine: a satellite lives no longer than drag lets it' },
    { name: 'massToArea_kgpm2', value: 'M', doc: 'mass over frontal area (default 100; 50 to 200 for typical objects)' },
    { name: 'specificImpulse_s', value: 'S', doc: 'of the engine that makes up for drag (default 220)' },
    { name: 'satellites', value: 'N', doc: 'that must work at any time (default 7,800, CBO 2026)' },
    { name: 'spareShare', value: 'S', doc: 'spares in orbit, as a share of them (default 0.05)' },
    { name: 'mass_kg', value: 'K', doc: 'of one satellite at launch, propellant against drag included (default: what AEI\'s calculator builds, about 1,294 kg, and that propellant on top)' },
    { name: 'launchCapacity_kg', value: 'C', doc: 'lifted by one launch (default 45,000, AEI 2025)' },
    { name: 'perLaunch', value: 'N', doc: 'most satellites of one launch, whatever they weigh (default no limit)' },
    { name: 'svg', value: 'FILE', doc: 'draw altitude against life without an engine and against make-up' },
  ],
  examples: [
    ['cupola orbit --altitude_km 350 --satellites 7800', 'what it takes to keep 7,800 satellites at 350 km'],
    ['cupola orbit --altitude_km 300 --unpropelled --life_y 5', 'why a satellite without an engine cannot live five years there'],
    ['cupola orbit --altitude_km 500 --activity high --svg life.svg', 'an active Sun, with a picture'],
  ],
  run: orbit,
};

async function orbit({ flags, output, commandLine }: CommandInput): Promise<number> {
  const catalogue = loadCatalogue();
  const altitude_km = flags.number('altitude_km', { min: LOWEST_KM, max: HIGHEST_KM, unit: 'km' });
  if (!flags.has('altitude_km')) flags.reject('altitude_km', `an altitude from ${LOWEST_KM} to ${countText(HIGHEST_KM)} km`);
  const activity = readActivity(flags);
  const used: SourceConstant[] = [];
  const inputs = readInputs(flags, catalogue, toSi(altitude_km ?? LOWEST_KM, 'km'), used);
  const svg = flags.text('svg');
  const blocked = svg === undefined ? undefined : checkWritableFile('svg', svg);
  if (blocked !== undefined) flags.problems.push(blocked);
  if (flags.problems.length > 0) throw new BadInput(withNearestAltitude(flags));

  const lives = ACTIVITIES.map((each) => orbitLife(inputs, each));
  const answer = lives[ACTIVITIES.indexOf(activity)];
  if (answer === undefined) throw noLife(inputs, activity, flags);
  const warnings = warningsOf(inputs, answer);
  const curve = lifeCurve(inputs);
  const provenance = provenanceOf(catalogue, commandLine);
  if (svg !== undefined) {
    // Loaded only when it is wanted: drawing takes longer to load than the answer takes.
    const { orbitLifeSvg } = await import('./orbit-picture.js');
    writeAtomically(svg, orbitLifeSvg({ inputs, activity, curve, warnings, provenance }));
    output.note(`Wrote ${svg}`);
  }
  if (output.isJson) {
    output.json({
      altitude_km, ...lifeDocument(answer), warnings, activities: lives.map((life, index) => (life === undefined ? { activity: ACTIVITIES[index], reason: whyNoLife(inputs, ACTIVITIES[index] ?? activity)?.reason } : lifeDocument(life))),
      curve: curve.map((point) => ({ altitude_km: fromSi(point.altitude_m, 'km'), activity: point.activity, passiveLife_y: fromSi(point.passive_s, 'y'), makeUpPerYear_mps: point.makeUpPerYear_mps })),
      constants: used, provenance,
    });
  } else printAnswer(output, headText(inputs, answer), [...warnings, lifeText(answer), activitiesText(lives), constantsText(used)], citationLine(provenance));
  return 0;
}

/** The range of the altitude says where the nearest feasible one is; a word says why. */
function withNearestAltitude(flags: Flags): Flags['problems'] {
  return flags.problems.map((problem) => {
    if (problem.path !== '--altitude_km' || !(Number(problem.found) < LOWEST_KM)) return problem;
    return { ...problem, hint: `nearest: ${LOWEST_KM} km; lower down nothing completes an orbit for long, and below 180 km a few hours are left` };
  });
}

/** No satellite can live there: said with the nearest altitude at which one does. */
function noLife(inputs: OrbitLifeInputs, activity: SolarActivity, flags: Flags): BadInput {
  const none = whyNoLife(inputs, activity), years = durationText(inputs.life_s), { capacity_kg } = inputs.launcher;
  const altitude = (expected: string, hint: string): BadInput => new BadInput([flagProblem('--altitude_km', flags.text('altitude_km') ?? '', expected, hint)]);
  if (none === undefined) throw new Error('a satellite that can live was not reckoned');
  if (none.reason === 'comes-down') {
    const day_m = altitudeForLife_m({ ...inputs, life_s: toSi(1, 'd') }, activity, toSi(HIGHEST_KM, 'km'));
    return altitude('an altitude at which a satellite without an engine stays up', `no satellite can live there without one: it comes down within hours${day_m === undefined ? '' : `; a day is left from ${countText(Math.ceil(fromSi(day_m, 'km')))} km`}`);
  }
  const carried_kg = none.launch_kg - none.propellant_kg, isHeavyItself = carried_kg > capacity_kg || inputs.massIs !== 'carried' && none.reason === 'too-heavy';
  if (isHeavyItself) return new BadInput([flagProblem('--mass_kg', significantText(inputs.mass_kg), `at most ${countText(capacity_kg)} kg, what one launch lifts`, `or --launchCapacity_kg ${Math.ceil(none.launch_kg)}`)]);
  const lowest_m = lowestAltitude_m(inputs.massIs === 'carried' ? inputs.mass_kg : 0, capacity_kg, holdingOf(inputs, activity));
  const share = `${toPlace(100 * Math.min(0.999, none.propellant_kg / none.launch_kg), -1)} %`;
  const why = none.reason === 'all-propellant' ? `holding it that long would take ${share} or more of the mass as propellant` : `it would weigh ${countText(Math.round(none.launch_kg))} kg with the propellant that holds it, and one launch lifts ${countText(capacity_kg)} kg`;
  return altitude(`an altitude at which a satellite can live ${years}`, `no satellite can live there: ${why}${lowest_m === undefined ? '' : `; nearest: ${countText(Math.ceil(fromSi(lowest_m, 'km')))} km`}, or a shorter --life_y, or an engine of higher --specificImpulse_s`);
}

function readActivity(flags: Flags): SolarActivity {
  const given = flags.text('activity');
  const known = ACTIVITIES.find((each) => each === (given ?? 'mean'));
  if (known === undefined) flags.reject('activity', ACTIVITIES.join(', '));
  return known ?? 'mean';
}

function readInputs(flags: Flags, catalogue: Catalogue, altitude_m: number, used: SourceConstant[]): OrbitLifeInputs {
  const cards = defaultsOf(catalogue, CARDS, CARDS), numbers = cardNumbers(cards);
  const card = (name: keyof typeof cards & string): number => {
    const number = numbers.find(({ path }) => path === name);
    if (number === undefined) throw new Error(`catalogue: data/defaults/${CARDS}.json lacks ${name}`);
    used.push({ name, value: number.value, source: `${number.source} (${number.standing}${number.seen === '' ? '' : `, seen: ${number.seen}`})` });
    return number.value;
  };
  const given = (name: keyof typeof CARD_FLAGS): number => (flags.has(name) ? (flags.number(name, CARD_FLAGS[name]) ?? 1) : card(name));
  const constant = (name: string, flag: string, value: number, range: Range, source: string, isWhole = false): number => {
    if (flags.has(flag)) return (isWhole ? flags.integer(flag, range) : flags.number(flag, range)) ?? value;
    used.push({ name, value, source });
    return value;
  };
  const notional = showEntry(catalogue, 'constellations', 'notional-7800');
  return {
    altitude_m,
    massToArea_kgpm2: given('massToArea_kgpm2'),
    dragCoefficient: card('dragCoefficient'),
    life_s: toSi(given('life_y'), 'y'),
    isPropelled: !flags.has('unpropelled'),
    specificImpulse_s: given('specificImpulse_s'),
    satellites_count: constant('satellites', 'satellites', notional?.count.value ?? 7800, { min: 1, max: 1e6 }, notional?.count.source ?? '', true),
    spareShare: given('spareShare'),
    mass_kg: constant('carried_kg', 'mass_kg', Math.round(spaceInterceptorMass_kg(AEI_INTERCEPTOR_MASS)), { min: 0.1, max: 1e6, unit: 'kg' }, AEI),
    massIs: flags.has('mass_kg') ? 'at-launch' : 'carried',
    launcher: { capacity_kg: given('launchCapacity_kg'), capacity_count: flags.integer('perLaunch', { min: 1, max: 10_000 }) ?? Infinity },
    factors: activityFactors(card),
  };
}

function warningsOf(inputs: OrbitLifeInputs, { activity, passive_s, propellant_kg, launch_kg }: OrbitLife): string[] {
  const warnings: string[] = [], altitude_km = fromSi(inputs.altitude_m, 'km');
  if (!inputs.isPropelled && passive_s < inputs.life_s) {
    const enough_m = altitudeForLife_m(inputs, activity, toSi(HIGHEST_KM, 'km'));
    const from = enough_m === undefined ? 'no altitude below it would do' : `that takes ${countText(Math.ceil(fromSi(enough_m, 'km')))} km or more`;
    warnings.push(`Without propulsion a satellite at ${significantText(altitude_km)} km comes down after ${durationText(passive_s)}, not ${durationText(inputs.life_s)}: ${from}, or an engine.`);
  }
  if (propellant_kg > 0.5 * launch_kg) warnings.push(`Staying ${durationText(inputs.life_s)} at ${significantText(altitude_km)} km takes ${significantText((100 * propellant_kg) / launch_kg, 3)} % of the mass as propellant: fly higher, heavier for the area, or with an electric engine.`);
  if (altitude_km > TABLE_TOP_KM) warnings.push(`The density table ends at ${TABLE_TOP_KM} km; above it air thins out more slowly than assumed here, so lives are shorter than told.`);
  return warnings;
}

function headText(inputs: OrbitLifeInputs, { life_s, upkeep }: OrbitLife): string {
  const { replacementsPerYear, launchesPerYear } = upkeep;
  return `${countText(inputs.satellites_count)} satellites at ${significantText(fromSi(inputs.altitude_m, 'km'))} km for ${durationText(life_s)} each: ${rateText(replacementsPerYear)} replaced a year by ${rateText(launchesPerYear)} launches`;
}

function lifeText(life: OrbitLife): string {
  const { upkeep } = life;
  return textPairs([
    ['Air density', `${life.density_kgpm3.toExponential(2)} kg/m3, ${life.activity} activity of the Sun`],
    ['Life without an engine', `${durationText(life.passive_s)}, down to 180 km`],
    ['Make-up of drag', `${significantText(life.makeUpPerYear_mps, 3)} m/s a year, ${significantText(life.makeUp_mps, 3)} m/s over the life`],
    ['Propellant for it', `${significantText(life.propellant_kg, 3)} kg of ${significantText(life.launch_kg)} kg at launch`],
    ['In orbit', `${countText(upkeep.inOrbit_count)}, ${countText(upkeep.spares_count)} of them spares`],
    ['To put them up', `${countText(upkeep.firstLaunches_count)} launches of ${countText(upkeep.perLaunch_count)}`],
    ['Replaced', `${rateText(upkeep.replacementsPerYear)} a year`],
    ['Launches', `${rateText(upkeep.launchesPerYear)} a year`],
    ['Re-entries', `${rateText(life.reentriesPerYear)} a year, ${significantText(fromSi(life.reentryMassPerYear_kg, 't'), 3)} t a year`],
  ]);
}

function activitiesText(lives: readonly (OrbitLife | undefined)[]): string {
  return textTable(
    [{ head: 'activity', align: 'left' }, { head: 'density (kg/m3)', align: 'right' }, { head: 'life without engine (d)', align: 'right' }, { head: 'make-up (m/s/y)', align: 'right' }, { head: 'propellant (kg)', align: 'right' }, { head: 'at launch (kg)', align: 'right' }, { head: 'replaced a year', align: 'right' }],
    lives.map((life, index) => life === undefined ? [ACTIVITIES[index] ?? '', '', '', '', 'none can live'] : [life.activity, life.density_kgpm3.toExponential(2), significantText(fromSi(life.passive_s, 'd'), 3), significantText(life.makeUpPerYear_mps, 3), significantText(life.propellant_kg, 3), significantText(life.launch_kg), rateText(life.upkeep.replacementsPerYear)]),
  );
}

function lifeDocument(life: OrbitLife): Record<string, unknown> {
  const { upkeep } = life;
  return {
    activity: life.activity, density_kgpm3: life.density_kgpm3,
    passiveLife_d: fromSi(life.passive_s, 'd'), passiveLife_y: fromSi(life.passive_s, 'y'), makeUpPerYear_mps: life.makeUpPerYear_mps, makeUp_mps: life.makeUp_mps,
    propellant_kg: life.propellant_kg, mass_kg: life.launch_kg, life_y: fromSi(life.life_s, 'y'),
    spares: upkeep.spares_count, inOrbit: upkeep.inOrbit_count, perLaunch: upkeep.perLaunch_count, firstLaunches: upkeep.firstLaunches_count,
    // A life of nothing has no rate.
    replacementsPerYear: finite(upkeep.replacementsPerYear), launchesPerYear: finite(upkeep.launchesPerYear), reentriesPerYear: finite(life.reentriesPerYear), reentryMassPerYear_t: finite(fromSi(life.reentryMassPerYear_kg, 't')),
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
const rateText = (perYear: number): string => (Number.isFinite(perYear) ? significantText(perYear, perYear >= 100 ? 4 : 3) : 'endlessly many');

function durationText(length_s: number): string {
  const years = fromSi(length_s, 'y'), days = fromSi(length_s, 'd');
  if (years >= 1) return `${significantText(years, 3)} years`;
  return days >= 1 ? `${significantText(days, 3)} days` : `${significantText(fromSi(length_s, 'h'), 2)} hours`;
}
