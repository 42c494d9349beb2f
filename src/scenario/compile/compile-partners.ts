/** Allies of a plan: what each shares, whose shooters and targets are, and what is defended with those who engage jointly. */
import { findPlace, listKind, showEntry } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import type { KindFile } from '../cards/kinds.js';
import type { Ledger } from './ledger.js';
import { nationOfCountry } from './nations.js';
import { PARTNER } from '../cards/partner-file.js';
import type { PartnerPlan } from '../plan/partners-plan.js';
import type { Plan } from '../plan/plan.js';
import type { PlaceResolver } from './resolve-place.js';
import { DEFAULT_DEFENDED } from '../schema/schema.js';
import type { Scenario } from '../schema/schema.js';
import type { Partners } from '../schema/schema-partners.js';

/** The plan with its allies, where the scenario names any; those it does not name share what their cards say. `country` is that of what is defended. */
export function withPartners(plan: Plan, scenario: Scenario, catalogue: Catalogue, ledger: Ledger, places: PlaceResolver): Plan {
  const stated = scenario.partners;
  if (stated === undefined) return plan;
  const lead = leadOf(scenario.defended ?? DEFAULT_DEFENDED, catalogue);
  const members = listKind(catalogue, 'partners').filter((nation) => nation !== lead).flatMap((nation) => {
    const file = showEntry(catalogue, 'partners', nation);
    return file === undefined ? [] : [{ file, partner: compilePartner(nation, file, stated[nation], ledger) }];
  });
  const joint = members.filter(({ partner }) => partner.mode === 'joint-engagement');
  const outlines = joint.flatMap(({ file }) => catalogue.territories.filter(({ iso }) => file.countries.includes(iso)));
  const { territory } = plan.defended, allied = joint.flatMap(({ file }) => (file.defended === undefined ? [] : places.resolveAll(file.defended)));
  return {
    ...plan,
    layers: plan.layers.map((layer, index) => {
      const nation = scenario.interceptors[index]?.nation ?? (layer.kind === 'ground' ? nationOf(layer.site.name, catalogue) : lead);
      return nation === lead || nation === '' ? layer : { ...layer, nation };
    }),
    partners: { lead, partners: members.map(({ partner }) => partner), targetNations: nationsOfTargets(plan.attacks, catalogue) },
    defended: outlines.length === 0 ? plan.defended : {
      places: [...plan.defended.places, ...allied.map(({ place, population_count }) => ({ ...place, population_count }))],
      territory: { name: [territory.name, ...outlines.map(({ name }) => name)].join(', '), rings: [...territory.rings, ...outlines.flatMap(({ rings }) => rings)] },
    },
  };
}

/** Whose each target of each attack is. */
export const nationsOfTargets = (attacks: Plan['attacks'], catalogue: Catalogue): string[][] => attacks.map(({ targets }) => targets.map(({ name }) => nationOf(name, catalogue)));

/** Nation of what is defended: of the first place. */
export function leadOf(defended: readonly string[], catalogue: Catalogue): string {
  const [first = ''] = defended;
  return nationOfCountry(showEntry(catalogue, 'sites', first)?.country ?? findPlace(catalogue, first)?.country ?? '') ?? '';
}

const nationOf = (place: string, catalogue: Catalogue): string => nationOfCountry(findPlace(catalogue, place)?.country ?? '') ?? '';

function compilePartner(nation: string, file: KindFile<'partners'>, entry: Partners[string] | undefined, ledger: Ledger): PartnerPlan {
  const stated = typeof entry === 'string' ? { mode: entry } : entry, mode = stated?.mode ?? file.mode;
  const read = ledger.reader(PARTNER, { cards: file, source: file.source, stated, path: `partners.${nation}`, keepsRange: true });
  // Only what the mode has a use for is listed among the numbers.
  return {
    nation, mode, delay_s: mode === 'warning-only' ? 0 : read('delay_s'), releaseDelay_s: mode === 'joint-engagement' ? read('releaseDelay_s') : 0,
    withholds: stated?.caveats?.withholds ?? [], shooters: stated?.caveats?.shooters ?? 'shared',
  };
}
