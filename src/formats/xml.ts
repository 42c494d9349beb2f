/** Text and elements of XML 1.0, for the formats that are written in it. */

/** Characters that no XML 1.0 document may hold, escaped or not: control characters, halves of surrogate pairs, non-characters. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Any text as XML text or attribute value; what XML cannot hold becomes U+FFFD, the sign for a character that was not readable. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, '\u{FFFD}').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;').replaceAll('\r', '&#13;');
}

/** An element: its text, or the elements inside it. Those that are undefined are left out. */
export type XmlElement = readonly [name: string, content: string | readonly (XmlElement | undefined)[]];

export function xmlLines([name, content]: XmlElement, indent = ''): string[] {
  if (typeof content === 'string') return [`${indent}<${name}>${xmlText(content)}</${name}>`];
  const inner = content.flatMap((element) => (element === undefined ? [] : xmlLines(element, `${indent}  `)));
  return [`${indent}<${name}>`, ...inner, `${indent}</${name}>`];
}
