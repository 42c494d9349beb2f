import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capTime, capXml } from './cap.js';
import type { CapMessage } from './cap.js';
import { xmlText } from './xml.js';

/** Elements of CAP 1.2 in the order of its schema, with how often each may stand. */
type Rule = readonly [name: string, least: number, most: number, children?: readonly Rule[]];
const PAIR: readonly Rule[] = [['valueName', 1, 1], ['value', 1, 1]];
const AREA: readonly Rule[] = [['areaDesc', 1, 1], ['polygon', 0, 99], ['circle', 0, 99], ['geocode', 0, 99, PAIR], ['altitude', 0, 1], ['ceiling', 0, 1]];
const INFO: readonly Rule[] = [
  ['language', 0, 1], ['category', 1, 99], ['event', 1, 1], ['responseType', 0, 99], ['urgency', 1, 1], ['severity', 1, 1], ['certainty', 1, 1], ['audience', 0, 1], ['eventCode', 0, 99, PAIR],
  ['effective', 0, 1], ['onset', 0, 1], ['expires', 0, 1], ['senderName', 0, 1], ['headline', 0, 1], ['description', 0, 1], ['instruction', 0, 1], ['web', 0, 1], ['contact', 0, 1],
  ['parameter', 0, 99, PAIR], ['resource', 0, 99], ['area', 0, 99, AREA],
];
const ALERT: readonly Rule[] = [
  ['identifier', 1, 1], ['sender', 1, 1], ['sent', 1, 1], ['status', 1, 1], ['msgType', 1, 1], ['source', 0, 1], ['scope', 1, 1], ['restriction', 0, 1], ['addresses', 0, 1], ['code', 0, 99],
  ['note', 0, 1], ['references', 0, 1], ['incidents', 0, 1], ['info', 0, 99, INFO],
];
const VALUES: Readonly<Record<string, RegExp>> = {
  sent: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/, effective: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/, expires: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/,
  status: /^(Exercise|Test)$/, msgType: /^(Alert|Update|Cancel)$/, scope: /^Restricted$/, category: /^Security$/, responseType: /^(Shelter|Monitor|AllClear)$/,
  urgency: /^(Immediate|Expected|Future|Past|Unknown)$/, severity: /^(Extreme|Severe|Moderate|Minor|Unknown)$/, certainty: /^(Observed|Likely|Possible|Unlikely|Unknown)$/,
  identifier: /^[^\s,<&]+$/, sender: /^[^\s,<&]+$/, references: /^([^\s,]+,[^\s,]+,\S+)( [^\s,]+,[^\s,]+,\S+)*$/, circle: /^-?\d+\.\d+,-?\d+\.\d+ \d+\.\d$/,
};

interface Node { name: string; text: string; children: Node[] }

