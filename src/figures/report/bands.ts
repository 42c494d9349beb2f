/**
 * Chance and not known on one scale from none to all, as the page has them: the spread of single attacks as a solid band, how
 * far the average moves over the assumed numbers as a hatched one. The second is no probability.
 */
import { lethalCount, lethalNoun } from '../../scenario/plan/lethal.js';
import { countText } from '../numbers.js';
import { averageText } from '../sentences/sentence.js';
import { BARS } from './drawn.js';
import { html, Html } from './html.js';
import type { ReportMaterial } from './material.js';

const WIDTH = 320, BAND = 12;

export function bandsFigure({ summary, moved, compiled: { plan } }: ReportMaterial): Html {
  const launched = Math.max(lethalCount(plan.attacks), 1), { p5, p95, mean } = summary.gotThrough, nouns = `${lethalNoun(plan.attacks)}s`;
  const chance = `${p5 === p95 ? countText(p5) : `${countText(p5)} to ${countText(p95)}`} in 9 of 10 attacks`, band = moved?.band ?? null;
  const rows: Html[] = [rowOf('Chance', chance, `Of ${countText(launched)} ${nouns} ${chance} get through.`, bandOf(p5 / launched, p95 / launched, mean / launched, BARS.context))];
  if (band !== null && band.low !== null && band.high !== null) {
    const words = `average ${averageText(band.low * launched, launched)} to ${averageText(band.high * launched, launched)}`;
    rows.push(rowOf('Not known', `${words}; no probability`, `Over the assumed numbers: ${words} of ${countText(launched)}.`, bandOf(band.low, band.high, mean / launched, BARS.throughArea)));
  }
  return html`<table class="bands"><caption>${`Of ${countText(launched)} ${nouns}, how many get through; the line in each band is the average`}</caption>
<thead><tr><th scope="col">kind</th><th scope="col"><span class="ends"><span>none</span><span>${`all ${countText(launched)}`}</span></span></th><th scope="col">get through</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

const rowOf = (name: string, words: string, title: string, drawing: string): Html =>
  html`<tr><th scope="row">${name}</th><td>${new Html(`<svg class="band" viewBox="0 0 ${WIDTH} ${BAND + 8}" width="${WIDTH}" height="${BAND + 8}" preserveAspectRatio="none" role="img">`)}<title>${title}</title>${new Html(`${drawing}</svg>`)}</td><td>${words}</td></tr>
`;

/** Shares of all launched. */
function bandOf(low: number, high: number, mean: number, fill: string): string {
  const x = (share: number): number => Math.round(10 * (2 + share * (WIDTH - 4))) / 10;
  return `<rect x="2" y="4" width="${WIDTH - 4}" height="${BAND}" fill="none" stroke="${BARS.line}"/><rect x="${x(low)}" y="4" width="${Math.max(2, x(high) - x(low))}" height="${BAND}" fill="${fill}"/><path d="M${x(mean)} 0V${BAND + 8}" stroke="${BARS.text}" stroke-width="2"/>`;
}
