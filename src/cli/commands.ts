/** The commands of this version, each loaded when it is asked for, and the names that later versions will know. */
import type { Command } from './frame/command.js';

type Loader = () => Promise<Command>;

/** In the order of the help. */
export const COMMAND_LOADERS: Readonly<Record<string, Loader>> = {
  run: async () => (await import('./run/run.js')).runCommand,
  replay: async () => (await import('./run/replay.js')).replayCommand,
  fly: async () => (await import('./fly/fly.js')).flyCommand,
  check: async () => (await import('./check.js')).checkCommand,
  schema: async () => (await import('./schema.js')).schemaCommand,
  list: async () => (await import('./cards/list.js')).listCommand,
  show: async () => (await import('./cards/show.js')).showCommand,
  serve: async () => (await import('./serve.js')).serveCommand,
  doctor: async () => (await import('./doctor.js')).doctorCommand,
  layers: async () => (await import('./run/layers.js')).layersCommand,
  compare: async () => (await import('./run/compare.js')).compareCommand,
  study: async () => (await import('./study/study.js')).studyCommand,
  results: async () => (await import('./study/results.js')).resultsCommand,
  size: async () => (await import('./size/size.js')).sizeCommand,
  absentee: async () => (await import('./size/absentee.js')).absenteeCommand,
  orbit: async () => (await import('./design/orbit.js')).orbitCommand,
  design: async () => (await import('./design/design.js')).designCommand,
  cover: async () => (await import('./watch/cover.js')).coverCommand,
  footprint: async () => (await import('./watch/footprint.js')).footprintCommand,
  warn: async () => (await import('./warn/warn.js')).warnCommand,
  losses: async () => (await import('./size/losses.js')).lossesCommand,
  timing: async () => (await import('./size/timing.js')).timingCommand,
  cost: async () => (await import('./cost/cost.js')).costCommand,
  'compare-estimates': async () => (await import('./cost/compare-estimates.js')).compareEstimatesCommand,
  claims: async () => (await import('./claims/claims.js')).claimsCommand,
  locations: async () => (await import('./locations/locations.js')).locationsCommand,
  limits: async () => (await import('./limits/limits.js')).limitsCommand,
  comply: async () => (await import('./comply/comply.js')).complyCommand,
  kill: async () => (await import('./size/kill.js')).killCommand,
  incidents: async () => (await import('./warn/incidents.js')).incidentsCommand,
  assign: async () => (await import('./assign/assign.js')).assignCommand,
  'release-risk': async () => (await import('./warn/release-risk.js')).releaseRiskCommand,
  alert: async () => (await import('./warn/alert.js')).alertCommand,
  pack: async () => (await import('./pack/pack.js')).packCommand,
  verify: async () => (await import('./pack/verify.js')).verifyCommand,
  report: async () => (await import('./report/report.js')).reportCommand,
  validate: async () => (await import('./validate.js')).validateCommand,
};

export const COMMAND_NAMES: readonly string[] = Object.keys(COMMAND_LOADERS);

/** Refused with a word of explanation rather than with the nearest name. */
export const LATER_COMMANDS: readonly string[] = [
  'track',
  'exchange',
  'respond',
  'stability',
  'alliance',
  'work',
  'bench',
  'convert',
];

export async function loadCommands(): Promise<Command[]> {
  return await Promise.all(Object.values(COMMAND_LOADERS).map(async (load) => await load()));
}
