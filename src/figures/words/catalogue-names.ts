/** What to call the things of the catalogue in a sentence: their titles cut to the first words, else their names made readable. */
import { findPlace, type Catalogue } from '../../scenario/catalogue.js';

export interface Names {
  /** `los-angeles` as `Los Angeles`, `gbi` as its card calls it, `notional-7800` likewise. */
  titleOf(name: string): string;
  /** A phrase of the engine with its names made readable: `gbi at fort-greely` as `GBI at Fort Greely`. */
  phrase(text: string): string;
  /** `gbi at fort-greely` as people write it: what stands before `at` and the place after it, also where that is one word. */
  layerTitle(name: string): string;
}

/** Without a catalogue names are only made readable. */
export function namesOf(catalogue: Catalogue | null): Names {
  const titleOf = (name: string): string => {
    if (catalogue === null || !KEBAB.test(name)) return name;
    const { threats, interceptors, sensors, constellations } = catalogue.kinds;
    const title = findPlace(catalogue, name)?.cards.title ?? threats[name]?.title ?? interceptors[name]?.title ?? constellations[name]?.title ?? sensors[name]?.title;
    return title === undefined ? readable(name) : shortTitle(title);
  };
  const phrase = (text: string): string => text.split(' ').map((word) => (KEBAB.test(word) && (word.includes('-') || ACRONYMS.has(word)) ? titleOf(word) : word)).join(' ');
  return {
    titleOf, phrase,
    layerTitle: (name) => {
      const [what = '', where] = name.split(' at ');
      return where === undefined ? phrase(name) : `${phrase(what)} at ${titleOf(where)}`;
    },
  };
}

/** A title without what follows a comma or stands in brackets. */
export function shortTitle(title: string): string {
  return (title.split(/[,(]/)[0] ?? title).trim();
}

const SMALL_WORDS = new Set(['of', 'the', 'and', 'on', 'de', 'at']);
const ACRONYMS = new Set(['sbirs', 'geo', 'uewr', 'gbi', 'sbi', 'icbm', 'meo', 'heo', 'leo', 'othr', 'lrdr', 'ngg', 'ngp', 'tpy', 'hbtss', 'pwsa', 'dsp', 'amti', 'parcs', 'sbx', 'spy', 'jorn', 'ngi', 'thaad', 'pac', 'mse', 'sm', 'iia', 'iib']);
/** A name of the catalogue; numbers such as `34-55` are not. */
const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** A kebab-case name as words; anything else is left as it is. */
export function readable(name: string): string {
  if (!KEBAB.test(name)) return name;
  return name.split('-').map((word, i) => (ACRONYMS.has(word) ? word.toUpperCase() : i > 0 && SMALL_WORDS.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1))).join(' ');
}

/** `sm-3-iia` as `SM-3 IIA`: the names by which interceptors are known are shorter than their titles. */
export function shortName(name: string): string {
  const words = name.split('-').map((word) => (ACRONYMS.has(word) ? word.toUpperCase() : word));
  const text = words.reduce((before, word) => `${before}${/^\d/.test(word) ? '-' : ' '}${word}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
