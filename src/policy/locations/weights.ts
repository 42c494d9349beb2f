/** What a place counts for: several ways, none of them the one that anybody must use; regret says what each costs by the others' light. */

export interface DefendedPlace {
  readonly name: string;
  readonly title: string;
  /** Postal code of the state, district or territory; '' where none is known. */
  readonly state: string;
  readonly population_count: number;
  /** Seat of the federal government, or of a state's or territory's. */
  readonly seat?: 'federal' | 'state';
}

export const WEIGHT_SCHEMES = ['population', 'place', 'state', 'government'] as const;
export type WeightScheme = (typeof WEIGHT_SCHEMES)[number];

export interface PlaceWeights {
  readonly scheme: string;
  readonly title: string;
  /** In the order of the places; they add up to 1 where any counts. */
  readonly shares: readonly number[];
}

/** How much of the weight goes to seats of government in the scheme `government`; the rest goes by population. */
export interface GovernmentShares {
  readonly federal: number;
  readonly state: number;
}

const TITLES: Readonly<Record<WeightScheme, string>> = {
  population: 'every inhabitant the same', place: 'every place the same', state: 'every state and territory the same', government: 'seats of government count beside people',
};

export function placeWeights(scheme: WeightScheme, places: readonly DefendedPlace[], government: GovernmentShares): PlaceWeights {
  return { scheme, title: TITLES[scheme], shares: sharesOf(scheme, places, government) };
}

export function allWeights(places: readonly DefendedPlace[], government: GovernmentShares): PlaceWeights[] {
  return WEIGHT_SCHEMES.map((scheme) => placeWeights(scheme, places, government));
}

function sharesOf(scheme: WeightScheme, places: readonly DefendedPlace[], { federal, state }: GovernmentShares): number[] {
  const people = normalise(places.map(({ population_count }) => population_count));
  if (scheme === 'population') return people;
  if (scheme === 'place') return normalise(places.map(() => 1));
  if (scheme === 'state') {
    // Within a state by population, so that its two largest places are not each worth a whole state.
    const inState = (code: string): number => places.reduce((sum, place) => (place.state === code ? sum + place.population_count : sum), 0);
    return normalise(places.map((place) => (place.state === '' || inState(place.state) === 0 ? 0 : place.population_count / inState(place.state))));
  }
  const ofSeats = (kind: DefendedPlace['seat']): number[] => normalise(places.map(({ seat }) => (seat === kind ? 1 : 0)));
  const federalSeats = ofSeats('federal'), stateSeats = ofSeats('state');
  return normalise(people.map((share, i) => (1 - federal - state) * share + federal * (federalSeats[i] ?? 0) + state * (stateSeats[i] ?? 0)));
}

function normalise(values: readonly number[]): number[] {
  const sum = values.reduce((total, value) => total + value, 0);
  return sum > 0 ? values.map((value) => value / sum) : values.map(() => 0);
}
