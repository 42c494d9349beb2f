/** Pictures as a report holds them: its colours, readable in grey, and two widths of each, for wide screens and paper and for phones. */
import type { FunnelColours } from '../pictures/layer-funnel-figure.js';
import type { MapColours } from '../maps/attack-map.js';
import type { FigureElement } from '../pictures/figure-document.js';
import type { TimelineColours } from '../pictures/warn-timeline.js';
import { Html, html, picture } from './html.js';

/** As the page's light tokens; what got through is hatched where it is an area. */
const ROLE = { attack: '#946200', defence: '#0b5fa5', through: '#8e0f45', context: '#5b6878', text: '#111820', background: '#ffffff', line: '#9daaba', pale: '#c3ccd6' };
const THROUGH_AREA = 'url(#report-through)', STOPPED_AREA = ROLE.defence;

export const FUNNEL: FunnelColours = { step: ROLE.context, stopped: STOPPED_AREA, passedOn: THROUGH_AREA, elsewhere: ROLE.pale, line: ROLE.line };
export const MAP: MapColours = { ...ROLE, land: ROLE.line };
export const TIMELINE: TimelineColours = { known: ROLE.defence, fixed: ROLE.text, line: ROLE.pale, context: ROLE.context };
export const BARS = { ...ROLE, throughArea: THROUGH_AREA };

/** The hatching that pictures refer to; once in a document. */
export const PATTERNS = new Html(
  `<svg width="0" height="0" style="position:absolute" aria-hidden="true" focusable="false"><defs><pattern id="report-through" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#ffffff"/><rect width="3.2" height="6" fill="${ROLE.through}"/></pattern></defs></svg>`,
);

const WIDE = 620, NARROW = 340;

export function drawn(title: string, draw: (width: number) => FigureElement, wide = WIDE): Html {
  const named = (width: number): Html => {
    const figure = draw(width);
    const viewBox = figure.outerHTML.includes('viewBox=') ? undefined : `0 0 ${width} ${/ height="([\d.]+)"/.exec(figure.outerHTML)?.[1] ?? 100}`;
    if (viewBox !== undefined) figure.setAttribute('viewBox', viewBox);
    figure.setAttribute('role', 'img');
    return picture(figure, title);
  };
  return html`<div class="for-wide">${named(wide)}</div><div class="for-narrow">${named(NARROW)}</div>`;
}
