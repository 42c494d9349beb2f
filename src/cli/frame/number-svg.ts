/** Pictures of `cupola size`, `absentee` and their kin as files that stand by themselves, drawn without a browser. */
import { parseHTML } from 'linkedom';
import { citationLine, type Provenance } from '../../figures/sentences/citation.js';
import type { FigureDocument, FigureElement } from '../../figures/pictures/figure-document.js';
import { inReachFigure, numberCurveFigure } from '../../figures/pictures/number-curve.js';
import { absenteeMapFigure, type MapPicture } from '../../figures/maps/number-map.js';
import { countText, significantText, toPlace } from '../../figures/numbers.js';
import { fromSi } from '../../kernel/units.js';
import type { CurvePoint, CurveQuantity } from '../../studies/number-needed/curves.js';
import { satellitesOf } from '../../studies/number-needed/in-reach.js';
import type { PropagatedAnswer, PropagatedInputs } from '../../studies/number-needed/propagated.js';
import { CURVE_FLAGS, wantedText } from '../size/size-answer.js';
import type { SizeMissile } from '../size/size-missile.js';

/** A longer time would be drawn as a block of ink. */
const DRAWN_H = 4;

/** On white, in dark text: a file does not know the page it will stand on. */
function standing(draw: (document: FigureDocument) => FigureElement): string {
  const { document } = parseHTML('<html></html>');
  const figure = draw(document as unknown as FigureDocument);
  figure.setAttribute('style', 'background: #ffffff; color: #111820');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${figure.outerHTML}\n`;
}

export function timeSvg(answer: PropagatedAnswer, inputs: PropagatedInputs, missile: SizeMissile, provenance: Provenance): string {
  const { inReach, constellation } = answer;
  return standing((document) => inReachFigure({
    title: 'Interceptors in reach, launch by launch',
    subtitle: `${missileText(missile)}; ${countText(satellitesOf(constellation))} satellites ${constellation.kind === 'random' ? 'at random' : `in ${countText(constellation.shell.planes_count)} planes`} at ${orbitsText(inputs)}: ${toPlace(inReach.mean, -2)} on average, fewest ${countText(inReach.min)}, most ${countText(inReach.max)} of one flight over ${significantText(fromSi(inputs.watch.duration_s, 'h'))} h; drawn: the mean over flights${fromSi(inputs.watch.duration_s, 'h') > DRAWN_H ? `, the first ${DRAWN_H} h` : ''}`,
    points: answer.curve.map(({ t_s, count }) => ({ t_h: fromSi(t_s, 'h'), count })).filter(({ t_h }) => t_h <= DRAWN_H),
    wanted: answer.atLeast.k, mean: inReach.mean, notes: notesOf(inputs, provenance),
  }, document));
}

export function curveSvg(points: readonly CurvePoint[], quantity: CurveQuantity, inputs: PropagatedInputs, missile: SizeMissile, provenance: Provenance): string {
  const { words, show } = CURVE_FLAGS[quantity];
  return standing((document) => numberCurveFigure({
    title: `Interceptors in orbit for each missile, against ${words.replace(/ \(.*/, '')}`,
    subtitle: `${missileText(missile)}; ${wantedText(inputs)}; orbits at ${orbitsText(inputs)}`,
    against: words, layout: inputs.layout.kind === 'random' ? 'random' : 'pattern', points: points.map((point) => ({ ...point, value: Number(show(point.value)) })), notes: notesOf(inputs, provenance, quantity),
  }, document));
}

export function mapSvg(picture: Omit<MapPicture, 'notes'>, provenance: Provenance): string {
  return standing((document) => absenteeMapFigure({ ...picture, notes: ['Only the distance counts: a satellite is near within the given angle at the centre of the Earth. Circular orbits with the drift of their nodes.', citationLine(provenance)] }, document));
}

function missileText({ title, attack }: SizeMissile): string {
  return `${title} from ${attack.origin.name} to ${attack.targets[0]?.name ?? ''}`;
}

function orbitsText({ orbits }: PropagatedInputs): string {
  return `${significantText(fromSi(orbits.altitude_m, 'km'))} km, inclination ${significantText(fromSi(orbits.inclination_rad, 'deg'))} degrees`;
}

function notesOf({ interceptor, commit_s }: PropagatedInputs, provenance: Provenance, varied?: CurveQuantity): string[] {
  const speed = varied === 'speed' ? '' : `${significantText(fromSi(interceptor.speed_mps, 'kmps'))} km/s at `, order = varied === 'delay' ? '' : `; order to fire ${significantText(commit_s)} s after launch`;
  return [
    `Interceptor: ${speed}${significantText(fromSi(interceptor.acceleration_mps2, 'g'))} g, meets above ${significantText(fromSi(interceptor.floor_m, 'km'))} km${order}. Numbers not given as flags are assumed or taken from AEI 2025.`,
    citationLine(provenance),
  ];
}
