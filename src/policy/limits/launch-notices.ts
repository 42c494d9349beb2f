/**
 * The register of launch notices: which launches of the raid, had they been tests, would have had to be announced under which
 * instrument, and which of the peaceful launches that Cupola knows. A notice that is missing, late or lost is the matter of
 * `cupola incidents` and `release-risk`.
 */
import type { Catalogue } from '../../scenario/catalogue.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { countingOf, countryOf } from './elements.js';
import { type Instrument, type LimitCheck, limitCheck } from './limit-check.js';

/** A launch place with the instruments under which its launches are announced. */
export interface RegisterEntry {
  readonly place: string;
  readonly title: string;
  readonly perYear: number;
  /** Chance that a warning centre has the notice, as the card of the place assumes. */
  readonly notified_prob: number;
  readonly instruments: readonly string[];
  /** Circle and width of directions that a notice is taken to close off. */
  readonly radius_km: number;
  readonly azimuthWidth_deg: number;
}

export function checkMissileNotices(instrument: Instrument, id: string, { attacks }: Plan, catalogue: Catalogue): LimitCheck {
  const { file } = instrument, article = file.articles.at(-1), hours = file.limits?.notice_h?.value;
  const asked = attacks.map((attack) => ({ attack, as: countingOf(file, attack), country: countryOf(catalogue, attack.origin) })).filter(({ as, country }) => as !== 'none' && (country === '' || file.binds.includes(country)));
  const sure = asked.filter(({ as }) => as !== 'disputed' && as !== 'not known'), total = (some: typeof asked): number => some.reduce((sum, { attack }) => sum + attack.count, 0);
  return limitCheck(instrument, {
    id, article: article?.id ?? '', subject: 'raid', unit: 'launches that would have to be announced', value: asked.length === 0 ? 0 : total(sure), finding: asked.length === 0 ? 'not applicable' : 'flag',
    elements: [...new Set(asked.map(({ attack }) => `${attack.threat.name} from ${attack.origin.name}`))],
    reasons: asked.length === 0
      ? ['No missile that it covers is launched from a state that it binds.']
      : [
        `As tests, these launches would have to be announced${hours === undefined ? ' beforehand' : ` at least ${hours} hours before`}; a scenario's raid comes without notice.`,
        ...(total(asked) > total(sure) ? [`${total(asked) - total(sure)} more where it is not settled whether their kind is meant.`] : []),
        ...(asked.some(({ country }) => country === '') ? ['Whose the submarines are is not said; notices of launches at sea name the body of water.'] : []),
      ],
  });
}

/** Peaceful launches, by the cards of their places. */
export function checkPeacefulNotices(instrument: Instrument, id: string, catalogue: Catalogue): LimitCheck {
  const places = (instrument.file.launchPlaces ?? []).flatMap((name) => catalogue.kinds.launches[name] ?? []), perYear = places.reduce((sum, place) => sum + place.perYear.value, 0);
  const without = places.reduce((sum, place) => sum + place.perYear.value * (1 - place.notified_prob.value), 0), last = instrument.file.articles.at(-1);
  return limitCheck(instrument, {
    id, article: last?.id ?? '', subject: 'peaceful launches', unit: 'launches a year that are to be announced', value: perYear, finding: places.length === 0 ? 'not applicable' : without >= 1 ? 'flag' : 'within',
    elements: places.map(({ title }) => title),
    reasons: [`By the cards of the launch places (assumed), the notice of about ${without.toFixed(1)} of about ${perYear.toFixed(0)} launches a year does not reach a warning centre.`],
  });
}

export function launchRegister(instruments: readonly Instrument[], catalogue: Catalogue): RegisterEntry[] {
  const window = Object.values(catalogue.kinds.defaults).find((file) => file.model === 'launch-notice');
  return Object.entries(catalogue.kinds.launches).map(([place, file]) => ({
    place, title: file.title, perYear: file.perYear.value, notified_prob: file.notified_prob.value,
    instruments: instruments.filter((one) => one.file.launchPlaces?.includes(place) === true).map(({ name }) => name),
    radius_km: window?.model === 'launch-notice' ? window.radius_km.value : 0, azimuthWidth_deg: window?.model === 'launch-notice' ? window.azimuthWidth_deg.value : 0,
  }));
}
