/** Numbers of the warning logic and of incidents: with unit (in the key), range and one sentence, as `quantities.ts` has the others. */
import type { Quantities } from './quantity.js';

export const WARNING_RULES = {
  confidenceFloor_prob: { min: 0, max: 1, doc: 'Reports with less confidence than this are not counted.' },
  holdAtMost_s: { min: 0, max: 3_600, doc: 'Longest time for which one notice or flag delays an attack that two kinds of sensor see.' },
  supportWithin_s: { min: 0, max: 3_600, doc: 'A number on a data link that no sensor supports is dropped after this time.' },
  staleAfter_s: { min: 60, max: 86_400, doc: 'What has not been reported again for this long is over.' },
  longestRange_km: { min: 1_000, max: 100_000, doc: 'Farther away is no missile.' },
  greatestSpeed_kmps: { min: 5, max: 20, doc: 'Faster is no missile.' },
  watchDelay_s: { min: 0, max: 3_600, doc: 'From evidence to a declared watch.' },
  probableDelay_s: { min: 0, max: 3_600, doc: 'From evidence to an attack declared probable.' },
  confirmedDelay_s: { min: 0, max: 3_600, doc: 'From evidence to an attack declared confirmed.' },
  standDownDelay_s: { min: 0, max: 3_600, doc: 'From the end of the evidence to the lower level.' },
} as const satisfies Quantities;

const COUNT = { min: 0, max: 10_000, whole: true } as const;
const AT_S = { min: -604_800, max: 604_800, doc: 'Time from the start of the incident.' } as const;
const LAT_DEG = { min: -90, max: 90, doc: 'Geodetic latitude, north positive.' } as const;
const LON_DEG = { min: -180, max: 360, doc: 'Longitude, east positive.' } as const;

export const INCIDENT_EVENT = {
  at_s: AT_S,
  objects: { ...COUNT, doc: 'Missiles that are shown; 0 where none is seen.' },
  confidence_prob: { min: 0, max: 1, doc: "The sensor's own confidence that they are missiles." },
} as const satisfies Quantities;

export const INCIDENT_MEASURED = {
  lat_deg: { ...LAT_DEG, optional: true },
  lon_deg: { ...LON_DEG, optional: true },
  azimuth_deg: { min: -180, max: 360, optional: true, doc: 'Direction of flight, clockwise from north.' },
  range_km: { min: 0, max: 1_000_000, optional: true, doc: 'Distance from the sensor.' },
  speed_kmps: { min: 0, max: 1_000, optional: true, doc: 'Speed of what is seen.' },
} as const satisfies Quantities;

export const NOTICE = {
  received_s: { min: -31_536_000, max: 604_800, doc: 'When it is received, from the start of the incident.' },
  opens_s: { min: -31_536_000, max: 31_536_000, doc: 'Start of its window, from the start of the incident.' },
  closes_s: { min: -31_536_000, max: 31_536_000, doc: 'End of its window, from the start of the incident.' },
  lat_deg: LAT_DEG,
  lon_deg: LON_DEG,
  radius_km: { min: 0, above: true, max: 5_000, doc: 'Launches come from within this distance of the place.' },
  azimuth_deg: { min: -180, max: 360, doc: 'Middle of the directions of flight, clockwise from north.' },
  azimuthWidth_deg: { min: 0, above: true, max: 360, doc: 'Full width of the directions; 360 for any.' },
  launches: { min: 1, max: 1_000, whole: true, doc: 'Launches that are notified.' },
} as const satisfies Quantities;

/** What became of a public alert, from its sending. */
export const ALERT_RECORD = {
  knownFalse_s: { min: 0, max: 86_400, doc: 'Until those who sent it knew that it was false.' },
  stopped_s: { min: 0, max: 86_400, doc: 'Until it was no longer sent again.' },
  posted_s: { min: 0, max: 86_400, doc: 'Until a first public word that it was false.' },
  corrected_s: { min: 0, max: 86_400, doc: 'Until the correction went the way of the alert.' },
} as const satisfies Quantities;

/** How a warning becomes a public alert, and how a false one is taken back. */
export const PUBLIC_ALERT = {
  agencyDelay_s: { min: 0, max: 3_600, doc: 'From a confirmed attack to the agency that alerts the public.' },
  sending_s: { min: 0, max: 3_600, doc: 'From the agency to the receivers.' },
  secondPerson_s: { min: 0, max: 3_600, doc: 'Time that the second person takes, where two must agree.' },
  updateEvery_s: { min: 10, max: 3_600, doc: 'Least time between an alert and its update.' },
  areaRadius_km: { min: 1, max: 2_000, doc: 'Radius about each threatened place that is alerted.' },
  slip_prob: { min: 0, max: 1, doc: 'Chance that one person sends a false alert in one drill.' },
  secondAgrees_prob: { min: 0, max: 1, doc: 'Chance that the second person agrees with such a slip.' },
  knownFalse_s: { min: 0, max: 86_400, doc: 'From a false alert to knowing that it is false.' },
  preparedCorrection_s: { min: 0, max: 86_400, doc: 'From knowing to a correction by the same way, where its text and authority are prepared.' },
  improvisedCorrection_s: { min: 0, max: 86_400, doc: 'The same where nothing is prepared.' },
  spread: { min: 0, max: 2, doc: 'One standard deviation of the logarithm of each of these times.' },
} as const satisfies Quantities;

/** Peaceful launches into orbit from one site. */
export const PEACEFUL_LAUNCH = {
  lat_deg: LAT_DEG,
  lon_deg: LON_DEG,
  perYear: { min: 0, max: 1_000, doc: 'Launches in a year.' },
  notified_prob: { min: 0, max: 1, doc: 'Chance that a notice of a launch has reached those who decide.' },
} as const satisfies Quantities;

export const LAUNCH_CORRIDOR = {
  azimuth_deg: { min: 0, max: 360, doc: 'Direction of launch against the stars, clockwise from north.' },
  share: { min: 0, max: 1, doc: "Share of the site's launches that go this way." },
} as const satisfies Quantities;

/** What a notice of a peaceful launch says about place and direction. */
export const LAUNCH_NOTICE = {
  radius_km: NOTICE.radius_km,
  azimuthWidth_deg: NOTICE.azimuthWidth_deg,
} as const satisfies Quantities;
