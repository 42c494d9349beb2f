/** Rows about the under layer: 3a-iv (footprints, people inside, leakers on the largest cities) and 3d-ii (where batteries would go). */
import type { SupportingFigure } from '../compliance.js';
import type { JudgeRow } from '../evidence.js';
import { judgement, metricOf, named, runEvidence, straddleWords, studyEvidence, verdictOf } from '../verdict.js';

export const judgeUnderLayer: JudgeRow = (evidence, { threshold, settings }) => {
  const { underLayer, runSets } = evidence, top = runSets.get('top-places'), base = runSets.get('base');
  if (underLayer === null) return judgement({ verdict: 'not testable', why: 'no flight of the raid could be traced to the batteries', metric: metricOf('peopleCovered', null) });
  const metric = metricOf('peopleCovered', underLayer.people_count === 0 ? 0 : underLayer.covered_count / underLayer.people_count), verdict = verdictOf(metric, threshold.value);
  const leakers: SupportingFigure[] = top === undefined ? [] : [{ name: `missiles that get through to the ${settings['topPlaces']?.value ?? 0} largest places, of ${top.launched} aimed at them`, unit: 'count', value: top.summary.gotThrough.mean, low: top.summary.leakage.low * top.launched, high: top.summary.leakage.high * top.launched }];
  const terminal = base === undefined ? undefined : evidence.compiled.plan.layers.flatMap((layer, e) => (layer.kind === 'ground' && layer.interceptor.phase === 'terminal' ? [{ layer, told: base.summary.layers[e] }] : []));
  const shots: SupportingFigure[] = (terminal ?? []).flatMap(({ layer, told }) => (told === undefined ? [] : [
    { name: `${layer.name} at ${layer.site.name}: shots of one attack`, unit: 'count', value: told.shots, note: `of ${layer.magazine_count}` },
  ]));
  return judgement({
    verdict, metric, why: `${underLayer.inside.length} of the listed places lie inside a footprint against every missile of the raid (${underLayer.against}); ${straddleWords(verdict, metric)}`,
    evidence: [studyEvidence('geometry', `footprints of ${underLayer.batteries} batteries of the under layer, one shot or more`, 'footprint', evidence), ...[top, base].flatMap((set) => (set === undefined ? [] : [runEvidence(set, evidence)]))],
    drivingAssumption: named('interceptors[].at', 'where the batteries stand: each covers the city that it stands at'),
    figures: [{ name: 'area of the footprints, overlaps counted once each', unit: 'km2', value: underLayer.area_km2 }, { name: 'people of the listed places inside', unit: 'count', value: underLayer.covered_count }, ...leakers, ...shots],
  });
};

export const judgeLocations: JudgeRow = (evidence, { threshold }) => {
  const { locations } = evidence;
  if (locations === null) return judgement({ verdict: 'not testable', why: 'no battery of the under layer whose footprint could be moved', metric: metricOf('peoplePlaced', null) });
  const at = locations.curve.findLast(({ batteries }) => batteries <= locations.batteries), metric = metricOf('peoplePlaced', at?.share ?? 0), verdict = verdictOf(metric, threshold.value);
  return judgement({
    verdict, metric, why: `${locations.batteries} batteries, of the kind that the scenario has, placed one by one where they cover most people; ${straddleWords(verdict, metric)}; first places: ${locations.order.slice(0, 6).join(', ')}`,
    evidence: [studyEvidence('geometry', 'batteries placed one by one where they cover most people', 'locations', evidence)],
    drivingAssumption: named('', 'what counts: people of the listed places; other weights give another list'),
    figures: [
      ...locations.curve.map(({ batteries, share }) => ({ name: `people covered with ${batteries} batteries`, unit: 'share', value: share })),
      ...locations.regret.map(({ weights, share, best }) => ({ name: `by other weights (${weights}): share covered`, unit: 'share', value: share, note: `${best.toFixed(2)} where these weights place them` })),
    ],
  });
};
