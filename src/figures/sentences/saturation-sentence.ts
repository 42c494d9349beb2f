/** How large a raid the shield can meet, in one sentence: `At most 1 in 20 gets through up to 12 missiles at once; more than half beyond 20.` */
import type { Crossing, Saturation } from '../../studies/sweep/saturate.js';
import { countText } from '../numbers.js';

export function saturationSentence({ crossings, smallest, largest }: Saturation): string {
  const holds = crossings.filter(({ leakage }) => leakage < 0.5), half = crossings.find(({ leakage }) => leakage === 0.5);
  const first = holds.find(({ where }) => where !== 'below');
  const start = first === undefined ? `More than ${shareText(holds.at(-1))} gets through even of ${missiles(smallest)}` : `At most ${shareText(first)} gets through up to ${missiles(first.size === null ? largest : Math.floor(first.size))} at once`;
  return `${start}; ${halfText(half, { smallest, largest })}.`;
}

function halfText(half: Crossing | undefined, { smallest, largest }: Pick<Saturation, 'smallest' | 'largest'>): string {
  if (half?.where === 'below') return `more than half of any raid from ${countText(smallest)} on`;
  if (half?.size === undefined || half.size === null) return `no more than half up to ${countText(largest)}, the most that were tried`;
  return `more than half beyond ${countText(Math.floor(half.size))}`;
}

const shareText = (crossing: Crossing | undefined): string => `1 in ${countText(Math.round(1 / (crossing?.leakage ?? 1)))}`;
const missiles = (count: number): string => `${countText(count)} ${count === 1 ? 'missile' : 'missiles'}`;
