/** When a chapter asks: once the question of the page has stood still, and anew whenever that question changes. */
import type { NumberedScenario } from '../../scenario/catalogue.js';
import { compileScenario } from '../engine/client.js';
import { useSession, type Session } from './session.js';

export interface Asking {
  /** Of the latest question: answers to others are nobody's. */
  readonly id: number;
  soon(): void;
  cancel(): void;
  /** False where the page asks something else than was asked last. */
  isAsked(): boolean;
  /** Until the returned function is called, `anew` is called when the question of the page changes. */
  follow(anew: () => void): () => void;
}

interface AskingParts {
  readonly still_ms: number;
  ask(session: Session, id: number): Promise<void>;
  fail(why: string): void;
}

export function createAsking({ still_ms, ask, fail }: AskingParts): Asking {
  let id = 0, askedKey = '', timer: ReturnType<typeof setTimeout> | undefined;
  const now = async (): Promise<void> => {
    const session = useSession.getState();
    askedKey = keyOf(session);
    await ask(session, id);
  };
  return {
    get id() { return id; },
    soon() {
      id++;
      clearTimeout(timer);
      timer = setTimeout(() => { void now().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error))); }, still_ms);
    },
    cancel: () => clearTimeout(timer),
    isAsked: () => keyOf(useSession.getState()) === askedKey,
    follow: (anew) => useSession.subscribe((session, before) => {
      if ((session.catalogue !== before.catalogue || session.edits !== before.edits) && keyOf(session) !== askedKey) anew();
    }),
  };
}

const keyOf = ({ catalogue, edits }: Session): string => (catalogue === null ? '' : JSON.stringify(edits));

export interface PageQuestion {
  readonly catalogue: NonNullable<Session['catalogue']>;
  readonly scenario: NumberedScenario;
  readonly overrides: readonly string[];
}

/** What the page asks; the study of the first screen rests meanwhile, so it may not have been compiled yet. Null where there is none. */
export async function questionOf({ catalogue, edits }: Session): Promise<PageQuestion | null> {
  const [first] = catalogue?.scenarios ?? [];
  if (catalogue === null || first === undefined) return null;
  if (Object.keys(edits).length === 0) return { catalogue, scenario: first, overrides: [] };
  const { scenario, overrides } = await compileScenario(catalogue, edits);
  return { catalogue, scenario, overrides };
}
