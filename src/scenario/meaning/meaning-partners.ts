/** What the schema cannot know about allies: who is one, and what they can withhold. */
import { listKind, showEntry } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import { leadOf } from '../compile/compile-partners.js';
import { describeChoice, describeFound } from '../text/describe.js';
import type { Complaint } from '../text/explain.js';
import { unknownName } from './meaning-parts.js';
import { isMapping } from '../text/path.js';
import { DEFAULT_DEFENDED } from '../schema/schema.js';

export function checkPartners(root: Readonly<Record<string, unknown>>, catalogue: Catalogue): Complaint[] {
  const partners = root['partners'], known = listKind(catalogue, 'partners'), defended: readonly unknown[] = Array.isArray(root['defended']) ? root['defended'] : DEFAULT_DEFENDED;
  const lead = leadOf(defended.filter((name): name is string => typeof name === 'string'), catalogue);
  const complaints = layerNations(root['interceptors'], [...known, lead]);
  if (!isMapping(partners)) return complaints;
  if (lead === '') complaints.push({ path: ['defended'], found: `places of a nation that no data name: ${describeFound(defended[0])}`, expected: 'places of the nation that leads the alliance', hint: 'take `partners` out, or defend places of another nation' });
  for (const [nation, entry] of Object.entries(partners)) {
    if (nation === lead) complaints.push({ path: ['partners', nation], found: `${nation}, which is what is defended`, expected: describeChoice(known.filter((name) => name !== lead)), hint: 'partners are the others' });
    else if (!known.includes(nation)) complaints.push(unknownName(nation, ['partners', nation], known));
    const caveats = isMapping(entry) ? entry['caveats'] : undefined, withholds = isMapping(caveats) ? caveats['withholds'] : undefined;
    if (!Array.isArray(withholds)) continue;
    const own = listKind(catalogue, 'sensors').filter((name) => showEntry(catalogue, 'sensors', name)?.nation === nation);
    withholds.forEach((name: unknown, index) => {
      const file = typeof name === 'string' ? showEntry(catalogue, 'sensors', name) : undefined, path = ['partners', nation, 'caveats', 'withholds', index];
      if (typeof name === 'string' && file === undefined) complaints.push(unknownName(name, path, listKind(catalogue, 'sensors')));
      else if (file !== undefined && file.nation !== nation) complaints.push({ path, found: `${describeFound(name)}, a sensor of ${file.nation}`, expected: own.length === 0 ? `nothing: no sensor of the data is in ${nation}` : describeChoice(own), hint: 'a nation can withhold only what is its own' });
    });
  }
  return complaints;
}

/** Whose the shooters of an entry are. */
function layerNations(entries: unknown, known: readonly string[]): Complaint[] {
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown, index): Complaint[] => {
    const nation = isMapping(entry) ? entry['nation'] : undefined;
    return typeof nation === 'string' && nation !== '' && !known.includes(nation) ? [unknownName(nation, ['interceptors', index, 'nation'], known.filter((name) => name !== ''))] : [];
  });
}
