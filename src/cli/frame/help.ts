/** Help texts: the list of commands, and one page per command with examples that can be typed. */
import { textPairs } from '../../figures/text-table.js';
import { COMMON_FLAGS, type Command, type FlagSpec } from './command.js';

export function overviewText(commands: readonly Command[], version: string): string {
  return [
    `Cupola ${version}: an open simulator of layered missile defence on public data.`,
    '',
    'usage: cupola <command> [arguments] [--flags]',
    '',
    textPairs(commands.map((command) => [command.name, command.summary]), '  '),
    '',
    '  cupola <command> --help   shows arguments, flags and examples',
    '  cupola --version          prints the version',
    '',
    'Start with: cupola run scenarios/01-ten-icbms-notional-shell.yaml',
  ].join('\n');
}

export function commandText(command: Command): string {
  const parts = [
    `cupola ${command.name}: ${command.summary}`,
    '',
    ...command.usage.map((line, index) => `${index === 0 ? 'usage: ' : '       '}cupola ${line}`),
  ];
  if (command.arguments.length > 0) {
    parts.push('', textPairs(command.arguments.map((argument) => [`<${argument.name}>`, argument.doc]), '  '));
  }
  parts.push('', textPairs([...command.flags, ...COMMON_FLAGS].map((flag) => [flagUsage(flag), flag.doc]), '  '));
  if (command.examples.length > 0) {
    parts.push('', 'examples:', ...command.examples.map(([line, what]) => `  ${line}\n      ${what}`));
  }
  return parts.join('\n');
}

function flagUsage(flag: FlagSpec): string {
  if (flag.value === undefined) return `--${flag.name}`;
  return flag.defaultValue === undefined ? `--${flag.name} ${flag.value}${flag.isRepeated === true ? ' …' : ''}` : `--${flag.name} [${flag.value}]`;
}
