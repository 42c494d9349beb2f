/**
 * From a study file to its points: every combination of the varied values, compiled. All that is wrong with the study, the
 * scenario or a value is returned at once; problems of a varied value stand at its place in the study file.
 */
import { canonicalJson, sha256Hex } from '../../kernel/hash.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { compileText } from '../../scenario/compile/compile.js';
import type { CompiledScenario } from '../../scenario/compile/compiled.js';
import { readDocument } from '../../scenario/text/document.js';
import type { SourceDocument } from '../../scenario/text/document.js';
import { didYouMean } from '../../scenario/text/nearest.js';
import { isMapping, parsePath, printPath, valueAt } from '../../scenario/text/path.js';
import type { Segment } from '../../scenario/text/path.js';
import type { Problem } from '../../scenario/text/problem.js';
import { printYaml } from '../../scenario/text/print.js';
import { readStudy } from '../../scenario/schema/study-schema.js';
import type { StudyFile, Varied } from '../../scenario/schema/study-schema.js';

export interface StudyPoint {
  /** The varied values by path, as the study file writes them. */
  readonly values: Readonly<Record<string, number | string | boolean>>;
  /** The same as `--set` writes them. */
  readonly overrides: readonly string[];
  readonly compiled: CompiledScenario;
}

export interface PlannedStudy {
  readonly study: StudyFile;
  readonly title: string;
  /** Text of the scenario, and its file; of one written in place, a text made from it and no file. */
  readonly scenarioText: string;
  readonly scenarioFile: string | undefined;
  readonly points: readonly StudyPoint[];
  /** SHA-256 of what is computed: plans, runs, seed and width, not titles. */
  readonly studyHash: string;
}

/** A scenario file's text, or why it cannot be read; given by the face. */
export type ReadScenarioText = (file: string) => { readonly text: string; readonly file: string } | Problem;

export function planStudy(text: string, file: string, catalogue: Catalogue, readScenario: ReadScenarioText): PlannedStudy | { readonly problems: readonly Problem[] } {
  const document = readDocument(text, file);
  if (document.problems.length > 0) return { problems: document.problems };
  const locate = ({ path, ...rest }: { path: readonly Segment[]; found: string; expected: string; hint: string }): Problem =>
    ({ file, path: printPath(path), line: document.lineOf(path), ...rest, severity: 'error' });
  const { study, complaints, varied } = readStudy(document.value);
  const problems = complaints.map(locate);
  const named: unknown = valueAt(document.value, ['scenario']), isNamed = typeof named === 'string';
  if (named === '' || !(isNamed || isMapping(named))) return { problems };
  const source = isNamed ? readScenario(named) : { text: printYaml(named), file };
  if ('expected' in source) return { problems: inReadingOrder([...problems, { ...source, file, path: 'scenario', line: document.lineOf(['scenario']) }]) };
  const base = compileText(source.text, source.file, catalogue);
  if (!base.ok) return { problems: [...problems, ...(isNamed ? base.problems : base.problems.map((problem) => inPlace(problem, document)))] };

  // Values are tried one by one only where something is wrong: compiling takes longer than anything else here.
  const checkAlone = (): Problem[] => varied.flatMap((entry) => checkValues({ ...entry, source, catalogue, document, base: base.compiled }));
  if (study === undefined) return { problems: inReadingOrder([...problems, ...checkAlone()]) };
  const points: StudyPoint[] = [];
  for (const values of combinations(study.vary)) {
    const overrides = Object.entries(values).map(([path, value]) => overrideText(path, value));
    const result = compileText(source.text, source.file, catalogue, overrides);
    if (result.ok) points.push({ values, overrides, compiled: result.compiled });
    // Values that are right by themselves and wrong together.
    else problems.push(...result.problems.map((problem) => ({ ...problem, file, path: 'vary', line: document.lineOf(['vary']), found: `${problem.found} with ${overrides.join(', ')}` })));
    if (problems.length >= MOST_PROBLEMS) break;
  }
  const alone = problems.length > 0 ? checkAlone() : [];
  if (problems.length > 0) return { problems: alone.length > 0 ? inReadingOrder(alone) : problems };
  const identity = { kind: study.kind, plans: points.map(({ compiled }) => compiled.planHash), values: points.map((point) => point.overrides), runs: study.runs, seed: study.seed, width: study.width ?? null };
  return {
    study, title: study.title ?? base.compiled.title, scenarioText: source.text, scenarioFile: isNamed ? source.file : undefined, points,
    studyHash: sha256Hex(canonicalJson(identity)),
  };
}

