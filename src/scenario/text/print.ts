/** A scenario as text: what the page exports and what a study writes beside its results. Reading it back gives the same value. */
import { stringify } from 'yaml';

/** YAML with short lists and mappings of numbers on one line where they fit. */
export function printYaml(scenario: unknown): string {
  return stringify(scenario, { lineWidth: 0, collectionStyle: 'any' });
}

export function printJson(scenario: unknown): string {
  return `${JSON.stringify(scenario, null, 2)}\n`;
}
