/** What allies share in a run: whose reports count for shooters and how late, and who fires for whom. */
import type { PartnerPlan } from '../../scenario/plan/partners-plan.js';
import type { Plan, SensorPlan } from '../../scenario/plan/plan.js';

export interface Sharing {
  /** False for what a nation keeps to its own warning. */
  readonly isShared: boolean;
  readonly delay_s: number;
}

const ALL: Sharing = { isShared: true, delay_s: 0 };

export function sharingOf({ partners }: Plan, sensor: SensorPlan): Sharing {
  const partner = partnerOf(partners, sensor.nation);
  if (partner === undefined) return ALL;
  const isWithheld = partner.mode === 'warning-only' || partner.withholds.includes(sensor.system) || partner.withholds.includes(sensor.name);
  return { isShared: !isWithheld, delay_s: partner.delay_s };
}

const partnerOf = (plan: Plan['partners'], nation: string | undefined): PartnerPlan | undefined => plan?.partners.find((partner) => partner.nation === nation);

/** How long a partner's authority takes to agree; 0 for shooters of the nation that leads. */
export const agreement_s = ({ partners }: Plan, nation: string | undefined): number => partnerOf(partners, nation)?.releaseDelay_s ?? 0;

/** Whether shooters of `nation` (none for the lead) fire at what is believed to fall on a target of `target` (empty: nobody knows, or nobody's). */
export function firesFor({ partners: plan }: Plan, nation: string | undefined, target: string): boolean {
  if (plan === undefined) return true;
  const owner = partnerOf(plan, nation), at = partnerOf(plan, target);
  if (owner !== undefined && owner.nation === target) return true;
  if (owner !== undefined && (owner.mode !== 'joint-engagement' || owner.shooters === 'own-territory')) return false;
  return at === undefined || at.mode === 'joint-engagement';
}