/** A strict reader of the little XML that is written here: elements, text, five entities. Throws on anything else. */
function parse(xml: string): Node {
  const body = xml.replace('<?xml version="1.0" encoding="UTF-8"?>\n', '');
  if (body === xml) throw new Error('no XML declaration');
  const root: Node = { name: '', text: '', children: [] }, open: Node[] = [root];
  let rest = body;
  while (rest !== '') {
    const here = open.at(-1)!;
    const match = /^<(\/?)([A-Za-z]+)( xmlns="[^"<&]+")?>|^[^<&]+|^&(?:amp|lt|gt|quot|apos|#13);/.exec(rest);
    if (match === null) throw new Error(`not XML: ${rest.slice(0, 40)}`);
    rest = rest.slice(match[0].length);
    if (match[2] === undefined) here.text += match[0].replace(/&(\w+|#13);/, (_, entity: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#13': '\r' })[entity]!);
    else if (match[1] === '/') {
      if (open.pop()?.name !== match[2]) throw new Error(`</${match[2]}> closes something else`);
    } else {
      const child: Node = { name: match[2], text: '', children: [] };
      here.children.push(child);
      open.push(child);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not one element');
  return root.children[0]!;
}

function check(node: Node, rules: readonly Rule[]): void {
  const names = node.children.map(({ name }) => name);
  let at = 0;
  for (const [name, least, most] of rules) {
    let count = 0;
    while (names[at] === name) {
      at++;
      count++;
    }
    if (count < least || count > most) throw new Error(`${node.name}: ${count} ${name}`);
  }
  if (at < names.length) throw new Error(`${node.name}: ${names[at]} out of order or unknown`);
  for (const child of node.children) {
    const inner = rules.find(([name]) => name === child.name)![3];
    if (inner !== undefined) check(child, inner);
    else if (VALUES[child.name] !== undefined && !VALUES[child.name]!.test(child.text)) throw new Error(`${child.name}: ${child.text}`);
    if (child.name === 'polygon') {
      const points = child.text.split(' ');
      if (points.length < 4 || points[0] !== points.at(-1) || !points.every((one) => /^-?\d+\.\d+,-?\d+\.\d+$/.test(one))) throw new Error(`polygon: ${child.text}`);
    }
  }
}

const SQUARE = [{ lat_rad: 0.7, lon_rad: -1.5 }, { lat_rad: 0.7, lon_rad: -1.4 }, { lat_rad: 0.8, lon_rad: -1.4 }];
const INFO_VALUES: CapMessage['info'] = {
  event: 'ballistic missile warning', response: 'Shelter', urgency: 'Immediate', severity: 'Extreme', certainty: 'Observed', effective_s: 8e8, expires_s: 8e8 + 3600, headline: 'Ten missiles', description: 'Seen by both kinds.',
  instruction: 'None.', parameters: [{ name: 'run', value: '7' }], areas: [{ description: 'Chicago', polygon: SQUARE }, { description: 'Adak', circle: { lat_rad: 0.9, lon_rad: -3.1, radius_m: 2e5 } }],
};
const ALERT_MESSAGE: CapMessage = { identifier: 'cupola-1', sender: 'cupola@example.invalid', sent_s: 8e8 + 0.4, status: 'Exercise', msgType: 'Alert', note: 'run 7', info: INFO_VALUES };
const CANCEL: CapMessage = { ...ALERT_MESSAGE, identifier: 'cupola-2', msgType: 'Cancel', references: [ALERT_MESSAGE] };

describe('CAP 1.2', () => {
  it('has the elements of the schema in its order, with its values', () => {
    for (const message of [ALERT_MESSAGE, CANCEL, { ...CANCEL, msgType: 'Update' as const, status: 'Test' as const }]) {
      const alert = parse(capXml(message));
      expect(alert.name).toBe('alert');
      expect(() => check(alert, ALERT)).not.toThrow();
    }
    expect(capXml(ALERT_MESSAGE)).toContain('<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">');
  });
  it('the check finds what is out of order, missing or not in the lists', () => {
    const xml = capXml(CANCEL);
    const swapped = xml.replace(/( {2}<note>.*<\/note>\n)( {2}<references>.*<\/references>\n)/, '$2$1');
    expect(swapped).not.toBe(xml);
    expect(() => check(parse(swapped), ALERT)).toThrow(/out of order/);
    expect(() => check(parse(xml.replace(/ *<urgency>.*\n/, '')), ALERT)).toThrow(/0 urgency/);
    expect(() => check(parse(xml.replace('>Exercise<', '>Actual<')), ALERT)).toThrow(/Actual/);
    expect(() => check(parse(xml.replace('-00:00</sent>', 'Z</sent>')), ALERT)).toThrow(/sent/);
  });
  it('what takes back names what it takes back, with the same time to the letter', () => {
    const sent = /<sent>(.*)<\/sent>/.exec(capXml(ALERT_MESSAGE))![1]!;
    expect(capXml(CANCEL)).toContain(`<references>cupola@example.invalid,cupola-1,${sent}</references>`);
    expect(sent).toBe(capTime(8e8));
    expect(sent).toMatch(/-00:00$/);
    expect(() => capXml({ ...CANCEL, references: [] as never })).toThrow(/without references/);
  });
  it('is an exercise or a test and says so in every text', () => {
    // @ts-expect-error no other status has a type
    const actual: CapMessage = { ...ALERT_MESSAGE, status: 'Actual' };
    expect(() => capXml(actual)).toThrow(/only Exercise and Test/);
    for (const status of ['Exercise', 'Test'] as const) {
      const xml = capXml({ ...ALERT_MESSAGE, status });
      for (const element of ['note', 'headline', 'description', 'instruction', 'event']) expect(new RegExp(`<${element}>${status}`, 'i').test(xml), element).toBe(true);
      expect(xml).not.toContain('Actual');
      expect(xml).toContain('<scope>Restricted</scope>');
    }
  });
  it('refuses names, places and radii that would make it invalid', () => {
    for (const identifier of ['', 'two words', 'a,b', 'a<b', 'a&b']) expect(() => capXml({ ...ALERT_MESSAGE, identifier })).toThrow(RangeError);
    const withArea = (area: CapMessage['info']['areas'][number]): CapMessage => ({ ...ALERT_MESSAGE, info: { ...INFO_VALUES, areas: [area] } });
    expect(() => capXml(withArea({ description: '', polygon: SQUARE.slice(0, 2) }))).toThrow(/polygon of 2/);
    expect(() => capXml(withArea({ description: '', circle: { lat_rad: 2, lon_rad: 0, radius_m: 1 } }))).toThrow(/no place/);
    expect(() => capXml(withArea({ description: '', circle: { lat_rad: NaN, lon_rad: 0, radius_m: 1 } }))).toThrow(/no place/);
    expect(() => capXml(withArea({ description: '', circle: { lat_rad: 0, lon_rad: 0, radius_m: 0 } }))).toThrow(/radius/);
  });
  it('stays well-formed and means the same with any text in it', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('<', '&', ']', '>', '"', "'", '\0', '\u{1}', '\r', '\n', '\uD800', '\uFFFE', 'é', '😀', '-') }));
    fc.assert(fc.property(anyText, anyText, (text, other) => {
      const xml = capXml({ ...ALERT_MESSAGE, note: text, info: { ...INFO_VALUES, description: other, headline: text, areas: [{ description: other, polygon: SQUARE }], parameters: [{ name: text, value: other }] } });
      const alert = parse(xml);
      expect(() => check(alert, ALERT)).not.toThrow();
      const readable = text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
      expect(alert.children.find(({ name }) => name === 'note')!.text).toBe(`EXERCISE EXERCISE EXERCISE: simulated, no real event. ${readable}`);
      expect([...xml].every((character) => character >= ' ' || '\t\n\r'.includes(character))).toBe(true);
    }), { numRuns: 120 });
    expect(xmlText(`<a b="c">'&`)).toBe('&lt;a b=&quot;c&quot;&gt;&apos;&amp;');
  });

  const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;
  it.skipIf(!hasXmllint)('is well-formed to xmllint too, and valid where the schema of OASIS is at hand', () => {
    const schema = process.env['CUPOLA_CAP_XSD'];
    for (const message of [ALERT_MESSAGE, CANCEL]) {
      const { status, stderr } = spawnSync('xmllint', ['--noout', ...(schema === undefined ? [] : ['--schema', schema]), '-'], { input: capXml(message), encoding: 'utf8' });
      expect({ status, complaint: status === 0 ? '' : stderr }).toEqual({ status: 0, complaint: '' });
    }
  });
});
