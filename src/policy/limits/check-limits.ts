/** Every limit that Cupola knows, asked of one plan on one day. */
import type { Catalogue } from '../../scenario/catalogue.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { type AbmElement, abmLimited, checkAbm } from './abm.js';
import { type HeldForce, raidForce, type StatedForce, statedForce, tableForce, unknownForce } from './forces.js';
import { type Instrument, type LimitCheck, limitCheck } from './limit-check.js';
import { checkMissileNotices, checkPeacefulNotices, launchRegister, type RegisterEntry } from './launch-notices.js';
import { checkNewStart } from './new-start.js';
import { checkOuterSpace } from './outer-space.js';

export interface LimitAnswer {
  readonly asOf: string;
  readonly checks: readonly LimitCheck[];
  readonly abmLimited: readonly AbmElement[];
  readonly register: readonly RegisterEntry[];
}

/** Codes by the names under which a force file may speak of a state. */
const STATE_CODES: Readonly<Record<string, string>> = { 'united-states': '840', russia: '643' };

/** The day to which the public data speak: the latest of the instruments' own. */
export function knownUntil(catalogue: Catalogue): string {
  return Object.values(catalogue.kinds.treaties).reduce((latest, { source }) => ((source.asOf ?? '') > latest ? (source.asOf ?? '') : latest), '');
}

export function checkLimits(plan: Plan, catalogue: Catalogue, asOf = knownUntil(catalogue), forces: readonly StatedForce[] = []): LimitCheck[] {
  return answerLimits(plan, catalogue, asOf, forces).checks as LimitCheck[];
}

export function answerLimits(plan: Plan, catalogue: Catalogue, asOf = knownUntil(catalogue), forces: readonly StatedForce[] = []): LimitAnswer {
  const instrument = (name: string): Instrument => {
    const file = catalogue.kinds.treaties[name];
    if (file === undefined) throw new Error(`catalogue: data/treaties/${name}.json is missing`);
    return { name, file, asOf };
  };
  const abm = instrument('abm-treaty'), newStart = instrument('new-start'), hague = instrument('hague-code-2002'), chinese = instrument('russia-china-2009');
  const raid = raidForce(newStart.file, plan, catalogue);
  const held: HeldForce[] = [
    ...(raid === null ? [] : [raid]),
    ...Object.entries(catalogue.kinds.forces).map(([name, table]) => tableForce(newStart.file, name, table, asOf)),
    ...boundWithoutTable(newStart, catalogue),
    ...forces.map((force) => statedForce(force, boundBy(newStart, force.state))),
  ];
  return {
    asOf,
    checks: [
      ...checkOuterSpace(instrument('outer-space-treaty'), plan),
      ...checkAbm(abm, plan, catalogue),
      ...(raid === null ? [limitCheck(newStart, { id: 'new-start-warheads-raid', article: 'II.1(b)', subject: 'raid', finding: 'not applicable', reasons: ['The raid has no ICBM and no SLBM.'] })] : []),
      ...checkNewStart(newStart, held),
      checkMissileNotices(instrument('launch-notification-1988'), 'launch-1988-i', plan, catalogue),
      checkMissileNotices(instrument('accidents-measures-1971'), 'accidents-1971-4', plan, catalogue),
      checkMissileNotices(hague, 'hague-missiles', plan, catalogue),
      checkPeacefulNotices(hague, 'hague-launches', catalogue),
      checkPeacefulNotices(chinese, 'russia-china-launches', catalogue),
    ],
    abmLimited: abmLimited(abm, plan, catalogue),
    register: launchRegister([hague, chinese], catalogue),
  };
}

/** States that the treaty bound and of which the public data have no table: not known, never zero. */
function boundWithoutTable({ file }: Instrument, catalogue: Catalogue): HeldForce[] {
  return Object.entries(STATE_CODES).filter(([, code]) => file.binds.includes(code) && !Object.values(catalogue.kinds.forces).some(({ country }) => country === code)).map(([state]) => unknownForce(state));
}

/** Null where the name says nothing: then the numbers decide. */
function boundBy({ file }: Instrument, state: string): boolean | null {
  const code = STATE_CODES[state];
  return code === undefined ? null : file.binds.includes(code);
}
