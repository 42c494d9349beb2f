/** `cupola size --method propagated`: satellites that move against a missile that flies. */
import { citationLine } from '../../figures/sentences/citation.js';
import { fromSi, toSi } from '../../kernel/units.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { changed, type CurveQuantity, numberAgainst } from '../../studies/number-needed/curves.js';
import { takeApart } from '../../studies/number-needed/difference.js';
import { meetingPoint, type MeetingPhase } from '../../studies/number-needed/flights-to-meet.js';
import { evenShell } from '../../studies/number-needed/propagate-availability.js';
import { type Layout, type PropagatedInputs, sizeByPropagation } from '../../studies/number-needed/propagated.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { constantsText, printAnswer, refuseFlags, type SourceConstant } from '../frame/closed-form.js';
import type { CommandInput } from '../frame/command.js';
import { BadInput } from '../frame/failures.js';
import { checkWritableFile, writeAtomically } from '../frame/files.js';
import type { Flags } from '../frame/flags.js';
import { Progress } from '../frame/progress.js';
import { provenanceOf } from '../frame/provenance.js';
import { curveDocument, CURVE_FLAGS, curveText, curveUnit, differenceText, propagatedDocument, propagatedHead, propagatedText } from './size-answer.js';
import { divertConstant, type MoreFlags } from './size-interceptor.js';
import { DEFAULT_FLIGHTS, flySizeMissile, type SizeMissile } from './size-missile.js';
import { nothingInReach } from './size-refusal.js';
import { propagatedWarnings } from './size-warnings.js';

/** The flags of the closed forms, in their units. */
export interface SizeFlags {
  readonly altitude_km: number;
  readonly acceleration_g: number;
  readonly speed_kmps: number;
  readonly flyout_s: number;
  readonly interceptAltitude_km: number;
  readonly salvo: number;
  readonly shots: number;
}

const PHASES: readonly MeetingPhase[] = ['boost', 'glide', 'midcourse'];
export const DEFAULT_DELAY_S = 60;
const DEFAULT_HOURS = 24;
const DEFAULT_STEP_S = 60;
/** Space-based interceptors work above the air; one that meets a glider has to come down to it. */
export const DEFAULT_FLOOR_KM: Readonly<Record<MeetingPhase, number>> = { boost: 100, glide: 30, midcourse: 100 };
/** Longest fly-out against a glide or in midcourse, where no burn-out ends it. */
const DEFAULT_LONG_FLYOUT_S = 300;
/** Looks that take a few seconds to count. */
const MOST_LOOKS = 50_000;

interface Asked {
  readonly missile: SizeMissile;
  readonly inputs: PropagatedInputs;
  readonly constants: readonly SourceConstant[];
}

export async function sizePropagated({ flags, output, commandLine }: CommandInput, given: SizeFlags, more: MoreFlags, published: (phase: MeetingPhase) => readonly SourceConstant[]): Promise<number> {
  const catalogue = loadCatalogue();
  const curve = flags.text('curve'), svg = flags.text('svg');
  if (curve !== undefined && curve !== 'time' && !(curve in CURVE_FLAGS)) flags.reject('curve', `time, ${Object.keys(CURVE_FLAGS).join(', ')}`);
  const blocked = svg === undefined ? undefined : checkWritableFile('svg', svg);
  if (blocked !== undefined) flags.problems.push(blocked);
  const asked = readAsked(flags, given, more, catalogue);
  if (asked === undefined || flags.problems.length > 0) throw new BadInput(flags.problems);
  const { inputs, missile } = asked, constants = [...published(inputs.flights.question.phase), ...asked.constants];
  const answer = sizeByPropagation(inputs);
  if ('reason' in answer) throw nothingInReach(answer, inputs, flags);
  const provenance = provenanceOf(catalogue, commandLine), warnings = propagatedWarnings(answer, inputs);
  const difference = missile.flights.question.phase === 'boost' ? takeApart(inputs, toSi(given.interceptAltitude_km, 'km')) : [];
  const progress = new Progress(output, 'points');
  const points = curve === undefined || curve === 'time' ? undefined : numberAgainst(inputs, curve as CurveQuantity, curveValues(inputs, curve as CurveQuantity, answer.window.closes_s), (done) => progress.update(done, CURVE_POINTS));
  progress.clear();
  if (svg !== undefined) {
    const { curveSvg, timeSvg } = await import('../frame/number-svg.js');
    writeAtomically(svg, points === undefined ? timeSvg(answer, inputs, missile, provenance) : curveSvg(points, curve as CurveQuantity, inputs, missile, provenance));
    output.note(`Wrote ${svg}`);
  }
  if (output.isJson) {
    const curveKeys = points === undefined ? {} : { against: curveUnit(curve as CurveQuantity), points: curveDocument(points, curve as CurveQuantity) };
    output.json({ ...propagatedDocument(answer, inputs, missile, difference, more), warnings, ...curveKeys, constants, provenance });
  } else {
    const table = points === undefined ? '' : curveText(points, curve as CurveQuantity);
    printAnswer(output, propagatedHead(answer, inputs), [...warnings, propagatedText(answer, inputs, missile), table, differenceText(difference), constantsText(constants)], citationLine(provenance));
  }
  return 0;
}

