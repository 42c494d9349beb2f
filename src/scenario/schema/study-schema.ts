/**
 * The study file: which scenario, what is varied in it, how many runs. One schema for checking and for the published JSON
 * Schema. Values of `vary` are those of the scenario's own keys, with its units.
 */
import { z } from 'zod';
import type { Complaint } from '../text/explain.js';
import { describeChoice, describeFound } from '../text/describe.js';
import { didYouMean } from '../text/nearest.js';
import { isMapping, valueAt } from '../text/path.js';
import type { Segment } from '../text/path.js';
import { numberSchema } from '../cards/quantity.js';
import { SCENARIO } from './schema.js';

export const STUDY_KINDS = ['sweep', 'saturate'] as const;
export const MOST_POINTS = 2_000;
export const DEFAULT_STUDY = { runs: 2_000, seed: 1 } as const;

const RUNS = { min: 1, max: 10_000_000, whole: true, doc: 'Simulated attacks per point; with `width` the most there may be.' };
const SEED = { min: 0, max: 4_294_967_295, whole: true, doc: 'Seed of the luck, the same for all points.' };
const WIDTH = { min: 1e-5, max: 1, doc: 'Stop a point when the 95 % interval of leakage is narrower than this.' };
const STEPS = { min: 1, max: MOST_POINTS, whole: true, doc: 'Number of values, both ends included.' };

const scalar = z.union([z.number(), z.string(), z.boolean()]);
const PATH = z.string({ error: 'a path in the scenario, as in interceptors[0].count' }).min(1, { error: 'a path in the scenario, as in interceptors[0].count' });
const number = z.number({ error: 'a number' });

const VARY_VALUES = z.strictObject({ path: PATH, values: z.array(scalar, { error: 'a list of values' }).min(1, { error: 'at least one value' }) });
const VARY_RANGE = z.strictObject({ path: PATH, from: number, to: number, steps: numberSchema('steps', STEPS) });

const SHAPE = {
  version: z.literal(1, { error: 'version 1' }).describe('Version of this format.'),
  title: z.string({ error: 'one line of text' }).max(300, { error: 'at most 300 characters' }).optional(),
  kind: z.enum(STUDY_KINDS).describe('sweep: every combination of the values. saturate: size of the raid at which the shield gives way.'),
  runs: numberSchema('runs', RUNS).optional(),
  seed: numberSchema('seed', SEED).optional(),
  width: numberSchema('width', WIDTH).optional(),
};
const SCENARIO_WORDS = 'a scenario file, or a scenario written in place';
const VARY_WORDS = 'a list of `{ path: …, values: […] }` or `{ path: …, from: …, to: …, steps: … }`';

const STUDY = z.strictObject({
  ...SHAPE,
  scenario: z.union([z.string().min(1), z.record(z.string(), z.unknown())], { error: SCENARIO_WORDS }),
  vary: z.array(z.unknown(), { error: VARY_WORDS }).optional(),
});

export interface Varied {
  readonly path: string;
  readonly values: readonly (number | string | boolean)[];
}

export interface StudyFile {
  readonly title?: string;
  readonly kind: (typeof STUDY_KINDS)[number];
  readonly scenario: string | Readonly<Record<string, unknown>>;
  readonly vary: readonly Varied[];
  readonly runs: number;
  readonly seed: number;
  readonly width?: number;
}

/** Raid sizes of a saturation study that names none. */
const DEFAULT_SIZES: Varied = { path: 'raid[0].count', values: [1, 2, 3, 5, 7, 10, 14, 20, 28, 40, 56, 80] };

export interface ReadStudy {
  /** Undefined when there are complaints. */
  readonly study?: StudyFile;
  readonly complaints: Complaint[];
  /** The entries of `vary` whose form is right, with their places, so that their paths can be checked in any case. */
  readonly varied: readonly { readonly varied: Varied; readonly index: number }[];
}

/** Everything that is wrong with a study file's form, or the study. Paths of the scenario are checked later, with the scenario. */
export function readStudy(root: unknown): ReadStudy {
  const result = STUDY.safeParse(root);
  const complaints = result.success ? [] : result.error.issues.flatMap((issue) => explain(issue, STUDY, root, []));
  const list = valueAt(root, ['vary']), kind = valueAt(root, ['kind']);
  const varied: { varied: Varied; index: number }[] = [];
  if (Array.isArray(list)) {
    list.forEach((entry, index) => {
      const own = checkVaried(entry, ['vary', index]);
      complaints.push(...own);
      if (own.length === 0) varied.push({ varied: expand(entry), index });
    });
  }
  const isEmpty = list === undefined || (Array.isArray(list) && list.length === 0);
  if (kind === 'sweep' && isEmpty) complaints.push({ path: ['vary'], found: list === undefined ? 'nothing' : 'an empty list', expected: VARY_WORDS, hint: 'a sweep varies something' });
  if (kind === 'saturate' && Array.isArray(list)) complaints.push(...checkSizes(list));
  if (complaints.length > 0 || !result.success) return { complaints, varied };
  const { title, scenario, width, runs = DEFAULT_STUDY.runs, seed = DEFAULT_STUDY.seed } = result.data;
  const vary = isEmpty ? [DEFAULT_SIZES] : (list as unknown[]).map(expand);
  const points = vary.reduce((product, { values }) => product * values.length, 1);
  if (points > MOST_POINTS) return { complaints: [{ path: ['vary'], found: `${points} combinations`, expected: `at most ${MOST_POINTS}`, hint: 'take fewer values' }], varied: [] };
  return {
    complaints,
    varied: isEmpty ? [{ varied: DEFAULT_SIZES, index: 0 }] : varied,
    study: { ...(title === undefined ? {} : { title }), kind: result.data.kind, scenario, vary, runs, seed, ...(width === undefined ? {} : { width }) },
  };
}

