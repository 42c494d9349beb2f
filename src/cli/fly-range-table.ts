/** `cupola fly --rangeTable`: how far a missile goes with more and with less payload. */
import { citationLine } from '../figures/citation.js';
import { countText, toPlace } from '../figures/numbers.js';
import { textTable } from '../figures/text-table.js';
import { fromSi } from '../kernel/units.js';
import { maxRange, prepareMissile } from '../models/threat/index.js';
import type { AttackPlan, BallisticThreatPlan } from '../scenario/plan.js';
import { loadCatalogue } from './catalogue-file.js';
import { printAnswer, refuseFlags } from './closed-form.js';
import type { CommandInput } from './command.js';
import { BadInput, flagProblem } from './failures.js';
import { CLASS_WORDS, EAST_RAD } from './fly-aim.js';
import { readPlace } from './places.js';
import { provenanceOf } from './provenance.js';
import { compileThreatFlight } from './threat-card.js';

interface RangeRow {
  readonly payload_kg: number;
  readonly range_km: number;
  readonly apogee_km: number;
  readonly flightTime_s: number;
  /** It can fly past the antipode; the range is then cut off there. */
  readonly isGlobal: boolean;
}

/** Shares of the card's payload. */
const SHARES = [0.4, 0.6, 0.8, 1, 1.25, 1.5, 2] as const;
const OTHER_FLAGS = ['to', 'apogee_km', 'range_km', 'maxRange', 'payload_kg', 'shape', 'approach', 'via', 'svg', 'csv', 'speed_kmps', 'branch', 'liftToDrag', 'toSpeed_kmps'];

export async function flyRangeTable({ flags, output, commandLine }: CommandInput): Promise<number> {
  refuseFlags(flags, OTHER_FLAGS, 'not beside --rangeTable');
  const catalogue = loadCatalogue();
  const from = readPlace(flags, 'from', catalogue);
  const missile = flags.text('missile');
  if (missile === undefined) flags.problems.push(flagProblem('--missile', 'nothing', 'a missile of the public data', 'cupola list threats names them'));
  const request = missile === undefined ? undefined : compileThreatFlight({ missile, payload_kg: undefined, from, to: [], shape: undefined, approach: undefined, route: [] }, catalogue, flags);
  const threat = request?.attack.threat;
  if (threat !== undefined && threat.model !== 'staged-ballistic') flags.reject('missile', 'a ballistic missile', `${threat.name} is ${CLASS_WORDS[threat.model]}`);
  if (request === undefined || threat?.model !== 'staged-ballistic' || flags.problems.length > 0) throw new BadInput(flags.problems);

  const rows = rangeRows(threat, request.attack.origin);
  const provenance = provenanceOf(catalogue, commandLine);
  if (output.isJson) output.json({ missile: threat.name, from: request.attack.origin.name, azimuth_deg: fromSi(EAST_RAD, 'deg'), rows, provenance });
  else {
    const table = textTable(
      ['payload kg', 'range km', 'apogee km', 'flight time min'].map((head) => ({ head, align: 'right' })),
      rows.map((row) => [countText(row.payload_kg), `${row.isGlobal ? 'everywhere' : countText(Math.round(row.range_km))}`, countText(Math.round(row.apogee_km)), toPlace(row.flightTime_s / 60, -1)]),
    );
    printAnswer(output, `How far ${threat.name} goes due east from ${request.attack.origin.name}`, [table, 'Everything burnt, the pitch-over that goes farthest, the ballistic coefficient kept. Payloads with which it does not fly are left out.'], citationLine(provenance));
  }
  return 0;
}

function rangeRows(threat: BallisticThreatPlan, origin: AttackPlan['origin']): RangeRow[] {
  return SHARES.flatMap((share): RangeRow[] => {
    const payload_kg = Math.round(threat.payload_kg * share);
    const far = maxRange(prepareMissile({ ...threat, payload_kg }), origin, EAST_RAD);
    if (far.flight.status !== 'impact') return [];
    return [{ payload_kg, range_km: fromSi(far.range_m, 'km'), apogee_km: fromSi(far.flight.apogee_m, 'km'), flightTime_s: far.flight.impact.t_s, isGlobal: far.isGlobal }];
  });
}