function readAsked(flags: Flags, given: SizeFlags, more: MoreFlags, catalogue: Catalogue): Asked | undefined {
  const phaseText = flags.text('phase') ?? 'boost', phase = PHASES.find((name) => name === phaseText);
  if (phase === undefined) flags.reject('phase', PHASES.join(', '));
  const meeting_s = flags.number('meeting_s', { min: 1, max: 20_000, unit: 's' });
  const commit_s = flags.number('delay_s', { min: 0, max: 20_000, unit: 's' }) ?? DEFAULT_DELAY_S;
  const hours = flags.number('hours', { min: 0.02, max: 8800, unit: 'h' }) ?? DEFAULT_HOURS;
  const step_s = flags.number('step_s', { min: 1, max: 86_400, unit: 's' }) ?? DEFAULT_STEP_S;
  const floor_km = flags.number('floor_km', { min: 0, max: 1000, unit: 'km' }) ?? DEFAULT_FLOOR_KM[phase ?? 'boost'];
  const inclination_deg = flags.number('inclination_deg', { min: 0.1, max: 179.9, unit: '°' });
  const looks = Math.floor(toSi(hours, 'h') / step_s);
  if (looks > MOST_LOOKS) flags.reject('hours', `at most ${MOST_LOOKS} looks`, `${looks} looks asked: fewer hours or longer steps`);
  if (phase === 'boost' && meeting_s !== undefined) flags.reject('meeting_s', 'this flag with --phase glide or midcourse', 'a boost is met anywhere until it ends');
  if (phase !== 'boost') {
    refuseFlags(flags, ['interceptAltitude_km'], 'no such flag after boost', 'the meeting is where the path is: --meeting_s chooses the point');
    refuseFlags(flags, ['divert_kmps'], 'this flag with --phase boost', 'only a boost is forecast, so there is nothing that a reserve could correct');
  }
  const layout = readLayout(flags);
  if (phase === undefined) return undefined;
  const missile = flySizeMissile(flags, catalogue, phase, meeting_s);
  if (missile === undefined) return undefined;
  const longest_s = flags.has('flyout_s') ? given.flyout_s : phase === 'boost' ? Infinity : DEFAULT_LONG_FLYOUT_S;
  const latitude_deg = Math.abs(fromSi(phase === 'boost' ? missile.attack.origin.lat_rad : meetingLatitude_rad(missile), 'deg'));
  const used_deg = inclination_deg ?? Math.min(90, Math.round(latitude_deg) + ABOVE_DEG);
  const defaults: readonly (readonly [string, string, number])[] = [
    ['inclination_deg', 'inclination_deg', used_deg], ['delay_s', 'delay_s', commit_s], ['floor_km', 'floor_km', floor_km], ['deadTime_s', 'deadTime_s', more.deadTime_s], ['flights', 'flights', DEFAULT_FLIGHTS],
  ];
  return {
    missile,
    inputs: {
      flights: missile.flights, commit_s, layout,
      orbits: { altitude_m: toSi(given.altitude_km, 'km'), inclination_rad: toSi(used_deg, 'deg') },
      interceptor: { speed_mps: toSi(given.speed_kmps, 'kmps'), acceleration_mps2: toSi(given.acceleration_g, 'g'), deadTime_s: more.deadTime_s, divert_mps: more.divert_mps, floor_m: toSi(floor_km, 'km'), battery_s: Math.min(longest_s, more.battery_s), ...(more.secondStage === undefined ? {} : { secondStage: more.secondStage }) },
      watch: { duration_s: toSi(hours, 'h'), step_s }, salvo: given.salvo, shots: given.shots, ...more.carrier,
    },
    constants: [...defaults.filter(([flag]) => !flags.has(flag)).map(([, name, value]) => ({ name, value, source: 'assumed by Cupola' })), ...(phase === 'boost' ? divertConstant(flags) : [])],
  };
}

