/** The known name that a misspelt one most probably means: least number of letters added, lost, changed or swapped. */

/** Optimal string alignment distance (Damerau-Levenshtein without repeated edits), upper and lower case alike. */
export function editDistance(a: string, b: string): number {
  const from = a.toLowerCase(), to = b.toLowerCase();
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = from[i - 1] === to[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = previous;
    previous = row;
  }
  return previous[to.length] ?? 0;
}

/** Longest name worth comparing; nobody misspells a longer one by accident. */
const LONGEST = 80;

/** The nearest known name, or '' when none is near enough to be what was meant. */
export function nearestName(name: string, known: readonly string[]): string {
  if (name.length === 0 || name.length > LONGEST) return '';
  let best = '', least = Infinity;
  for (const candidate of known) {
    const distance = editDistance(name, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  // In a short word two changed letters make another word.
  const most = name.length <= 4 ? 1 : Math.max(2, Math.floor(name.length / 3));
  return least <= most ? best : '';
}

/** A hint lists at most so many names. */
const MOST_NAMES = 3;

/** The few known names of which `part` is a part; none when there are many. */
export function namesContaining(part: string, known: readonly string[]): readonly string[] {
  const found = part.length < 3 ? [] : known.filter((candidate) => candidate.toLowerCase().includes(part.toLowerCase()));
  return found.length <= MOST_NAMES ? found : [];
}

/** What to say of an unknown name: the one or the few that may be meant, or ''. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearestName(name, known), names = near === '' ? namesContaining(name, known) : [near];
  return names.length === 0 ? '' : `did you mean ${names.map((one) => `\`${one}\``).join(' or ')}?`;
}
