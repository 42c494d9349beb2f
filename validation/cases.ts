/** Every validation case, in the order in which it is reported. A test asserts that no folder is missing. */
import type { ValidationCase } from './case.js';
import { aeiBoostSizing } from './aei-boost-sizing/case.js';
import { aeiCalculatorCost } from './aei-calculator-cost/case.js';
import { aeiTable2 } from './aei-table-2/case.js';
import { aps2003LaunchBill } from './aps-2003-launch-bill/case.js';
import { assumptionSpace } from './assumption-space/case.js';
import { burnTimes } from './burn-times/case.js';
import { cboDesignRaid } from './cbo-design-raid/case.js';
import { cboGroundAnchors } from './cbo-ground-anchors/case.js';
import { cboLaunchPrice } from './cbo-launch-price/case.js';
import { cboSpaceLayer } from './cbo-space-layer/case.js';
import { cboWholeSystem } from './cbo-whole-system/case.js';
import { circularOrbits } from './circular-orbits/case.js';
import { constellationFraction } from './constellation-fraction/case.js';
import { costEngine } from './cost-engine/case.js';
import { ellipseThroughApogee } from './ellipse-through-apogee/case.js';
import { equilibriumGlide } from './equilibrium-glide/case.js';
import { firstDetection } from './first-detection/case.js';
import { flightConsistency } from './flight-consistency/case.js';
import { geodesy } from './geodesy/case.js';
import { glideFlown } from './glide-flown/case.js';
import { horizons } from './horizons/case.js';
import { hwasong18Loft } from './hwasong-18-loft/case.js';
import { interceptorBurnout } from './interceptor-burnout/case.js';
import { interceptorFlyout } from './interceptor-flyout/case.js';
import { killTable } from './kill-table/case.js';
import { leakageAndLooks } from './leakage-and-looks/case.js';
import { learningCurve } from './learning-curve/case.js';
import { loftedAndDepressed } from './lofted-and-depressed/case.js';
import { magazineAndDecoys } from './magazine-and-decoys/case.js';
import { minimumEnergyTable } from './minimum-energy/case.js';
import { northKoreanFlights } from './north-korean-flights/case.js';
import { orbitalDecay } from './orbital-decay/case.js';
import { philoxKnownAnswers } from './philox-known-answers/case.js';
import { poissonAvailability } from './poisson-availability/case.js';
import { propagatedBoost } from './propagated-boost/case.js';
import { propagatedShell } from './propagated-shell/case.js';
import { radarDetection } from './radar-detection/case.js';
import { radarHorizon } from './radar-horizon/case.js';
import { reachRule } from './reach-rule/case.js';
import { reachRuleRelativeMotion } from './reach-rule-relative-motion/case.js';
import { rocketEquation } from './rocket-equation/case.js';
import { sgp4Vectors } from './sgp4-vectors/case.js';
import { solidOrLiquid } from './solid-or-liquid/case.js';
import { standardRange } from './standard-range/case.js';
import { stereoBound } from './stereo-bound/case.js';
import { trackingMasks } from './tracking-masks/case.js';
import { usStandardAtmosphere1976 } from './us-standard-atmosphere-1976/case.js';
import { wilkeningBarrage } from './wilkening-barrage/case.js';

export const VALIDATION_CASES: readonly ValidationCase[] = [
  usStandardAtmosphere1976,
  philoxKnownAnswers,
  geodesy,
  minimumEnergyTable,
  hwasong18Loft,
  northKoreanFlights,
  flightConsistency,
  standardRange,
  burnTimes,
  aeiBoostSizing,
  aeiCalculatorCost,
  cboSpaceLayer,
  costEngine,
  cboLaunchPrice,
  cboDesignRaid,
  cboWholeSystem,
  cboGroundAnchors,
  aeiTable2,
  wilkeningBarrage,
  killTable,
  constellationFraction,
  propagatedShell,
  propagatedBoost,
  solidOrLiquid,
  circularOrbits,
  sgp4Vectors,
  orbitalDecay,
  poissonAvailability,
  magazineAndDecoys,
  horizons,
  radarHorizon,
  radarDetection,
  stereoBound,
  firstDetection,
  trackingMasks,
  equilibriumGlide,
  glideFlown,
  aps2003LaunchBill,
  assumptionSpace,
  interceptorFlyout,
  interceptorBurnout,
  reachRule,
  reachRuleRelativeMotion,
  rocketEquation,
  loftedAndDepressed,
  learningCurve,
  leakageAndLooks,
  ellipseThroughApogee,
];