/** Orbits a little above the latitude of the launch, or of the meeting after boost, where satellites of one inclination are densest. */
const ABOVE_DEG = 5;

function meetingLatitude_rad({ flights }: SizeMissile): number {
  const [x = 0, y = 0, z = 0] = meetingPoint(flights, flights.itself).point_m;
  return Math.atan2(z, Math.sqrt(x * x + y * y));
}

function readLayout(flags: Flags): Layout {
  const planes_count = flags.integer('planes', { min: 1, max: 1_000 }), perPlane_count = flags.integer('perPlane', { min: 1, max: 1_000 });
  const count = flags.integer('count', { min: 1, max: 100_000 }), random = flags.integer('random', { min: 1, max: 100_000 });
  const phasing = flags.integer('phasing', { min: 0, max: 100_000 }) ?? 1, seed = flags.integer('seed', { min: 0, max: 4_294_967_295 }) ?? 1;
  if (random !== undefined) {
    for (const name of ['planes', 'perPlane', 'count', 'phasing']) if (flags.has(name)) flags.reject(name, `no --${name} beside --random`, 'satellites at random have no pattern');
    return { kind: 'random', count: random, seed };
  }
  if (flags.has('seed')) flags.reject('seed', '--random N beside it', 'a pattern has no luck');
  if (perPlane_count !== undefined && count !== undefined) flags.reject('count', '--perPlane or --count, not both');
  if (perPlane_count !== undefined && planes_count === undefined) flags.reject('perPlane', '--planes beside it');
  if (planes_count !== undefined && count !== undefined && count % planes_count !== 0) {
    flags.reject('count', `a number that ${planes_count} planes divide`, `${planes_count * Math.max(1, Math.round(count / planes_count))} is the nearest`);
  }
  if (count !== undefined && planes_count === undefined) {
    const shell = evenShell(count, 0, 0);
    if (shell !== undefined) return { kind: 'walker', phasing, planes_count: shell.planes_count, perPlane_count: shell.perPlane_count };
    let next = count + 1;
    while (evenShell(next, 0, 0) === undefined) next++;
    flags.reject('count', 'a number that divides into about as many planes as satellites per plane', `${next} does; or give --planes`);
  }
  return { kind: 'walker', phasing, ...(planes_count === undefined ? {} : { planes_count }), ...(perPlane_count === undefined ? {} : { perPlane_count }), ...(count === undefined ? {} : { count }) };
}

const CURVE_POINTS = 9;

/** Evenly spaced about what was asked, and for delays from launch to the end of the window. */
function curveValues(inputs: PropagatedInputs, quantity: CurveQuantity, closes_s: number): number[] {
  const now = CURVE_FLAGS[quantity].of(inputs);
  const [low, high] = quantity === 'delay' ? [Math.max(0, inputs.commit_s - 60), Math.min(inputs.commit_s + 60, closes_s - 10)] : quantity === 'speed' ? [0.6 * now, 1.6 * now] : quantity === 'altitude' ? [toSi(200, 'km'), toSi(1000, 'km')] : [toSi(25, 'deg'), toSi(90, 'deg')];
  const values = Array.from({ length: CURVE_POINTS }, (_, index) => low + ((high - low) * index) / (CURVE_POINTS - 1));
  return values.map((value) => CURVE_FLAGS[quantity].of(changed(inputs, quantity, value)));
}
