/** Numbers that a file of `data/costs` may hold, with their ranges and what they mean. Dollars are of the file's price year. */
import type { Quantities } from './quantity.js';

/** What a layer costs, and how many of what there are. What a source does not give is left out and is not costed. */
export const COST = {
  satellites_count: { min: 1, max: 10_000_000, whole: true, optional: true, doc: 'Satellites in service at any time.' },
  missiles_count: { min: 1, max: 100_000, whole: true, optional: true, doc: 'Missiles of the raid that the number of satellites is for.' },
  mass_kg: { min: 0, above: true, max: 1_000_000, optional: true, doc: 'Mass of one satellite at launch.' },
  years_y: { min: 1, max: 100, doc: 'Years of service that are counted.' },
  life_y: { min: 0.1, max: 100, optional: true, doc: 'Service life of one satellite.' },
  development_usd: { min: 0, max: 1e13, optional: true, doc: 'Development before service.' },
  firstUnit_usd: { min: 0, above: true, max: 1e12, optional: true, doc: 'The first satellite built; all of them where there is no learning.' },
  unitLearning: { min: 0.6, max: 1, optional: true, doc: 'Cost of a unit after each doubling of the number built, over that before.' },
  launch_usdPerKg: { min: 0, max: 1e6, optional: true, doc: 'Launch by weight.' },
  launchCapacity_kg: { min: 1, max: 1_000_000, optional: true, doc: 'What one launch lifts.' },
  firstLaunch_usd: { min: 0, max: 1e11, optional: true, doc: 'The first launch; all of them where there is no learning.' },
  launchLearning: { min: 0.6, max: 1, optional: true, doc: 'Cost of a launch after each doubling, over that before.' },
  operationsPerYear_usd: { min: 0, max: 1e12, optional: true, doc: 'Operations in a year.' },
} as const satisfies Quantities;

/** From which a source works out its number of satellites. */
export const COST_SIZING = {
  altitude_km: { min: 150, max: 5_000, doc: 'Altitude of the satellites.' },
  interceptAltitude_km: { min: 50, max: 5_000, doc: 'Altitude of the meeting.' },
  acceleration_g: { min: 0.1, max: 200, doc: 'Mean acceleration of the interceptor.' },
  speed_kmps: { min: 0.1, max: 20, doc: 'Speed that the interceptor gains.' },
  flyout_s: { min: 1, max: 3_600, doc: 'From the order to fire to the meeting.' },
  maxLatitude_deg: { min: 1, max: 90, doc: 'Threats come from latitudes up to this.' },
  salvo: { min: 1, max: 100_000, whole: true, doc: 'Missiles launched at once from one place.' },
  shots: { min: 1, max: 20, whole: true, doc: 'Interceptors at each missile.' },
} as const satisfies Quantities;

/** From which a source works out the mass of one satellite, with one interceptor. */
export const COST_MASS = {
  divert_kmps: { min: 0, max: 10, doc: 'Change of velocity that the kill vehicle keeps for itself.' },
  specificImpulse_s: { min: 100, max: 500, doc: 'Of all its engines.' },
  killVehicleDry_kg: { min: 0, above: true, max: 10_000, doc: 'Kill vehicle without propellant.' },
  bodyDry_kg: { min: 0, max: 10_000, doc: 'Interceptor body without propellant.' },
  carrierDry_kg: { min: 0, max: 10_000, doc: 'What keeps it alive in orbit.' },
} as const satisfies Quantities;

/** A battery of ground interceptors. A design that is in service needs no development. */
export const BATTERY_COST = {
  development_usd: { min: 0, max: 1e12, optional: true, doc: 'Development of the interceptor, once whatever the number of sites.' },
  interceptor_usd: { min: 0, max: 1e11, doc: 'One interceptor.' },
  site_usd: { min: 0, max: 1e12, doc: 'The site or battery without interceptors.' },
  perSite_count: { min: 1, max: 10_000, whole: true, optional: true, doc: 'Interceptors that one site or battery holds; any number where left out.' },
  operationsPerYear_usd: { min: 0, max: 1e12, doc: 'Operations of one site or battery in a year.' },
  life_y: { min: 1, max: 100, optional: true, doc: 'Service life of an interceptor; never renewed where left out.' },
} as const satisfies Quantities;

/** A system of sensors, by the satellite or the radar. */
export const SENSOR_COST = {
  development_usd: { min: 0, max: 1e12, optional: true, doc: 'Development before service.' },
  unit_usd: { min: 0, max: 1e12, optional: true, doc: 'One satellite in its orbit, or one radar.' },
  operationsPerUnit_usd: { min: 0, max: 1e11, optional: true, doc: 'Operations of one satellite or radar in a year.' },
  life_y: { min: 0.5, max: 100, optional: true, doc: 'Service life of a satellite; what has none is never renewed.' },
} as const satisfies Quantities;

/** What a shield has once, whatever its size: command and communications, or a ship on station. */
export const COMMAND_COST = {
  acquisition_usd: { min: 0, max: 1e13, optional: true, doc: 'All that is bought before service.' },
  operationsPerYear_usd: { min: 0, max: 1e12, optional: true, doc: 'Operations in a year.' },
} as const satisfies Quantities;

/** When money is spent; fiscal years of the United States. */
export const COST_SCHEDULE = {
  existsBy: { min: 1950, max: 2100, whole: true, doc: 'What is in service by this year exists and is paid for.' },
  serviceFrom: { min: 1950, max: 2100, whole: true, doc: 'Fiscal year that is the first year of service.' },
  build_y: { min: 1, max: 30, whole: true, doc: 'Fiscal years before it over which acquisition is spread evenly.' },
} as const satisfies Quantities;
