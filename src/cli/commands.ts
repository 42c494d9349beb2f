/** The commands of this version, each loaded when it is asked for, and the names that later versions will know. */
import type { Command } from './command.js';

type Loader = () => Promise<Command>;

/** In the order of the help. */
export const COMMAND_LOADERS: Readonly<Record<string, Loader>> = {
  run: async () => (await import('./run.js')).runCommand,
  replay: async () => (await import('./replay.js')).replayCommand,
  fly: async () => (await import('./fly.js')).flyCommand,
  check: async () => (await import('./check.js')).checkCommand,
  schema: async () => (await import('./schema.js')).schemaCommand,
  list: async () => (await import('./list.js')).listCommand,
  show: async () => (await import('./show.js')).showCommand,
  serve: async () => (await import('./serve.js')).serveCommand,
  doctor: async () => (await import('./doctor.js')).doctorCommand,
  layers: async () => (await import('./layers.js')).layersCommand,
  compare: async () => (await import('./compare.js')).compareCommand,
  study: async () => (await import('./study.js')).studyCommand,
  results: async () => (await import('./results.js')).resultsCommand,
  size: async () => (await import('./size.js')).sizeCommand,
  absentee: async () => (await import('./absentee.js')).absenteeCommand,
  orbit: async () => (await import('./orbit.js')).orbitCommand,
  design: async () => (await import('./design.js')).designCommand,
  cover: async () => (await import('./cover.js')).coverCommand,
  footprint: async () => (await import('./footprint.js')).footprintCommand,
  warn: async () => (await import('./warn.js')).warnCommand,
  losses: async () => (await import('./losses.js')).lossesCommand,
  timing: async () => (await import('./timing.js')).timingCommand,
  cost: async () => (await import('./cost.js')).costCommand,
  'compare-estimates': async () => (await import('./compare-estimates.js')).compareEstimatesCommand,
  kill: async () => (await import('./kill.js')).killCommand,
  incidents: async () => (await import('./incidents.js')).incidentsCommand,
  assign: async () => (await import('./assign.js')).assignCommand,
  'release-risk': async () => (await import('./release-risk.js')).releaseRiskCommand,
  alert: async () => (await import('./alert.js')).alertCommand,
  validate: async () => (await import('./validate.js')).validateCommand,
};

export const COMMAND_NAMES: readonly string[] = Object.keys(COMMAND_LOADERS);

/** Refused with a word of explanation rather than with the nearest name. */
export const LATER_COMMANDS: readonly string[] = [
  'track',
  'comply', 'limits', 'claims', 'exchange', 'respond', 'stability', 'alliance', 'report', 'pack', 'verify', 'work', 'bench', 'convert',
];

export async function loadCommands(): Promise<Command[]> {
  return await Promise.all(Object.values(COMMAND_LOADERS).map(async (load) => await load()));
}
