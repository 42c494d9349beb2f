/** The attacks a reader can choose, raids of the catalogue and numbered scenarios, and how a raid of several classes is told. */
import { countText } from '../../figures/numbers.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { stemOf } from '../../scenario/text/file-stem.js';
import { lethalCount } from '../../scenario/plan/lethal.js';
import type { Plan } from '../../scenario/plan/plan.js';
import type { Option } from './slots.js';

/** Raids from the smallest to the largest, with the number of missiles of one salvo. */
export function raidOptions({ kinds }: Catalogue): Option[] {
  const raids = Object.entries(kinds.raids).map(([value, { title, entries }]) => ({ value, title, count: entries.reduce((sum, entry) => sum + entry.count.value, 0) }));
  return raids.sort((a, b) => a.count - b.count || a.title.localeCompare(b.title, 'en')).map(({ value, title }) => ({ value, title }));
}

export function scenarioOptions({ scenarios }: Catalogue): Option[] {
  return scenarios.map(({ name, text }) => ({ value: stemOf(name), title: titleIn(text) ?? stemOf(name) }));
}

/** A raid in brackets after its name: `42 missiles, 7 classes, 74 warheads`. */
export function sizeText({ attacks }: Pick<Plan, 'attacks'>): string {
  const missiles = attacks.reduce((sum, { count }) => sum + count, 0), warheads = lethalCount(attacks);
  const classes = new Set(attacks.map(({ threat }) => threat.name)).size;
  return `${countText(missiles)} ${missiles === 1 ? 'missile' : 'missiles'}${classes > 1 ? `, ${countText(classes)} classes` : ''}${warheads > missiles ? `, ${countText(warheads)} warheads` : ''}`;
}

/** A title as it stands inside a sentence: `Ten ICBMs` as `ten ICBMs`. */
export const inSentence = (title: string): string => (/^[A-Z][a-z ]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title);

/** The title line of a scenario; the whole of it is read where it is compiled. */
function titleIn(text: string): string | undefined {
  return /^title:[ \t]*(.+?)[ \t]*$/m.exec(text)?.[1]?.replace(/^(["'])(.*)\1$/, '$2');
}
