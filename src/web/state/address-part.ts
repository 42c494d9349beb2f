/** A chapter's own part of the address, beside what the session keeps there and knows nothing of it. */
import { usePlayback } from './playback.js';
import { useSession } from './session.js';

export interface AddressPart {
  readonly view: string;
  /** Its name in the address. */
  readonly part: string;
  /** The chapter's settings as text; empty when nothing differs from the start. */
  write(): string;
  /** Takes settings from the address, after a step back or forward. */
  adopt(text: string): void;
}

export function partOfAddress(part: string): string {
  return new URLSearchParams(window.location.hash.slice(1)).get(part) ?? '';
}

export function keepPart({ view, part, write }: AddressPart): void {
  if (useSession.getState().view !== view) return;
  const values = new URLSearchParams(window.location.hash.slice(1)), text = write();
  if ((values.get(part) ?? '') === text) return;
  if (text === '') values.delete(part);
  else values.set(part, text);
  window.history.replaceState(null, '', `${window.location.pathname}${window.location.search}#${values.toString()}`);
}

/** While the chapter is shown: keeps its part of the address and follows the back button. */
export function attendPart(of: AddressPart): () => void {
  const follow = (): void => { if (partOfAddress('view') === of.view) of.adopt(partOfAddress(of.part)); };
  // The session writes the address anew and knows nothing of this part.
  const keepSoon = (): void => queueMicrotask(() => keepPart(of));
  const leave = [useSession.subscribe(keepSoon), usePlayback.subscribe(keepSoon)];
  window.addEventListener('popstate', follow);
  keepPart(of);
  return () => {
    window.removeEventListener('popstate', follow);
    for (const stop of leave) stop();
  };
}
