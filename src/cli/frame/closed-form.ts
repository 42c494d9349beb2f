/**
 * What the commands that answer by a formula share: the constants of the source by name, which of them stood in for a missing flag,
 * and flags that do not belong together.
 */
import { significantText } from '../../figures/numbers.js';
import { textTable } from '../../figures/text-table.js';
import type { CommandInput } from './command.js';
import type { Flags, Range } from './flags.js';

/** A number of the published study; the name ends in its unit. */
export interface SourceConstant {
  readonly name: string;
  readonly value: number;
  readonly source: string;
}

/** A flag that has a published default. */
export interface DefaultedFlag {
  readonly name: string;
  readonly value: number;
  readonly range: Range;
  readonly isWhole?: boolean;
}

/** Values of flags, with defaults where they are missing; what is out of range becomes a problem. */
export function readDefaulted<Name extends string>(flags: Flags, specs: readonly (DefaultedFlag & { readonly name: Name })[]): Readonly<Record<Name, number>> {
  const values: Partial<Record<Name, number>> = {};
  for (const spec of specs) {
    const given = spec.isWhole === true ? flags.integer(spec.name, spec.range) : flags.number(spec.name, spec.range);
    values[spec.name] = given ?? spec.value;
  }
  return values as Record<Name, number>;
}

/** The defaults that were used, as constants of the source. */
export function usedDefaults(flags: Flags, specs: readonly DefaultedFlag[], source: string): SourceConstant[] {
  return specs.filter((spec) => !flags.has(spec.name)).map(({ name, value }) => ({ name, value, source }));
}

/** Refuses flags that the chosen way of asking would ignore. */
export function refuseFlags(flags: Flags, names: readonly string[], expected: string, hint = ''): void {
  for (const name of names) if (flags.has(name)) flags.reject(name, expected, hint);
}

export function constantsText(constants: readonly SourceConstant[]): string {
  return textTable(
    [{ head: 'not given', align: 'left' }, { head: 'taken as', align: 'right' }, { head: 'from', align: 'left' }],
    constants.map(({ name, value, source }) => [name, significantText(value, 8), source]),
  );
}

/** Text of an answer with a bold first line, paragraphs between empty lines, and the citation at the end. */
export function printAnswer(output: CommandInput['output'], head: string, paragraphs: readonly string[], citation: string): void {
  output.print([output.styled('bold', head), ...paragraphs.filter((text) => text !== ''), output.styled('dim', citation)].join('\n\n'));
}
