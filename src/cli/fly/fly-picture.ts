/** `cupola fly --svg`: the picture of a flight as a file that stands by itself, drawn in a light document without a browser. */
import { parseHTML } from 'linkedom';
import { citationLine } from '../../figures/sentences/citation.js';
import type { FigureDocument } from '../../figures/pictures/figure-document.js';
import { flightFigure } from '../../figures/pictures/flight-figure.js';
import { countText, toPlace } from '../../figures/numbers.js';
import { fromSi, toSi } from '../../kernel/units.js';
import type { UsedNumber } from '../../scenario/compile/compiled.js';
import { type FlightAnswer, hasTurns } from './fly-answer.js';
import { loadText } from './fly-aim.js';

/** Sources named under a picture; more are counted. */
const NAMED_SOURCES = 3;

/** On white, in dark text: a file does not know the page it will stand on. */
export function flightSvg(answer: FlightAnswer, target: string | undefined): string {
  const { asked, flown, course, provenance } = answer;
  const { threat, origin } = asked.attack;
  const { flight } = flown;
  const { document } = parseHTML('<html></html>');
  const figure = flightFigure(
    {
      title: asked.title,
      subtitle: `From ${origin.name}${target === undefined ? '' : ` to ${target}`}${threat.model === 'cruise' ? '' : ` with ${loadText(threat)}`}: ${extentText(answer)}`,
      course, phases: flight.phases, ground: hasTurns(answer) ? 'track' : 'range',
      apogee_m: threat.model === 'cruise' ? undefined : flight.apogee_m,
      notes: [assumedText(asked.numbers, threat.name), sourcesText(asked.numbers), citationLine(provenance)],
    },
    document as unknown as FigureDocument,
  );
  figure.setAttribute('style', 'background: #ffffff; color: #111820');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${figure.outerHTML}\n`;
}

/** A way that leads far round is told beside the range. */
function extentText({ flown: { flight }, course }: FlightAnswer): string {
  const track_m = course.at(-1)?.track_m ?? 0;
  const way = track_m > 1.1 * flight.range_m ? `, by a way of ${kilometres(track_m)}` : '';
  const time = flight.flightTime_s > toSi(3, 'h') ? `${toPlace(fromSi(flight.flightTime_s, 'h'), -1)} h` : `${toPlace(fromSi(flight.flightTime_s, 'min'), -1)} min`;
  return `range ${kilometres(flight.range_m)}${way}, flight time ${time}`;
}

function assumedText(numbers: readonly UsedNumber[], name: string): string {
  const assumed = numbers.filter(({ standing }) => standing === 'assumed').length;
  return `${countText(assumed)} of ${countText(numbers.length)} numbers of this missile are assumed: cupola show threats ${name}.`;
}

function sourcesText(numbers: readonly UsedNumber[]): string {
  const sources = [...new Set(numbers.filter(({ standing }) => standing !== 'assumed').map(({ source }) => source))];
  if (sources.length === 0) return 'Sources: none; every number is assumed.';
  const more = sources.length - NAMED_SOURCES;
  return `Sources: ${sources.slice(0, NAMED_SOURCES).join('; ')}${more > 0 ? `; and ${countText(more)} more` : ''}.`;
}

function kilometres(length_m: number): string {
  return `${countText(Math.round(fromSi(length_m, 'km')))} km`;
}
