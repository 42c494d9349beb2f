/** Names inside data files that must mean something, and names that must mean one thing only. */
import { findPlace, listGroups, listPlaces, membersOfGroup } from '../../src/scenario/catalogue.js';
import type { Catalogue } from '../../src/scenario/catalogue.js';
import { directiveFaults } from '../../src/scenario/directive.js';
import { incidentFaults } from '../../src/scenario/incident.js';
import { checkCommandGraph } from '../../src/scenario/meaning/meaning-command-graph.js';
import type { KindFile } from '../../src/scenario/cards/kinds.js';
import { NATIONS } from '../../src/scenario/compile/nations.js';
import { printPath } from '../../src/scenario/text/path.js';
import { threatSetFaults } from '../../src/scenario/threat-set.js';

/** Faults as lines; empty when all names resolve. */
export function checkReferences(catalogue: Catalogue): string[] {
  const { threats, sensors, constellations, interceptors, sites, costs, raids } = catalogue.kinds;
  const faults: string[] = [];
  const needPlace = (file: string, name: string): void => {
    if (findPlace(catalogue, name) === undefined) faults.push(`${file}: site '${name}' is not in data/sites`);
  };
  for (const [name, file] of Object.entries(threats)) needPlace(`data/threats/${name}.json`, file.site);
  for (const [name, file] of Object.entries(sensors)) {
    if ((file.model === 'radar' || file.model === 'over-horizon-radar') && file.site !== undefined) needPlace(`data/sensors/${name}.json`, file.site);
    if ((file.model === 'infrared-shell' || file.model === 'air-tracker') && file.orbit.count.value % file.orbit.planes.value !== 0) faults.push(`data/sensors/${name}.json: ${file.orbit.count.value} satellites do not divide by ${file.orbit.planes.value} planes`);
  }
  for (const [name, file] of Object.entries(constellations)) {
    if (interceptors[file.interceptor]?.model !== 'space-based') faults.push(`data/constellations/${name}.json: '${file.interceptor}' is not a space-based interceptor of data/interceptors`);
    if (file.count.value % file.planes.value !== 0) faults.push(`data/constellations/${name}.json: ${file.count.value} satellites do not divide by ${file.planes.value} planes`);
  }
  for (const [name, file] of Object.entries(costs)) {
    if (file.model === 'ground-battery' && interceptors[file.interceptor]?.model !== 'ground-based') faults.push(`data/costs/${name}.json: '${file.interceptor}' is not a ground interceptor of data/interceptors`);
    faults.push(...costFaults(`data/costs/${name}.json`, file, catalogue));
    if (file.model !== 'estimates') continue;
    for (const { id, preset, mark, calibrated } of file.items) {
      if (preset !== undefined && costs[preset]?.model !== 'space-layer') faults.push(`data/costs/${name}.json: ${id}: '${preset}' is not a preset of data/costs`);
      if ((mark === 'calibrated') !== (calibrated !== undefined)) faults.push(`data/costs/${name}.json: ${id}: calibrated names the one parameter that was fitted, and only then`);
      if (file.items.filter((item) => item.id === id).length > 1) faults.push(`data/costs/${name}.json: '${id}' names two estimates`);
    }
  }
  for (const [name, file] of Object.entries(catalogue.kinds.claims)) {
    if (file.model !== 'claim' || file.slots === undefined) continue;
    const { threat, from, scenario } = file.slots;
    if (threat !== undefined && !Object.hasOwn(threats, threat)) faults.push(`data/claims/${name}.json: slots.threat: '${threat}' is not in data/threats`);
    if (from !== undefined) needPlace(`data/claims/${name}.json`, from);
    if (scenario !== undefined && !catalogue.scenarios.some((known) => known.name.startsWith(`${scenario}.`))) faults.push(`data/claims/${name}.json: slots.scenario: '${scenario}' is not in scenarios/`);
  }
  for (const [name, { interceptors: counted, threats: named, launchPlaces = [], readings, articles }] of Object.entries(catalogue.kinds.treaties)) {
    const need = (kind: 'interceptors' | 'threats' | 'launches', names: readonly string[]): void => {
      for (const one of names) if (!Object.hasOwn(catalogue.kinds[kind], one)) faults.push(`data/treaties/${name}.json: '${one}' is not in data/${kind}`);
    };
    need('interceptors', Object.values(counted ?? {}).flat());
    need('threats', Object.values(named ?? {}).flat());
    need('launches', launchPlaces);
    for (const { articles: read } of readings) for (const id of read) if (!articles.some((article) => id === article.id || id.startsWith(`${article.id}-`))) faults.push(`data/treaties/${name}.json: readings: no article '${id}'`);
  }
  for (const [name, file] of Object.entries(catalogue.kinds.launches)) {
    if (threats[file.booster]?.model !== 'fractional-orbital') faults.push(`data/launches/${name}.json: '${file.booster}' is not a class of data/threats that flies into orbit`);
    const shares = file.corridors.reduce((sum, { share }) => sum + share.value, 0);
    if (Math.abs(shares - 1) > 1e-9) faults.push(`data/launches/${name}.json: shares of its corridors add up to ${shares}, not to 1`);
  }
  for (const [name, file] of Object.entries(catalogue.kinds.incidents)) {
    for (const { path, found, expected } of incidentFaults(file)) faults.push(`data/incidents/${name}.json: ${printPath(path)}: found ${found}, expected ${expected}`);
  }
  for (const [name, file] of Object.entries(catalogue.kinds.directives)) {
    for (const { path, found, expected } of directiveFaults(file)) faults.push(`data/directives/${name}.json: ${printPath(path)}: found ${found}, expected ${expected}`);
  }
  for (const [name, { nodes, links }] of Object.entries(catalogue.kinds.command)) {
    for (const { path, found, expected } of checkCommandGraph({ nodes, links }, catalogue)) faults.push(`data/command/${name}.json: ${printPath(path.slice(1))}: found ${found}, expected ${expected}`);
  }
  for (const [name, { countries, defended }] of Object.entries(catalogue.kinds.partners)) {
    if (!NATIONS.some((nation) => nation === name)) faults.push(`data/partners/${name}.json: not a nation: one of ${NATIONS.join(', ')}`);
    for (const country of countries) if (!catalogue.territories.some(({ iso }) => iso === country)) faults.push(`data/partners/${name}.json: no outline for country ${country}`);
    if (defended !== undefined && sites[defended]?.model !== 'group') faults.push(`data/partners/${name}.json: defended: '${defended}' is not a group of places in data/sites`);
  }
  for (const [name, file] of Object.entries(sites)) {
    if (!catalogue.territories.some(({ iso }) => iso === file.country)) faults.push(`data/sites/${name}.json: no outline for country ${file.country}`);
    if (file.model !== 'group') continue;
    for (const other of file.also ?? []) needPlace(`data/sites/${name}.json`, other);
    const members = membersOfGroup(catalogue, name);
    for (const twice of new Set(members.filter((member, index) => members.indexOf(member) !== index))) faults.push(`data/sites/${name}.json: also: '${twice}' is a member already`);
  }
  const groups = listGroups(catalogue);
  for (const [name, { entries }] of Object.entries(raids)) {
    entries.forEach(({ missile, from, to, route }, index) => {
      const at = `data/raids/${name}.json: entries[${index}]`;
      if (!Object.hasOwn(threats, missile)) faults.push(`${at}.missile: '${missile}' is not in data/threats`);
      // Only targets may be a group of places.
      for (const [key, named, isTarget] of [['from', from, false], ['to', to, true], ['route', route ?? [], false]] as const) {
        for (const place of [named].flat()) if (findPlace(catalogue, place) === undefined && !(isTarget && groups.includes(place))) faults.push(`${at}.${key}: '${place}' is not in data/sites`);
      }
    });
  }
  for (const name of Object.keys(catalogue.kinds['threat-sets'])) faults.push(...threatSetFaults(name, catalogue).map((fault) => `data/threat-sets/${name}.json: ${fault}`));
  const places = [...listPlaces(catalogue), ...Object.keys(sites).filter((name) => sites[name]?.model === 'group')];
  for (const name of new Set(places.filter((name, index) => places.indexOf(name) !== index))) faults.push(`data/sites: '${name}' names two places`);
  return faults;
}

/** A price must be of a year that the index knows, and be of something that exists. */
function costFaults(file: string, card: KindFile<'costs'>, catalogue: Catalogue): string[] {
  const { interceptors, sensors, costs } = catalogue.kinds, faults: string[] = [];
  const years = Object.values(costs).flatMap((each) => (each.model === 'deflators' ? Object.keys(each.index) : []));
  if ('priceYear' in card && !years.includes(card.priceYear)) faults.push(`${file}: priceYear: found ${card.priceYear}, expected a year of the price index: ${years.join(', ')}`);
  const needSensor = (name: string): void => { if (!Object.hasOwn(sensors, name)) faults.push(`${file}: sensor '${name}' is not in data/sensors`); };
  if (card.model === 'sensor-system') card.sensors.forEach(needSensor);
  if (card.model !== 'ground-battery') return faults;
  card.holdsSensors?.forEach(needSensor);
  for (const other of card.sharesSiteWith ?? []) if (interceptors[other]?.model !== 'ground-based') faults.push(`${file}: '${other}' is not a ground interceptor of data/interceptors`);
  for (const { site } of card.existing ?? []) if (findPlace(catalogue, site) === undefined) faults.push(`${file}: site '${site}' is not in data/sites`);
  return faults;
}
