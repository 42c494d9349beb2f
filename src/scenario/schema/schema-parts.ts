/** Parts of the scenario schema that several entries share: names, mappings with a word for what they are, places. */
import { z } from 'zod';
import { numberSchema } from '../cards/quantity.js';
import { PLACE, PLACE_EXTRAS } from '../cards/quantities.js';

export const name = (what: string) => z.string({ error: `the name of ${what}` }).min(1, { error: `the name of ${what}` });
export const mapping = <S extends z.core.$ZodLooseShape>(shape: S, what: string) => z.strictObject(shape, { error: (issue) => (issue.code === 'invalid_type' ? what : undefined) });

/** A place of one's own, by coordinates. Its first key tells it from other mappings. */
export const POINT = mapping(
  {
    lat_deg: numberSchema('lat_deg', PLACE.lat_deg),
    lon_deg: numberSchema('lon_deg', PLACE.lon_deg),
    name: name('the place, for reports').optional(),
    altitude_m: numberSchema('altitude_m', PLACE_EXTRAS.altitude_m).optional(),
    radius_km: numberSchema('radius_km', PLACE_EXTRAS.radius_km).optional(),
  },
  'a place: `{ lat_deg: …, lon_deg: … }`',
);
export const PLACE_REFERENCE = z.union([name('a site or city'), POINT]);
export type PlaceReference = z.infer<typeof PLACE_REFERENCE>;