function checkVaried(entry: unknown, path: Segment[]): Complaint[] {
  const isRange = isMapping(entry) && !Object.hasOwn(entry, 'values') && ['from', 'to', 'steps'].some((key) => Object.hasOwn(entry, key));
  const schema: z.ZodObject = isRange ? VARY_RANGE : VARY_VALUES;
  const result = schema.safeParse(entry);
  if (!result.success) return result.error.issues.flatMap((issue) => explain(issue, schema, entry, path));
  const { from, to, steps } = result.data;
  if (isRange && from === to && Number(steps) > 1) return [{ path: [...path, 'to'], found: `from ${String(from)} to ${String(to)}`, expected: 'two different ends', hint: 'an empty range: one value is written `values: […]`' }];
  if (isRange && from !== to && Number(steps) === 1) return [{ path: [...path, 'steps'], found: '1', expected: 'at least 2 steps, both ends included', hint: '' }];
  const twin = expand(entry).values.find((value, index, all) => all.indexOf(value) !== index);
  return twin === undefined ? [] : [{ path: [...path, 'values'], found: `${describeFound(twin)} twice`, expected: 'each value once', hint: '' }];
}

function checkSizes(list: unknown[]): Complaint[] {
  const complaints: Complaint[] = [];
  if (list.length !== 1) complaints.push({ path: ['vary'], found: `${list.length} entries`, expected: 'one entry: the size of a group of missiles', hint: 'as in `{ path: raid[0].count, values: [1, 2, 5, 10, 20] }`' });
  const path = valueAt(list, [0, 'path']);
  if (typeof path === 'string' && !/^raid\[\d+\]\.count$/.test(path)) complaints.push({ path: ['vary', 0, 'path'], found: describeFound(path), expected: 'the size of a group of missiles, as in raid[0].count', hint: 'kind: sweep varies anything' });
  return complaints;
}

function expand(entry: unknown): Varied {
  const { path, values, from, to, steps } = entry as { path: string; values?: (number | string | boolean)[]; from: number; to: number; steps: number };
  if (values !== undefined) return { path, values };
  // Twelve digits keep 0.1 + 0.2 from being 0.30000000000000004, and more than any number of a scenario has.
  return { path, values: Array.from({ length: steps }, (_, i) => Number((steps === 1 ? from : from + ((to - from) * i) / (steps - 1)).toPrecision(12))) };
}

function explain(issue: z.core.$ZodIssue, schema: z.ZodObject, root: unknown, base: readonly Segment[]): Complaint[] {
  const steps = issue.path.map((step) => (typeof step === 'number' ? step : String(step))), path = [...base, ...steps];
  const value = valueAt(root, steps), known = Object.keys(schema.shape);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      return { path: [...path, key], found: `${key}: ${describeFound(valueAt(root, [...steps, key]))}`, expected: describeChoice(known), hint: didYouMean(key, known) };
    });
  }
  if (issue.code === 'invalid_value' && steps[0] === 'kind') {
    return [{ path, found: describeFound(value), expected: describeChoice(STUDY_KINDS), hint: typeof value === 'string' ? didYouMean(value, STUDY_KINDS) : '' }];
  }
  const expected = /^Invalid input|^Too /.test(issue.message) ? (steps.length === 0 ? 'keys and values' : SCENARIO_WORDS) : issue.message;
  return [{ path, found: describeFound(value), expected, hint: value === undefined && steps.length > 0 ? `add \`${String(steps.at(-1))}\`` : '' }];
}

/** The published JSON Schema (draft 2020-12) of a study file. */
export function studyJsonSchema(): Record<string, unknown> {
  const published = z.strictObject({ ...SHAPE, scenario: z.union([z.string().describe('A scenario file, relative to this one.'), SCENARIO]), vary: z.array(z.union([VARY_VALUES, VARY_RANGE])).optional() });
  return { ...z.toJSONSchema(published, { io: 'input' }), title: 'Cupola study, version 1', description: 'A scenario, what is varied in it, and how many attacks are simulated for each combination.' };
}
