/**
 * The sentences of any text as plain words: prose, Markdown, source, JSON, XML or what a page shows. Typographic signs become plain ones,
 * so that no dash, quotation mark or narrow space hides a phrase; claims that are framed as circulating are taken out.
 */

export interface PlainSentence {
  readonly words: string;
  /** Where it starts, from 1. */
  readonly line: number;
  /** Sentences of one paragraph have one number. */
  readonly paragraph: number;
}

/** Inside a line: these tags hold words together, all others part them. */
const INLINE_TAG = /<\/?(a|abbr|b|cite|code|em|i|mark|q|small|span|strong|sub|sup|tspan|u)(\s[^<>]*)?>/gi;
const OTHER_TAG = /<[/!?]?[a-z][^<>]*>/gi;
const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', thinsp: ' ', quot: '"', ldquo: '"', rdquo: '"', apos: "'", lsquo: "'", rsquo: "'", ndash: '-', mdash: '-', amp: '&', dollar: '$', percnt: '%', '#36': '$', '#37': '%', '#39': "'", '#34': '"', '#160': ' ', '#8211': '-', '#8212': '-' };

/** A claim shown as what it is; the key of a JSON document is a frame too. */
const FRAMED = [/\bIn\s+circulation\b[^:"\n]{0,60}:\s*"[^"]{1,1000}"/gi, /"inCirculation"\s*:\s*"(?:[^"\\]|\\.)*"/g];

/** Ends of sentences: full stops before a space, empty lines, cells, items, headings, and lines of JSON or source. */
const SENTENCE = /(?:[^.!?\n\t]|[.!?](?!["')\]]*(\s|$))|(?<![;{}[\]>]|",)\n(?!\s*(\n|[-*|#>] ?|\d+\. |$)))+/g;

export function plainSentences(text: string): PlainSentence[] {
  const plain = withoutFrames(plainSigns(text)), lineStarts: number[] = [0], paragraphs: number[] = [];
  for (let at = plain.indexOf('\n'); at >= 0; at = plain.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  for (const match of plain.matchAll(/\n\s*\n/g)) paragraphs.push(match.index);
  let line = 0, paragraph = 0;
  const sentences: PlainSentence[] = [];
  for (const match of plain.matchAll(SENTENCE)) {
    while ((lineStarts[line + 1] ?? Infinity) <= match.index + leadingLines(match[0])) line++;
    while ((paragraphs[paragraph] ?? Infinity) < match.index) paragraph++;
    const words = match[0].replace(/\s+/g, ' ').trim();
    if (words !== '') sentences.push({ words, line: line + 1, paragraph });
  }
  return sentences;
}

const leadingLines = (words: string): number => words.length - words.trimStart().length;

function plainSigns(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb]/g, '"')
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\uff05/g, '%')
    .replace(/\uff04/g, '$')
    .replace(/&([a-z]+|#\d+);/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
    .replace(INLINE_TAG, '')
    .replace(OTHER_TAG, (tag) => `\t${tag.replace(/[^\n]/g, '')}`)
    .replace(/(\*\*|__)(?=\S)([^*_\n]+)\1/g, '$2');
}

/** Line breaks stay, so that what follows keeps its line. */
function withoutFrames(text: string): string {
  return FRAMED.reduce((rest, frame) => rest.replace(frame, (framed) => framed.replace(/[^\n]/g, ' ')), text);
}
