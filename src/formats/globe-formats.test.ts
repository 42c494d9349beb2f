import { describe, expect, it } from 'vitest';
import type { Replay } from '../engine/record/record.js';
import { geodeticToEcef } from '../kernel/earth/geodesy.js';
import { parseUtc } from '../kernel/epoch.js';
import { DEG_RAD } from '../kernel/units.js';
import { eventsCsv } from './csv.js';
import { replayCzml } from './czml.js';
import { replayKml } from './kml.js';

function place(lat_deg: number, lon_deg: number, altitude_m: number): number[] {
  const out = [0, 0, 0];
  geodeticToEcef(lat_deg * DEG_RAD, lon_deg * DEG_RAD, altitude_m, out);
  return out;
}

const path = { t_s: Float64Array.of(10, 12, 14), position_ecef_m: Float64Array.from([...place(40, 129, 0), ...place(41, 129, 50_000), ...place(42, 129, 120_000)]) };
const replay: Replay = {
  seed: 1,
  run: 3,
  epoch_s: parseUtc('2026-01-01T00:00Z') ?? 0,
  end_s: 2000,
  missiles: [
    { key: 'raid[0]/0', isDecoy: false, released_s: 190, attack: 0, target: 'Chicago & "north"', launch_s: 10, burnout_s: 190, end_s: 14, fate: 'leaked', killedBy: '', killedIn: '', cause: 'missed', link: 'Shot at and missed', margin: 2, marginUnit: 'shots', path },
  ],
  shots: [
    { layer: 'shell', kind: 'space', shooter: 'shell/17', satellite: 17, target: 'raid[0]/0', commit_s: 11, intercept_s: 14, result: 'miss', path },
  ],
  shells: [],
  layers: [], inReach: [],
  sensors: [{ key: 'sensors[0]', name: 'Radar <north>', model: 'radar', position_ecef_m: place(65, -149, 200) as [number, number, number] }],
  movingSensors: [{ key: 'sensors[1]/3', name: 'Tracker 1-4', model: 'infrared', path }],
  seen: [],
  events: [{ t_s: 10, kind: 'launch', target: 'raid[0]/0', by: '', layer: '', text: 'Launched, "hot"', result: '' }],
  decisions: [],
  digest: '',
};

describe('CZML', () => {
  const packets = replayCzml(replay, 'Title', 'About');
  it('starts with the document packet and its clock', () => {
    expect(packets[0]).toMatchObject({ id: 'document', version: '1.0', clock: { currentTime: '2026-01-01T00:00:00Z', interval: '2026-01-01T00:00:00Z/2026-01-01T00:33:20Z' } });
    expect(new Set(packets.map((packet) => packet.id)).size).toBe(packets.length);
  });
  it('samples positions in metres in the Earth-fixed frame, times ascending', () => {
    const missile = packets.find((packet) => packet.id === 'missile/raid[0]/0');
    const position = missile?.['position'] as { referenceFrame: string; cartesian: number[]; epoch: string };
    expect(position.referenceFrame).toBe('FIXED');
    expect(position.epoch).toBe('2026-01-01T00:00:00Z');
    expect(position.cartesian).toHaveLength(4 * path.t_s.length);
    expect(position.cartesian.filter((_, index) => index % 4 === 0)).toEqual([10, 12, 14]);
    expect(position.cartesian.slice(1, 4).map((value) => Math.round(value))).toEqual(place(40, 129, 0).map((value) => Math.round(value)));
    expect(JSON.parse(JSON.stringify(packets))).toEqual(packets);
  });
});

describe('KML', () => {
  const text = replayKml(replay, 'Title', 'About');
  it('gives longitude, latitude and altitude with a time for each', () => {
    expect(text).toContain('<when>2026-01-01T00:00:10Z</when>');
    expect(text).toContain('<gx:coord>129.000000 41.000000 50000.0</gx:coord>');
    expect((text.match(/<when>/g) ?? []).length).toBe((text.match(/<gx:coord>/g) ?? []).length);
  });
  it('escapes names and closes what it opens', () => {
    expect(text).toContain('Chicago &amp; &quot;north&quot;');
    expect(text).toContain('Radar &lt;north&gt;');
    const open: string[] = [];
    for (const [, slash, name = '', rest = ''] of text.matchAll(/<(\/?)([A-Za-z:]+)([^>?]*)>/g)) {
      if (rest.endsWith('/')) continue;
      if (slash === '/') expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });
});

describe('CSV of events', () => {
  it('quotes text and ends each line', () => {
    expect(eventsCsv(replay)).toBe('t_s,kind,target,by,layer,result,text\n10,launch,raid[0]/0,,,,"Launched, ""hot"""\n');
  });
});
