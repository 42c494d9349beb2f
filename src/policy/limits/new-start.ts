/** New START's three central limits, held against raids and forces. It has expired: the numbers are compared, nobody is said to be bound. */
import { type Bounds, FORCE_COUNTS, type ForceCount, type HeldForce } from './forces.js';
import { type ByReading, type Finding, type Instrument, type LimitCheck, limitCheck, together } from './limit-check.js';

const ARTICLES: Readonly<Record<ForceCount, { readonly article: string; readonly unit: string; readonly id: string }>> = {
  deployedLaunchers_count: { article: 'II.1(a)', unit: 'deployed launchers', id: 'launchers' },
  deployedWarheads_count: { article: 'II.1(b)', unit: 'deployed warheads', id: 'warheads' },
  totalLaunchers_count: { article: 'II.1(c)', unit: 'deployed and non-deployed launchers', id: 'total' },
};

export function checkNewStart(instrument: Instrument, forces: readonly HeldForce[]): LimitCheck[] {
  return forces.flatMap((force) => FORCE_COUNTS.map((count) => checkCount(instrument, force, count)));
}

function checkCount(instrument: Instrument, force: HeldForce, count: ForceCount): LimitCheck {
  const { article, unit, id } = ARTICLES[count], limit = instrument.file.limits?.[count]?.value ?? 0, { subject, isBound, elements } = force, bounds = force.counts[count], wide = force.wide?.[count] ?? bounds;
  const common = { id: `new-start-${id}-${slug(subject)}`, article, subject, limit, unit, elements };
  const isElsewhere = isBound === false && subject !== 'raid';
  const findings = [find(bounds, limit), find(wide, limit)] as const, finding = isElsewhere ? 'not applicable' : together(...findings);
  const byReading: ByReading[] = wide.low === bounds.low ? [] : [
    { reading: 'narrow', says: 'counts ICBMs and SLBMs', value: bounds.low, finding: findings[0] }, { reading: 'wide', says: 'also counts rockets for a fractional orbit and what is disputed', value: wide.low, finding: findings[1] },
  ];
  return limitCheck(instrument, {
    ...common, finding, byReading, value: bounds.low === bounds.high ? bounds.low : null,
    reasons: [
      ...(isElsewhere ? [`The treaty bound the United States and Russia only. ${rangeText(bounds, unit)}`] : bounds.low === bounds.high ? [] : [rangeText(bounds, unit)]),
      ...force.reasons[count], ...(finding === 'flag' ? [`It turns on what is counted: ${bounds.low} by the narrow reading, ${wide.low} by the wide one.`] : []),
    ],
  });
}

/** What is not bounded from above is over where it is so already, and else not known. */
function find({ low, high }: Bounds, limit: number): Finding {
  return low > limit ? 'over' : high <= limit ? 'within' : 'not known';
}

function rangeText({ low, high }: Bounds, unit: string): string {
  if (low === high) return `${low} ${unit}.`;
  if (high === Infinity) return low === 0 ? `The number of ${unit} is not known.` : `At least ${low} ${unit}; how many more is not known.`;
  return `Between ${low} and ${high} ${unit}, as sources have it.`;
}

const slug = (subject: string): string => subject.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
