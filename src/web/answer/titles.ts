/** Names of things by the catalogue that the page holds. */
import { namesOf } from '../../figures/words/catalogue-names.js';
import { useSession } from '../state/session.js';

export { readable, shortName } from '../../figures/words/catalogue-names.js';

export const titleOf = (name: string): string => namesOf(useSession.getState().catalogue).titleOf(name);
export const phrase = (text: string): string => namesOf(useSession.getState().catalogue).phrase(text);
export const layerTitle = (name: string): string => namesOf(useSession.getState().catalogue).layerTitle(name);
