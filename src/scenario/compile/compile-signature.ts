/**
 * How a threat looks to sensors: numbers of its own card where it has them, else those of all of its kind. A plume is as bright
 * as its stage's thrust makes it; so a later stage, which is smaller, is dimmer.
 */
import { plumesOf_Wpsr } from '../../models/signature/intensity.js';
import { defaultsOf, showEntry } from '../catalogue.js';
import type { Catalogue } from '../catalogue.js';
import type { Ledger } from './ledger.js';
import type { SignaturePlan, ThreatPlan } from '../plan/plan.js';
import type { ThreatNumbers } from '../schema/raid-entry.js';
import { SIGNATURE } from '../cards/sensor-quantities.js';

/** `path` is that of the threat's numbers in the scenario. */
export function compileSignature(threat: ThreatPlan, stated: ThreatNumbers | undefined, path: string, catalogue: Catalogue, ledger: Ledger): SignaturePlan {
  const defaults = defaultsOf(catalogue, `signature-${threat.model === 'cruise' ? 'air' : threat.fuel}`, 'signature');
  const own = showEntry(catalogue, 'threats', threat.name);
  const read = (key: keyof typeof SIGNATURE): number => {
    const card = own?.signature?.[key];
    const [cards, source] = card === undefined ? [defaults, defaults.source] : [{ [key]: card }, own?.source];
    return ledger.reader(SIGNATURE, { cards, source, stated: stated?.signature, path: `${path}.signature`, keepsRange: card === undefined })(key);
  };
  const isBoosted = threat.model !== 'cruise', isBright = threat.model === 'boost-glide';
  const plume_WpsrPerN = isBoosted ? read('plume_kWpsrPerMN') : 0;
  return {
    plume_Wpsr: isBoosted ? plumesOf_Wpsr(plume_WpsrPerN, threat.stages.map(({ thrustVacuum_N }) => thrustVacuum_N)) : [],
    bright_Wpsr: isBright ? read('bright_kWpsr') : 0,
    dim_Wpsr: isBright ? read('dim_kWpsr') : 0,
    body_Wpsr: read('body_Wpsr'),
    boosterRcs_m2: isBoosted ? read('boosterRcs_m2') : 0,
    bodyRcs_m2: read('bodyRcs_m2'),
  };
}
