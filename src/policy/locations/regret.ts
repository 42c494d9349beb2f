/** Regret: what a plan made by one way to weigh places gives away by the light of another. */
import { coveredWeight, takeGreedily } from './covering.js';
import type { ExactAnswers } from './exact-locations.js';
import { type PreparedQuestion, problemOf } from './location-question.js';

export interface RegretRow {
  /** The weights that the plan was made by. */
  readonly scheme: string;
  readonly title: string;
  readonly sites: readonly string[];
  /** The set is the best possible by its own weights. */
  readonly isProved: boolean;
  /** By the weights of each row in turn: the share protected, and how far below the best set known by them. */
  readonly judged: readonly { readonly scheme: string; readonly share: number; readonly regret: number }[];
  readonly worst: number;
}

export interface RegretTable {
  readonly batteries_count: number;
  readonly rows: readonly RegretRow[];
  /** The weights whose plan is least regretted at worst. */
  readonly least: string;
}

export function regretTable(question: PreparedQuestion, exact: ExactAnswers | undefined): RegretTable {
  const { weighings, batteries_count, names } = question;
  const chosen = weighings.map((weighing, i) => {
    const problem = problemOf(question, weighing), greedy = takeGreedily(problem, batteries_count).map(({ site }) => site);
    const found = i === 0 ? exact?.curve[batteries_count - 1] : exact?.byScheme.get(weighing.scheme);
    const isBetter = found !== undefined && found.sites !== null && found.value >= coveredWeight(problem, greedy);
    return { weighing, sites: isBetter ? (found.sites ?? greedy) : greedy, isProved: isBetter && found.isProved };
  });
  const shares = chosen.map(({ sites }) => weighings.map((weighing) => coveredWeight(problemOf(question, weighing), sites)));
  const best = weighings.map((_, by) => Math.max(...shares.map((row) => row[by] ?? 0)));
  const rows = chosen.map(({ weighing: { scheme, title }, sites, isProved }, i): RegretRow => {
    const judged = weighings.map((other, by) => ({ scheme: other.scheme, share: shares[i]?.[by] ?? 0, regret: (best[by] ?? 0) - (shares[i]?.[by] ?? 0) }));
    return { scheme, title, sites: sites.map((site) => names[site] ?? '').sort(), isProved, judged, worst: Math.max(...judged.map(({ regret }) => regret)) };
  });
  const least = rows.reduce((a, b) => (b.worst < a.worst ? b : a));
  return { batteries_count, rows, least: least.scheme };
}
