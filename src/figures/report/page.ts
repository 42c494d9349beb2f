/**
 * A report as one HTML document that needs nothing else: no script, no font, no address is fetched. First the page's sentence
 * and one page for everybody, then the technical part, then the appendix.
 */
import { countText } from '../numbers.js';
import { PATTERNS } from './drawn.js';
import { Html, html } from './html.js';
import type { ReportMaterial } from './material.js';
import type { ReportSection } from './section.js';
import { APPENDIX, LAY, TECHNICAL } from './sections.js';
import { agesOf } from './sources.js';
import { STYLE } from './style.js';

/** Nothing may be fetched or run, whatever a title or a note of somebody's scenario says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export function reportPage(material: ReportMaterial): string {
  const { compiled, sentence, identity } = material;
  const made = (makers: typeof LAY): ReportSection[] => makers.map((make) => make(material)).filter((section) => section !== null);
  const lay = made(LAY), technical = made(TECHNICAL), appendix = made(APPENDIX);
  const page = html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="generator" content="Cupola ${identity.version}">
<title>${`${compiled.title}: Cupola report ${identity.runId}`}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${PATTERNS}
<header>
<p class="kicker">Cupola report ${identity.runId}: ${compiled.title}</p>
<h1>${sentence}</h1>
${identityList(material)}
</header>
<main id="main" tabindex="-1">
<section class="part lay" aria-labelledby="part-one-page"><h2 id="part-one-page">In one page</h2><div class="columns">${lay.map(sectionOf)}</div></section>
<section class="part" aria-labelledby="part-technical"><h2 id="part-technical">Technical part</h2>${contents([...technical, ...appendix])}${technical.map(sectionOf)}</section>
<section class="part" aria-labelledby="part-appendix"><h2 id="part-appendix">Appendix</h2>${appendix.map(sectionOf)}</section>
</main>
<footer><p>${`Notional shield after public numbers, at the fidelity of the open policy literature. Cupola ${identity.version}, run ${identity.runId}.`}</p></footer>
</body>
</html>
`;
  return `<!DOCTYPE html>\n${page.markup}`;
}

function identityList({ identity, summary, compiled }: ReportMaterial): Html {
  const { oldest, newest } = agesOf(compiled.numbers), assumed = compiled.numbers.filter(({ standing }) => standing === 'assumed').length;
  const items: (readonly [string, string])[] = [
    ['Run', identity.runId], ['Simulated attacks', countText(summary.runs)], ['Seed', String(summary.seed)], ['Version', identity.version], ['Engine', identity.engineVersion.slice(0, 12)],
    ['Plan', compiled.planHash.slice(0, 12)], ['Data', identity.dataHash.slice(0, 12)], ...(oldest === '' ? [] : [['Numbers as of', oldest === newest ? oldest : `${oldest} to ${newest}`] as const]),
    ['Report as of', identity.asOf], ['Assumed numbers', `${countText(assumed)} of ${countText(compiled.numbers.length)}`],
  ];
  return html`<dl class="identity">${items.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

const sectionOf = ({ id, title, body }: ReportSection): Html => html`<section class="block" aria-labelledby="${id}"><h3 id="${id}">${title}</h3>
${body}
</section>
`;

const contents = (sections: readonly ReportSection[]): Html => html`<nav aria-label="Contents"><ol class="contents">${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>`;
