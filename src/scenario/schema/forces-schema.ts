/**
 * A file of forces of the user's own, to be held against numbers of arms control: what is left out is not known and is never taken
 * for zero. `version: 1` and `forces: [ { state: …, source: …, deployedWarheads_count: … } ]`, in YAML or JSON.
 */
import { z } from 'zod';
import { numberSchema } from '../cards/quantity.js';
import { TREATY_LIMITS } from '../cards/quantities.js';
import { describeFound } from '../text/describe.js';
import { readDocument } from '../text/document.js';
import type { Complaint } from '../text/explain.js';
import { didYouMean } from '../text/nearest.js';
import { printPath, valueAt } from '../text/path.js';
import type { Segment } from '../text/path.js';
import type { Problem } from '../text/problem.js';

const words = (what: string) => z.string({ error: what }).min(1, { error: what });
const NUMBERS = ['deployedWarheads_count', 'deployedLaunchers_count', 'totalLaunchers_count'] as const;

const FORCE = z
  .strictObject({
    state: words('a state or a name, as in russia'),
    source: words('a source: who says so, and when'),
    deployedWarheads_count: numberSchema('deployedWarheads_count', TREATY_LIMITS.deployedWarheads_count).optional(),
    deployedLaunchers_count: numberSchema('deployedLaunchers_count', TREATY_LIMITS.deployedLaunchers_count).optional(),
    totalLaunchers_count: numberSchema('totalLaunchers_count', TREATY_LIMITS.totalLaunchers_count).optional(),
  }, { error: 'a force: `{ state: russia, source: …, deployedWarheads_count: 1550 }`' })
  .refine((force) => NUMBERS.some((key) => force[key] !== undefined), { error: `at least one of ${NUMBERS.join(', ')}` });

const FORCES = z.strictObject({
  version: z.literal(1, { error: 'version 1' }),
  title: z.string().optional(),
  forces: z.array(FORCE, { error: 'a list of forces' }).min(1, { error: 'at least one force' }),
});

export type StatedForces = z.infer<typeof FORCES>['forces'];

export function readForces(text: string, file: string): { readonly forces: StatedForces; readonly problems: readonly Problem[] } {
  const document = readDocument(text, file);
  if (document.problems.length > 0) return { forces: [], problems: document.problems };
  const result = FORCES.safeParse(document.value);
  const complaints = result.success ? twice(result.data.forces) : result.error.issues.flatMap((issue) => explain(issue, document.value));
  const problems = complaints.map(({ path, ...rest }): Problem => ({ file, path: printPath(path), line: document.lineOf(path), ...rest, severity: 'error' }));
  return { forces: result.success && problems.length === 0 ? result.data.forces : [], problems };
}

function explain(issue: z.core.$ZodIssue, root: unknown): Complaint[] {
  const path = issue.path.map((step): Segment => (typeof step === 'number' ? step : String(step)));
  if (issue.code !== 'unrecognized_keys') return [{ path, found: describeFound(valueAt(root, path)), expected: issue.message, hint: '' }];
  const known = path.length === 0 ? ['version', 'title', 'forces'] : ['state', 'source', ...NUMBERS];
  return issue.keys.map((key) => ({ path: [...path, key], found: 'an unknown key', expected: `one of ${known.join(', ')}`, hint: didYouMean(key, known) }));
}

function twice(forces: StatedForces): Complaint[] {
  return forces.flatMap(({ state }, index) => (forces.findIndex((other) => other.state === state) === index ? [] : [{ path: ['forces', index, 'state'], found: state, expected: 'each state once', hint: 'give the second one a name of its own' }]));
}
