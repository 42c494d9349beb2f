/** What the reader may choose in the chapter: whose prices, when service begins, whether what stands is bought. */
import { COST_SCHEDULE } from '../../scenario/cards/cost-quantities.js';
import { isInRange } from '../../scenario/cards/quantity.js';

export interface Settings {
  /** Empty for the default. */
  readonly preset: string;
  /** Null for those of the schedule. */
  readonly serviceFrom: number | null;
  readonly build_y: number | null;
  readonly asNew: boolean;
}

export const START: Settings = { preset: '', serviceFrom: null, build_y: null, asNew: false };

/** As in `preset-cbo-2026*from-2032*new`: only what differs from the start. */
export function writeSettings({ preset, serviceFrom, build_y, asNew }: Settings): string {
  return [...(preset === '' ? [] : [`preset-${preset}`]), ...(serviceFrom === null ? [] : [`from-${serviceFrom}`]), ...(build_y === null ? [] : [`build-${build_y}`]), ...(asNew ? ['new'] : [])].join('*');
}

/** What is not understood is left at the start. */
export function readSettings(text: string): Settings {
  let settings = START;
  for (const part of text.split('*')) {
    const [, name, value = ''] = /^(preset|from|build)-([a-z0-9][a-z0-9-]{0,60})$/.exec(part) ?? [], number = Number(value);
    if (name === 'preset') settings = { ...settings, preset: value };
    else if (name === 'from' && isInRange(number, COST_SCHEDULE.serviceFrom)) settings = { ...settings, serviceFrom: number };
    else if (name === 'build' && isInRange(number, COST_SCHEDULE.build_y)) settings = { ...settings, build_y: number };
    else if (part === 'new') settings = { ...settings, asNew: true };
  }
  return settings;
}
