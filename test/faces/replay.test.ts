/** `cupola replay`: the same run as in the study, told in full, and files that viewers can read. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { cupola, cupolaJson, type ProblemsDocument, type ReplayDocument, SCENARIOS, temporaryFolder } from './cupola.js';

vi.setConfig({ testTimeout: 180_000 });

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('cupola replay', () => {
  it('tells events and decisions in order of time, and an end for every missile', async () => {
    const story = await cupolaJson<ReplayDocument>(['replay', SCENARIOS.shell, '--run', '3', '--changes', '0']);
    expect(story).toMatchObject({ run: 3, seed: 1, provenance: { seed: 1 } });
    expect(story.events.length).toBeGreaterThan(20);
    for (const event of story.events) expect(event).toEqual(expect.objectContaining({ t_s: expect.any(Number), kind: expect.any(String), target: expect.any(String) }));
    const times = story.events.map((event) => event.t_s);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    for (const decision of story.decisions) expect(Object.keys(decision)).toEqual(expect.arrayContaining(['t_s', 'target', 'shooter', 'reason', 'alternatives']));
    expect(story.missiles).toHaveLength(10);
    for (const missile of story.missiles) {
      expect(['leaked', 'killed', 'failed']).toContain(missile.fate);
      if (missile.fate === 'leaked') {
        expect(missile.cause).not.toBe('');
        expect(missile.link).not.toBe('');
      }
    }
    expect(await cupolaJson<ReplayDocument>(['replay', SCENARIOS.shell, '--run', '3', '--changes', '0'])).toEqual(story);
  });

  it('says of joint decisions what they save and at most could, and that the bound is not about the future; and who was stopped otherwise', async () => {
    const { stdout } = await cupola('replay', SCENARIOS.shell, '--run', '3', '--changes', '0', '--set', 'command.assignment=joint', '--set', 'before.nonKinetic=0.5', '--set', 'variants=4');
    expect(stdout).toMatch(/decision about +sent +chance \(%\) +all shots save +at most +why/);
    expect(stdout).toContain('it says nothing of the future');
    expect(stdout).toContain('stopped without an interceptor, as the scenario states');
  });

  it('writes CZML, KML and CSV', async () => {
    const files = { czml: join(folder, 'a.czml'), kml: join(folder, 'a.kml'), events: join(folder, 'a.csv') };
    const story = await cupolaJson<ReplayDocument>(['replay', SCENARIOS.groundOnly, '--run', '0', '--czml', files.czml, '--kml', files.kml, '--events', files.events]);
    const packets = JSON.parse(readFileSync(files.czml, 'utf8'));
    expect(packets[0]).toMatchObject({ id: 'document', version: '1.0' });
    const missile = packets.find((packet: { id: string }) => packet.id.startsWith('missile/'));
    expect(missile.position.cartesian.length % 4).toBe(0);
    for (let at = 0; at < missile.position.cartesian.length; at += 4) {
      const [x, y, z] = missile.position.cartesian.slice(at + 1, at + 4);
      const radius_m = Math.sqrt(x * x + y * y + z * z);
      expect(radius_m).toBeGreaterThan(6_350_000);
      expect(radius_m).toBeLessThan(9_000_000);
    }
    expect(readFileSync(files.kml, 'utf8')).toMatch(/^<\?xml[\s\S]*<gx:Track>[\s\S]*<\/kml>\n$/);
    const lines = readFileSync(files.events, 'utf8').trimEnd().split('\n');
    expect(lines[0]).toBe('t_s,kind,target,by,layer,result,text');
    expect(lines).toHaveLength(story.events.length + 1);
  });

  it('needs to know which run', async () => {
    const { problems } = await cupolaJson<ProblemsDocument>(['replay', SCENARIOS.shell, '--czml', join(folder, 'never.czml')], 2);
    expect(problems).toEqual([expect.objectContaining({ path: '--run' })]);
    expect(existsSync(join(folder, 'never.czml'))).toBe(false);
  });

  it('prints a table for people', async () => {
    const { code, stdout } = await cupola('replay', SCENARIOS.groundOnly, '--run', '1');
    expect(code).toBe(0);
    expect(stdout).toMatch(/\d of 1 missile got through\./);
    expect(stdout).toContain('time (s)');
  });
});
