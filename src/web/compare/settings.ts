/** The numbers of a shield that readers argue about most, beside those of the question: where they stand and what they may be. */
import { DOCTRINES, EVIDENCE } from '../../scenario/cards/kinds.js';
import type { Plan } from '../../scenario/plan/plan.js';

export interface Setting {
  readonly id: string;
  readonly label: string;
  readonly term: string;
  readonly unit: string;
  /** All these paths get the same value. */
  readonly paths: readonly string[];
  readonly value: string;
  /** Names to choose from; a number where there are none. */
  readonly choices: readonly { readonly value: string; readonly title: string }[];
}

const EVIDENCE_WORDS: Readonly<Record<(typeof EVIDENCE)[number], string>> = {
  'one-infrared': 'one infrared satellite', 'two-infrared': 'two infrared satellites', radar: 'a radar', 'infrared-and-radar': 'infrared and radar',
};
const DOCTRINE_WORDS: Readonly<Record<(typeof DOCTRINES)[number], string>> = { barrage: 'all shots at once', 'shoot-look-shoot': 'shoot, look, shoot again' };

/** Settings that the plan has a use for, with its values. */
export function settingsOf({ layers, release, command, commandGraph }: Plan): Setting[] {
  const of = (kind: 'space' | 'ground'): readonly Plan['layers'][number][] => layers.filter((layer) => layer.kind === kind);
  const space = of('space'), ground = of('ground'), shared = space.filter((layer) => layer.release === undefined);
  const number = (id: string, label: string, term: string, unit: string, paths: readonly string[], value: number): Setting => ({ id, label, term, unit, paths, value: String(Number(value.toPrecision(12))), choices: [] });
  const kill = (id: string, label: string, of: readonly Plan['layers'][number][]): Setting[] => {
    const [first] = of;
    return first === undefined ? [] : [number(id, label, 'single-shot kill', '', of.map(({ key }) => `${key}.singleShotKill`), first.singleShotKill_prob)];
  };
  if (layers.length === 0) return [];
  return [
    // Command posts of a graph take their own time, and so do entries with a rule of their own.
    ...(commandGraph !== undefined || shared.length === 0 ? [] : [number('delay', 'Time to decide in space', 'release delay', 's', ['release.space.delay_s'], release.space.delay_s)]),
    ...(shared.length === 0 ? [] : [
      { id: 'evidence', label: 'Space may fire after', term: 'evidence', unit: '', paths: ['release.space.evidence'], value: release.space.evidence, choices: EVIDENCE.map((value) => ({ value, title: EVIDENCE_WORDS[value] })) },
    ]),
    ...kill('spaceKill', 'Chance one shot kills, space', space),
    ...kill('groundKill', 'Chance one shot kills, ground', ground),
    { id: 'doctrine', label: 'How shots follow', term: 'doctrine', unit: '', paths: ['command.doctrine'], value: command.doctrine, choices: DOCTRINES.map((value) => ({ value, title: DOCTRINE_WORDS[value] })) },
    number('shots', 'Shots at each missile', 'salvo', '', ['command.shotsPerTarget'], command.shotsPerTarget),
    number('reserve', 'Share held back', 'reserve', '', ['command.reserve'], command.reserve),
  ];
}

/** Overrides for what the reader has set; `chosen` holds texts by a setting's id. */
export function overridesOfSettings(settings: readonly Setting[], chosen: Readonly<Record<string, string>>): string[] {
  return settings.flatMap(({ id, paths, value }) => {
    const text = chosen[id];
    return text === undefined || text === value ? [] : paths.map((path) => `${path}=${text}`);
  });
}
