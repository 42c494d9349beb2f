/** Who learns when of a launch: the time line of one flight over launches at many moments. */
import { fromSi } from '../../kernel/units.js';
import { namesOf } from '../words/catalogue-names.js';
import { countText, toPlace } from '../numbers.js';
import { warnTimeline } from '../pictures/warn-timeline.js';
import { ageText } from '../sentences/warned-sentence.js';
import { durationText } from '../words/watch-words.js';
import { dataTable, withTable } from './data-table.js';
import { drawn, TIMELINE } from './drawn.js';
import { html } from './html.js';
import type { ReportMaterial } from './material.js';
import type { ReportSection } from './section.js';

/** In minutes where either end is told so. */
function spanText(from_s: number, to_s: number | null): string {
  if ((to_s ?? from_s) < 600) return `${toPlace(from_s, 0)} to ${to_s === null ? 'never' : `${toPlace(to_s, 0)} s`}`;
  const minutes = (time_s: number): string => toPlace(fromSi(time_s, 'min'), -1);
  return `${minutes(from_s)} to ${to_s === null ? 'never' : `${minutes(to_s)} min`}`;
}

export function warningSection({ warning, catalogue, document }: ReportMaterial): ReportSection | null {
  if (warning === undefined) return null;
  const { timeline, sentence: [head, rest], launches, missile, from, to } = warning, { titleOf } = namesOf(catalogue);
  return {
    id: 'warning', title: 'Warning',
    body: html`<p><strong>${head}.</strong> ${rest}</p>
${withTable(
      drawn('Time line of a launch', (width) => warnTimeline(timeline, width, TIMELINE, document)),
      dataTable({
        caption: `${titleOf(missile)} from ${titleOf(from)} to ${titleOf(to)}, ${countText(launches)} launches over a day`, isSmall: true, isWide: true,
        columns: [{ head: 'what' }, { head: 'after launch', align: 'right' }, { head: '9 in 10 launches', align: 'right' }, { head: 'before impact', align: 'right' }],
        rows: timeline.map(({ words, t_s, p5_s, p95_s, left_s }) => [words, t_s === null ? 'never' : ageText(t_s), p5_s === null || p5_s === p95_s ? '' : spanText(p5_s, p95_s), left_s === null ? '' : durationText(left_s)]),
      }),
      'Disc: what is learnt or decided, the middle over launches and the span from the 5th to the 95th percentile. Diamond: what is given by the flight.',
    )}`,
  };
}
