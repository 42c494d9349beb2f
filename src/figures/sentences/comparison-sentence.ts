/** What a comparison under the same luck says, in one sentence: who lets more through and by how much, with its 95 % interval. */
import type { Comparison } from '../../studies/paired/compare.js';
import { placeOf, toPlace } from '../numbers.js';

type Compared = Pick<Comparison, 'difference' | 'verdict'>;

/** `launchedA`, `launchedB`: missiles, or warheads, of one attack; where they differ only shares can be compared. */
export function comparisonSentence({ difference: { low, high }, verdict }: Compared, launchedA: number, launchedB: number, noun: 'missile' | 'warhead' = 'missile'): string {
  if (verdict === 'no clear difference') return 'No clear difference between A and B at this many runs.';
  const isB = verdict === 'B lets more through', isSameRaid = launchedA === launchedB, scale = isSameRaid ? launchedA : 100;
  const least = Math.min(Math.abs(low), Math.abs(high)) * scale, most = Math.max(Math.abs(low), Math.abs(high)) * scale;
  const place = Math.min(0, placeOf((most - least) / 2, -1) + 1), from = toPlace(least, place), to = toPlace(most, place);
  const amount = from === to ? from : `${from} to ${to}`, who = isB ? 'B' : 'A';
  return isSameRaid ? `${who} lets ${amount} more ${to === '1' ? noun : `${noun}s`} through.` : `${who} lets a share through that is ${amount} points larger.`;
}
