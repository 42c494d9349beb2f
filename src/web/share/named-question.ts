/** What an answer's question is called in a citation, and the scenario file that asks it again. */
import type { Catalogue, NumberedScenario } from '../../scenario/catalogue.js';

interface Asked {
  readonly scenario: NumberedScenario;
  readonly compiled: { readonly title: string };
  readonly overrides: readonly string[];
}

const RAID = /^raid=\[\{ preset: ([a-z0-9-]+) \}\]$/;

/** The scenario's title with its changes; a raid of the catalogue is named first, for the title speaks of another. */
export function titleOfQuestion({ scenario, compiled, overrides }: Asked, { kinds }: Pick<Catalogue, 'kinds'>): string {
  const raid = RAID.exec(overrides[0] ?? '')?.[1], changes = raid === undefined ? overrides : overrides.slice(1);
  const title = raid === undefined ? compiled.title : `${kinds.raids[raid]?.title ?? raid} (data/raids/${raid}.json) against the shield of scenarios/${scenario.name}`;
  return changes.length === 0 ? title : `${title}, with ${changes.join(', ')}`;
}

/** Text and changes of a scenario file to keep. With another raid, title and opening comment of the old one would mislead. */
export function keptScenario(asked: Asked, catalogue: Pick<Catalogue, 'kinds'>): { readonly text: string; readonly overrides: readonly string[] } {
  const { scenario, overrides } = asked;
  if (!RAID.test(overrides[0] ?? '')) return { text: scenario.text, overrides };
  return { text: scenario.text.replace(/^(#.*\n)+/, ''), overrides: [...overrides, `title=${JSON.stringify(titleOfQuestion(asked, catalogue))}`] };
}
