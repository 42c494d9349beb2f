/** One thing wrong with a user's input; all of them are collected before anyone is told. */
export interface Problem {
  readonly file: string;
  /** Path inside the document, as in `interceptors[0].count`; empty for the document itself. */
  readonly path: string;
  /** 1-based; 0 when the problem has no place in a text. */
  readonly line: number;
  readonly found: string;
  readonly expected: string;
  /** What to do about it; may be empty. */
  readonly hint: string;
  /** A warning does not stop the run. */
  readonly severity: 'error' | 'warning';
}

/** What is wrong, in one line: for places that have no room for a list. */
export const problemWords = (problems: readonly Problem[]): string => problems.map(({ path, found, expected }) => `${path}: found ${found}, expected ${expected}`).join('; ');
