/** A contract between functions was broken: our fault, not the user's and not the world's. */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}
