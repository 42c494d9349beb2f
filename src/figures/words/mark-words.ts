/** Marks of estimates and keys of cost cards in words, the same on the page and the command line. */

const KEY_WORDS: Readonly<Record<string, string>> = {
  mass_kg: 'satellite mass', satellites_count: 'satellites', firstUnit_usd: 'first unit', unitLearning: 'learning', launch_usdPerKg: 'launch price', life_y: 'satellite life', years_y: 'years counted',
  development_usd: 'development', operationsPerYear_usd: 'operations', launchCapacity_kg: 'launch capacity', firstLaunch_usd: 'first launch', launchLearning: 'launch learning', maxLatitude_deg: 'band of latitude', flyout_s: 'time to fly', speed_kmps: 'interceptor speed',
};

/** `mass_kg` is satellite mass; a key without words of its own is split into its words, without its unit. */
export function keyWords(key: string): string {
  return KEY_WORDS[key] ?? key.replace(/_[A-Za-z0-9]+$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** As in `calibrated in satellite mass`; empty without a mark. */
export function markWords(mark: string | null, calibrated: string | null): string {
  if (mark === null) return '';
  return calibrated === null ? mark.replaceAll('-', ' ') : `${mark} in ${keyWords(calibrated)}`;
}

/** How a number was seen, where that is not at its source. */
export function seenWords(seen: string): string {
  return seen === 'recalled' ? 'recalled, not checked' : seen === 'secondary' ? 'not checked at the primary' : '';
}