const MOST_PROBLEMS = 50;

const inReadingOrder = (problems: readonly Problem[]): Problem[] => [...problems].sort((a, b) => a.line - b.line);

/** As `--set` takes it; JSON is YAML, so that names that look like numbers stay names. */
export function overrideText(path: string, value: number | string | boolean): string {
  const isPlain = typeof value !== 'string' || /^[A-Za-z][A-Za-z0-9-]*$/.test(value) && !/^(true|false|null|yes|no|on|off)$/i.test(value);
  return `${path}=${isPlain ? String(value) : JSON.stringify(value)}`;
}

/** Every combination, the last path varying fastest. */
function combinations(vary: readonly Varied[]): Record<string, number | string | boolean>[] {
  let all: Record<string, number | string | boolean>[] = [{}];
  for (const { path, values } of vary) all = all.flatMap((before) => values.map((value) => ({ ...before, [path]: value })));
  return all;
}

interface ValuesToCheck {
  readonly varied: Varied;
  readonly index: number;
  readonly source: { readonly text: string; readonly file: string };
  readonly catalogue: Catalogue;
  readonly document: SourceDocument;
  readonly base: CompiledScenario;
}

/** Tries each value alone. What is wrong with the path is told once, what is wrong with a value at that value. */
function checkValues({ varied, index, source, catalogue, document, base }: ValuesToCheck): Problem[] {
  const at = (steps: Segment[], rest: Pick<Problem, 'found' | 'expected' | 'hint'>): Problem => {
    const path = ['vary', index, ...steps];
    return { file: document.file, path: printPath(path), line: document.lineOf(path), severity: 'error', ...rest };
  };
  const segments = parsePath(varied.path);
  if (segments === undefined) return [at(['path'], { found: varied.path, expected: 'a path in the scenario, as in interceptors[0].count', hint: nearestPath(varied.path, base, source.text) })];
  const problems: Problem[] = [];
  for (const [i, value] of varied.values.entries()) {
    const result = compileText(source.text, source.file, catalogue, [overrideText(varied.path, value)]);
    if (result.ok) continue;
    const unknown = result.problems.find((problem) => isUnknownKey(problem, segments));
    if (unknown !== undefined) return [at(['path'], { found: varied.path, expected: unknown.expected, hint: nearestPath(varied.path, base, source.text) || unknown.hint })];
    const isList = Array.isArray(valueOf(document, index));
    problems.push(...result.problems.map(({ found, expected, hint }) => at(isList ? ['values', i] : [], { found: found === String(value) ? found : `${String(value)}: ${found}`, expected, hint })));
  }
  return problems;
}

const valueOf = (document: SourceDocument, index: number): unknown => {
  const list: unknown = isMapping(document.value) ? document.value['vary'] : undefined;
  const entry: unknown = Array.isArray(list) ? list[index] : undefined;
  return isMapping(entry) ? entry['values'] : undefined;
};

/** A problem with the path itself: a key that no one knows (told as `key: value`), a list entry that is not there, or a wrong turn. */
function isUnknownKey(problem: Problem, path: readonly Segment[]): boolean {
  const whole = printPath(path), last = String(path.at(-1));
  if (problem.path !== whole && !whole.startsWith(problem.path)) return false;
  return problem.found.startsWith(`${last}: `) || problem.path !== whole || /^entry \d+$/.test(problem.found);
}

/** The known path that a misspelt one most probably means, as a hint. */
function nearestPath(path: string, base: CompiledScenario, text: string): string {
  const written = readDocument(text, '').value;
  const known = [...new Set([...base.numbers.flatMap((number) => [number.path, ...(number.alsoAt ?? [])]), ...leaves(written, [])])];
  return didYouMean(path, known);
}

function leaves(value: unknown, path: readonly Segment[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => leaves(item, [...path, i]));
  if (isMapping(value)) return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
  return path.length > 0 ? [printPath(path)] : [];
}

/** A problem of a scenario that stands inside the study file. */
function inPlace(problem: Problem, document: SourceDocument): Problem {
  const steps = parsePath(problem.path) ?? [];
  return { ...problem, path: printPath(['scenario', ...steps]), line: document.lineOf(['scenario', ...steps]) };
}
