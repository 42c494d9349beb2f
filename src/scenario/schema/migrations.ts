/**
 * Older versions of the scenario format, brought to the current one step by step before checking.
 * Version 1 is the first, so the list is empty; a step is added with each new version and never changed afterwards.
 */
import { isMapping } from '../text/path.js';

type Step = (scenario: Record<string, unknown>) => Record<string, unknown>;

/** From the version that is the key to the next one. */
const STEPS: Readonly<Record<number, Step>> = {};

/** The same scenario in the current version. What is no scenario, or of an unknown version, is left for the schema to refuse. */
export function migrate(root: unknown): unknown {
  let here = root;
  for (;;) {
    const version = isMapping(here) ? here['version'] : undefined;
    const step = typeof version === 'number' && Object.hasOwn(STEPS, version) ? STEPS[version] : undefined;
    if (step === undefined || !isMapping(here)) return here;
    here = step(here);
  }
}
