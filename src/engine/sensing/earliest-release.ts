/**
 * When a layer may fire at the first variant of a flight if every look falls at once: sensors that stand still as soon as a look is
 * worth it, satellites that move in the luckiest of a number of positions.
 */
import { Luck } from '../../kernel/random.js';
import { isEvidence } from '../../models/command/release.js';
import type { Geometry } from '../geometry.js';
import { createMovingLooks, enoughOf } from './moving-looks.js';
import { drawPlacement } from './placement.js';
import { createSky } from './sky.js';

/** Positions of moving satellites that are tried. */
const POSITIONS = 24;

/** Age at which the rule of a group is met; Infinity when it never is. `attack` and `aim` name the flight. */
export function earliestEvidence_s(geometry: Geometry, group: number, attack: number, aim: number): number {
  const { sensors, groups } = geometry.linked, { release, fallback } = groups[group], rule = geometry.linked.net?.usual.isAlone[group] === 1 ? fallback?.evidence ?? release.evidence : release.evidence;
  const still: Report[] = sensors.flatMap((sensor, s) => {
    const views = geometry.views[attack][aim][s];
    return views === null ? [] : [{ kind: sensor.evidence, at_s: views.from_s[0] + sensor.plan.reportDelay_s + wayTo_s(geometry, s, group) }];
  });
  if (sensors.every((sensor) => sensor.isFixed)) return metAt_s(rule, still);
  let earliest_s = Infinity;
  for (let position = 0; position < POSITIONS; position++) earliest_s = Math.min(earliest_s, metAt_s(rule, [...still, ...movingReports(geometry, group, attack, aim, position)]));
  return earliest_s;
}

/** Time from a sensor's report to where it counts for a group, on empty links; Infinity where it never does. */
export function wayTo_s({ linked: { net, groups, sensors, sharing } }: Geometry, s: number, group: number): number {
  if (net === null) return 0;
  const { usual } = net, source = net.sourceOf[s];
  if (usual.isAlone[group] === 1) return net.isOwn[group * sensors.length + s] === 1 && usual.losses.node[net.sources[source]] === 0 ? 0 : Infinity;
  return sharing[s].isShared ? sharing[s].delay_s + usual.way_s[source * groups.length + group] : Infinity;
}

interface Report {
  readonly kind: 'infrared' | 'radar';
  readonly at_s: number;
}

function movingReports(geometry: Geometry, group: number, attack: number, aim: number, position: number): Report[] {
  const { sensors, missiles, plan } = geometry.linked, missile = missiles.find((each) => each.attack === attack && each.aim === aim);
  if (missile === undefined) return [];
  const luck = new Luck(0), sky = createSky(), flight = { missile, variant: geometry.trajectories[attack][aim].variants[0], emission: geometry.emissions[attack][aim][0], launch_s: 0 };
  return sensors.flatMap((sensor, s) => {
    if (sensor.isFixed) return [];
    const placement = { epoch_s: 0, node_rad: 0, phase_rad: 0, shift_s: 0 }, reports: Report[] = [];
    sky.epoch_s = plan.epoch.from_s + (position / POSITIONS) * plan.epoch.within_s;
    drawPlacement(sensor, luck, position, sky.epoch_s, placement);
    createMovingLooks(sensor).watch(sky, luck, position, placement, flight, enoughOf(sensor), (_, age_s) => reports.push({ kind: sensor.evidence, at_s: age_s + sensor.plan.reportDelay_s + wayTo_s(geometry, s, group) }));
    return reports;
  });
}

/** When the reports, in the order of their times, first satisfy a rule. */
function metAt_s(rule: Parameters<typeof isEvidence>[0], reports: readonly Report[]): number {
  let infrared = 0, radar = 0;
  for (const report of reports.filter(({ at_s }) => at_s < Infinity).sort((x, y) => x.at_s - y.at_s)) {
    if (report.kind === 'infrared') infrared++;
    else radar++;
    if (isEvidence(rule, infrared, radar)) return report.at_s;
  }
  return Infinity;
}

/** Age at which a group may fire. */
export function earliestRelease_s(geometry: Geometry, group: number, attack: number, aim: number): number {
  return earliestEvidence_s(geometry, group, attack, aim) + (geometry.linked.net?.usual.word_s[group] ?? geometry.linked.groups[group].release.delay_s);
}

/** Age at which the first of the space layers may fire. */
export function earliestSpaceRelease_s(geometry: Geometry, attack: number, aim: number): number {
  return geometry.linked.groups.reduce((first_s, { kind }, g) => (kind === 'space' ? Math.min(first_s, earliestRelease_s(geometry, g, attack, aim)) : first_s), Infinity);
}
