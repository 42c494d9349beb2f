/** Numbers of a cost preset set on the command line, as `--set salvo=5`, and presets by name. */
import type { Catalogue } from '../../scenario/catalogue.js';
import { nearestName } from '../../scenario/text/nearest.js';
import { COST_MASS, COST_SIZING } from '../../scenario/cards/cost-quantities.js';
import { describeRange, isInRange } from '../../scenario/cards/quantity.js';
import { type CostPreset, findPreset, PRESET_KEYS, presetNames, SIZING_KEYS, withNumbers } from '../../policy/cost/preset.js';
import { flagProblem } from '../frame/failures.js';
import type { Flags } from '../frame/flags.js';
import { nameHint } from '../frame/nearest.js';

/** Numbers that say the same thing in two ways. */
const CONTRADICTIONS: readonly (readonly [string, string])[] = [
  ...SIZING_KEYS.filter((key) => key !== 'speed_kmps').map((key): [string, string] => ['satellites_count', key]),
  ['launch_usdPerKg', 'launchCapacity_kg'], ['launch_usdPerKg', 'firstLaunch_usd'], ['launch_usdPerKg', 'launchLearning'],
  ['mass_kg', 'killVehicleDry_kg'], ['mass_kg', 'bodyDry_kg'], ['mass_kg', 'carrierDry_kg'], ['mass_kg', 'specificImpulse_s'], ['mass_kg', 'divert_kmps'],
];

/** The preset with the changes of a flag; undefined after a problem. */
export function readPreset(flags: Flags, name: string, setFlag: string, catalogue: Catalogue, presetFlag = 'preset'): CostPreset | undefined {
  const before = flags.problems.length, preset = findPreset(catalogue, name);
  const set = readNumbers(flags, setFlag);
  if (preset !== undefined) refuseIdle(flags, setFlag, preset, Object.keys(set));
  if (preset === undefined) {
    const names = presetNames(catalogue);
    flags.problems.push(flagProblem(`--${presetFlag}`, name, `a cost preset: ${names.join(', ')}`, nearestName(name, names) === '' ? '' : nameHint(name, names)));
  }
  return preset === undefined || flags.problems.length > before ? undefined : withNumbers(preset, set);
}

/** A number that would change nothing is a mistake of the one who sets it. */
function refuseIdle(flags: Flags, setFlag: string, preset: CostPreset, keys: readonly string[]): void {
  const has = (key: string): boolean => preset.numbers.some((number) => number.key === key);
  for (const key of keys) {
    const isOfParts = key in COST_SIZING || key in COST_MASS;
    // The mass of a satellite follows from its parts and the speed, where the parts are given and the mass is not.
    if (key === 'speed_kmps' && has('divert_kmps') && !has('mass_kg')) continue;
    if (key !== 'missiles_count' && (!isOfParts || has(key))) continue;
    const used = preset.numbers.map((number) => number.key).filter((known) => known !== 'missiles_count');
    flags.problems.push(flagProblem(`--${setFlag}`, key, `a number that ${preset.name} uses: ${used.join(', ')}`, key in COST_MASS ? `${preset.name} gives the mass of a satellite: set mass_kg` : `${preset.name} gives its number of satellites: set satellites_count`));
  }
}

function readNumbers(flags: Flags, setFlag: string): Record<string, number> {
  const set: Record<string, number> = {}, keys = Object.keys(PRESET_KEYS);
  for (const text of flags.texts(setFlag)) {
    const [key = '', written = ''] = text.split(/=(.*)/s), quantity = PRESET_KEYS[key], value = Number(written);
    if (quantity === undefined) flags.problems.push(flagProblem(`--${setFlag}`, key, `a number of a cost preset, as in ${setFlag === 'set' ? 'salvo=5' : 'launch_usdPerKg=500'}`, nameHint(key, keys)));
    else if (written.trim() === '' || !isInRange(value, quantity)) flags.problems.push(flagProblem(`--${setFlag} ${key}`, written === '' ? 'nothing' : written, describeRange(key, quantity)));
    else if (key in set) flags.problems.push(flagProblem(`--${setFlag} ${key}`, `${set[key]} and ${written}`, 'each number once'));
    else set[key] = value;
  }
  for (const [one, other] of CONTRADICTIONS) {
    if (one in set && other in set) flags.problems.push(flagProblem(`--${setFlag}`, `${one} and ${other}`, 'one of the two', `${one} is given, or it follows from ${other}: leave one out`));
  }
  return set;
}
