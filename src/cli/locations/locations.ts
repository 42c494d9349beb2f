/** `cupola locations`: from where batteries cover most people, in which order, who is left out, and what other weights would say. Coverage only: nothing here plans what anybody aims at. */
import { isHighsInstalled, openHighs } from '../../cluster/highs-solver.js';
import { citationLine } from '../../figures/sentences/citation.js';
import { allWeights, placeWeights, WEIGHT_SCHEMES, type WeightScheme } from '../../policy/locations/weights.js';
import { defendedPlaces, governmentShares, placeOf } from '../../policy/locations/catalogue-places.js';
import { modelsOf } from '../../policy/locations/exact-locations.js';
import { type LocationQuestion, prepareQuestion } from '../../policy/locations/location-question.js';
import { type LocationPlan, planLocations, proveLocations } from '../../policy/locations/plan-locations.js';
import { coverSites } from '../../studies/locations/coverage.js';
import { findPlace } from '../../scenario/catalogue.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { printAnswer } from '../frame/closed-form.js';
import type { Command, CommandInput } from '../frame/command.js';
import { BadInput, KnownFault, Stopped } from '../frame/failures.js';
import { checkWritableFile, writeAtomically } from '../frame/files.js';
import type { Flags } from '../frame/flags.js';
import { nameHint } from '../frame/nearest.js';
import type { Output } from '../frame/output.js';
import { noteWarnings } from '../frame/problems.js';
import { Progress } from '../frame/progress.js';
import { provenanceOf } from '../frame/provenance.js';
import { SCENARIO_ARGUMENT, SET_FLAG } from '../frame/scenario-file.js';
import { type LocationAnswer, locationsDocument, locationsHead, locationsText } from './locations-answer.js';
import { DEFAULT_BATTERY, DEFAULT_MISSILE, readAsked } from './locations-question.js';

const DEFAULT = { batteries: 12, seconds: 10 };
const INSTALL = 'install highs: npm install --no-save highs@1.15.3';

export const locationsCommand: Command = {
  name: 'locations',
  summary: 'from where batteries cover most people, in which order, who is left out, and what other weights would say',
  usage: ['locations [<scenario>] [--battery NAME] [--batteries N] [--places SET]… [--sites NAME]… [--weights WORD] [--greedy | --exact] [--svg FILE]'],
  arguments: [{ ...SCENARIO_ARGUMENT, isOptional: true, doc: `${SCENARIO_ARGUMENT.doc}: its attacks, sensors and rules say what is flown and when batteries may fire` }],
  flags: [
    { name: 'battery', value: 'NAME', doc: `a ground interceptor of the public data that every battery fires (default ${DEFAULT_BATTERY})` },
    { name: 'batteries', value: 'N', doc: `how many batteries, one at a site (default ${DEFAULT.batteries})` },
    { name: 'count', value: 'N', doc: 'interceptors of each battery (default: the interceptor\'s card, else 20)' },
    { name: 'places', value: 'SET', isRepeated: true, doc: 'places to defend: groups or names of data/sites (default us-cities-50 and us-states-and-territories)' },
    { name: 'sites', value: 'NAME', isRepeated: true, doc: 'where batteries may stand: groups or names of data/sites (default: the places themselves and the public sites of the country)' },
    { name: 'weights', value: 'WORD', doc: `what a place counts for: ${WEIGHT_SCHEMES.join(', ')} (default population); the others are told beside it` },
    { name: 'missile', value: 'NAME', doc: `without a scenario: the missile, as listed by cupola list threats (default ${DEFAULT_MISSILE})` },
    { name: 'from', value: 'PLACE', isRepeated: true, doc: 'without a scenario: where it is launched, each time the flag is given (default: the site on the missile\'s card)' },
    { name: 'shots', value: 'N', doc: 'shots that a battery must get at a missile for a place to count as protected (default 1)' },
    { name: 'doctrine', value: 'WORD', doc: 'barrage (default) or shoot-look-shoot' },
    { name: 'delay_s', value: 'D', doc: 'from launch to permission to fire (default: with a scenario from its sensors and rules; else as soon as the boost has ended)' },
    { name: 'greedy', doc: 'without the exact answer, which HiGHS gives where it is installed' },
    { name: 'exact', doc: 'refuse to answer without HiGHS' },
    { name: 'seconds', value: 'S', doc: `longest time for each of the exact answers (default ${DEFAULT.seconds})` },
    { name: 'svg', value: 'FILE', doc: 'draw a map of the sites and the curve of what they protect' },
    SET_FLAG,
  ],
  examples: [
    ['cupola locations', 'twelve THAAD batteries against a solid-fuel ICBM, people of 77 places'],
    ['cupola locations --batteries 20 --weights state --svg locations.svg', 'every state the same, as a picture'],
    ['cupola locations scenarios/01-ten-icbms-notional-shell.yaml --battery pac-3-mse', 'against the attacks of a scenario, with its sensors and rules'],
  ],
  run: locations,
};

