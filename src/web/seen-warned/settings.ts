/** What the reader may choose in the chapter: whose sensors, which flight, who is left out. */

/** `own`: the sensors of the scenario. */
export type Year = 'own' | 2025 | 2028 | 2035;
export const YEARS: readonly { readonly year: Year; readonly title: string }[] = [
  { year: 'own', title: "Scenario's own" }, { year: 2025, title: '2025' }, { year: 2028, title: '2028' }, { year: 2035, title: '2035' },
];

export interface Settings {
  readonly year: Year;
  /** Number of the flight among those of the raid. */
  readonly flight: number;
  /** Sensors, systems and nations that are left out. */
  readonly without: readonly string[];
}

export const START: Settings = { year: 'own', flight: 0, without: [] };

/** As in `year-2028*flight-2*out-denmark`: only what differs from the start. */
export function writeSettings({ year, flight, without }: Settings): string {
  return [...(year === START.year ? [] : [`year-${year}`]), ...(flight === START.flight ? [] : [`flight-${flight}`]), ...without.map((name) => `out-${name}`)].join('*');
}

const MOST_OUT = 100;

/** What is not understood is left at the start. */
export function readSettings(text: string): Settings {
  let { year, flight } = START;
  const without: string[] = [];
  for (const part of text.split('*')) {
    const [, name, value = ''] = /^(year|flight|out)-([a-z0-9][a-z0-9-]{0,80})$/.exec(part) ?? [];
    if (name === 'year') year = YEARS.find((known) => String(known.year) === value)?.year ?? year;
    else if (name === 'flight' && /^\d{1,4}$/.test(value)) flight = Number(value);
    else if (name === 'out' && without.length < MOST_OUT && !without.includes(value)) without.push(value);
  }
  return { year, flight, without };
}

/** What `--set` takes, so that the commands give the same answer. */
export const yearOverrides = ({ year }: Pick<Settings, 'year'>): string[] => (year === 'own' ? [] : [`sensors={ year: ${year} }`]);
