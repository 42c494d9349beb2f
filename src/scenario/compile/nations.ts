/** Nations that host sensors, so that a scenario can leave one of them out. Codes are those of the outlines (ISO 3166-1 numeric). */
const NATION_CODES = {
  'united-states': '840',
  canada: '124',
  denmark: '208',
  'united-kingdom': '826',
  japan: '392',
  australia: '036',
} as const;

export type Nation = keyof typeof NATION_CODES;

export const NATIONS: readonly Nation[] = ['united-states', 'canada', 'denmark', 'united-kingdom', 'japan', 'australia'];

/** The nation of a country code, if it is one of these. Greenland counts to Denmark. */
export function nationOfCountry(code: string): Nation | undefined {
  return code === GREENLAND ? 'denmark' : NATIONS.find((nation) => NATION_CODES[nation] === code);
}

const GREENLAND = '304';