async function locations({ flags, given, output, signal, commandLine }: CommandInput): Promise<number> {
  const catalogue = loadCatalogue(), batteries_count = flags.integer('batteries', { min: 1, max: 200 }) ?? DEFAULT.batteries, seconds = flags.number('seconds', { min: 0.1, max: 3600, unit: 's' }) ?? DEFAULT.seconds;
  const scheme = readScheme(flags), svg = flags.text('svg'), asked = readAsked(flags, given['scenario'], catalogue);
  const blocked = svg === undefined ? undefined : checkWritableFile('svg', svg);
  if (blocked !== undefined) flags.problems.push(blocked);
  if (flags.has('greedy') && flags.has('exact')) flags.reject('exact', 'either --exact or --greedy');
  if (asked === undefined || flags.problems.length > 0) throw new BadInput(flags.problems);
  const isThere = isHighsInstalled();
  if (flags.has('exact') && !isThere) throw new KnownFault(`--exact needs HiGHS: ${INSTALL}`);
  noteWarnings(output, asked.warnings);
  const places = defendedPlaces(catalogue, asked.placeNames), bar = new Progress(output, 'flights and sites');
  const coverage = coverSites({ plan: asked.plan, layerIndex: 0, sites: asked.siteNames.map((name) => placeOf(catalogue, name)), places: places.map(({ name }) => placeOf(catalogue, name)), rules: asked.rules, ...(asked.delay_s === undefined ? {} : { delay_s: asked.delay_s }) }, (done, total) => {
    bar.update(done, total);
    if (signal.aborted) throw new Stopped('Stopped; nothing was written.');
  });
  bar.clear();
  // Whoever no missile asked can reach needs no battery and takes no share of the weight.
  const reached = places.filter(({ name }) => !coverage.notReached.includes(name)), government = governmentShares(catalogue);
  if (reached.length === 0) throw new KnownFault('No missile asked reaches any of the places.');
  const question: LocationQuestion = { places: reached, footprints: coverage.footprints, batteries_count, weights: placeWeights(scheme, reached, government), others: allWeights(reached, government) };
  const plan = await planned(question, { isExact: isThere && !flags.has('greedy'), seconds, output, signal });
  const provenance = provenanceOf(catalogue, commandLine, { planHash: asked.planHash });
  const answer: LocationAnswer = { plan, coverage, places, reached, titles: new Map([...asked.placeNames, ...asked.siteNames].map((name) => [name, findPlace(catalogue, name)?.cards.title ?? name])), asked, solver: isThere && !flags.has('greedy') ? 'highs' : null, hint: isThere ? '' : INSTALL, government };
  if (svg !== undefined) await draw(svg, answer, output, { catalogue, provenance });
  if (output.isJson) output.json(locationsDocument(answer, provenance));
  else printAnswer(output, locationsHead(answer), locationsText(answer), citationLine(provenance));
  return 0;
}

async function planned(question: LocationQuestion, { isExact, seconds, output, signal }: { isExact: boolean; seconds: number; output: Output; signal: AbortSignal }): Promise<LocationPlan> {
  if (!isExact) return planLocations(question);
  const solver = openHighs(seconds, signal), bar = new Progress(output, 'exact answers'), total = modelsOf(prepareQuestion(question));
  try {
    const plan = await proveLocations(question, solver.solve, (done) => bar.update(done, total));
    if (signal.aborted) throw new Stopped('Stopped; nothing was written.');
    return plan;
  } finally {
    bar.clear();
    await solver.close();
  }
}

async function draw(file: string, answer: LocationAnswer, output: Output, shown: { catalogue: ReturnType<typeof loadCatalogue>; provenance: ReturnType<typeof provenanceOf> }): Promise<void> {
  const { locationsSvg } = await import('./locations-picture.js');
  writeAtomically(file, locationsSvg(answer, shown.catalogue, shown.provenance));
  output.note(`Wrote ${file}`);
}

function readScheme(flags: Flags): WeightScheme {
  const text = flags.text('weights') ?? 'population', scheme = WEIGHT_SCHEMES.find((word) => word === text);
  if (scheme === undefined) flags.reject('weights', `one of ${WEIGHT_SCHEMES.join(', ')}`, nameHint(text, WEIGHT_SCHEMES));
  return scheme ?? 'population';
}

