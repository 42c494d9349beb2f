/** `cupola fly --rangeTable`: how far a missile goes with more and with less payload. */
import { citationLine } from '../../figures/sentences/citation.js';
import { countText } from '../../figures/numbers.js';
import { textTable } from '../../figures/text-table.js';
import { fromSi } from '../../kernel/units.js';
import { rangeAgainstPayload } from '../../models/threat/ballistic/range-payload.js';
import { loadCatalogue } from '../frame/catalogue-file.js';
import { printAnswer, refuseFlags } from '../frame/closed-form.js';
import type { CommandInput } from '../frame/command.js';
import { BadInput, flagProblem } from '../frame/failures.js';
import { CLASS_WORDS, EAST_RAD } from './fly-aim.js';
import { readPlace } from '../frame/places.js';
import { provenanceOf } from '../frame/provenance.js';
import { compileThreatFlight } from '../cards/threat-card.js';

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

  const { origin } = request.attack;
  const rows = rangeAgainstPayload(threat, origin, EAST_RAD, SHARES.map((share) => Math.round(threat.payload_kg * share)));
  const provenance = provenanceOf(catalogue, commandLine);
  if (output.isJson) {
    const azimuth_deg = fromSi(EAST_RAD, 'deg');
    output.json({ missile: threat.name, from: origin.name, azimuth_deg, rows: rows.map(({ payload_kg, range_m, isGlobal }) => ({ payload_kg, range_km: fromSi(range_m, 'km'), isGlobal })), provenance });
  } else {
    const table = textTable(
      ['payload kg', 'range km'].map((head) => ({ head, align: 'right' })),
      rows.map(({ payload_kg, range_m, isGlobal }) => [countText(payload_kg), isGlobal ? 'past the antipode' : range_m > 0 ? countText(Math.round(fromSi(range_m, 'km'))) : 'does not lift off']),
    );
    printAnswer(output, `How far ${threat.name} goes due east from ${origin.name}`, [table, `Everything burnt, the pitch-over that goes farthest, the ballistic coefficient kept.${rows.some(({ isGlobal }) => isGlobal) ? ' Past the antipode holds due east; in other directions it may reach less.' : ''}`], citationLine(provenance));
  }
  return 0;
}
