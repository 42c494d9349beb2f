/** The parts of the set-up that decide something: is Node new enough, are the packages there, is a step stale, is it built. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

interface Entry { readonly version: string; readonly optional?: boolean }
const load = async <T>(file: string): Promise<T> => (await import(pathToFileURL(resolve(file)).href)) as T;
const { isNewEnough } = await load<{ isNewEnough(version: string): boolean }>('tools/setup/check-node.mjs');
const { sameVersions } = await load<{ sameVersions(wanted: Record<string, Entry>, found: Record<string, Entry>): boolean }>('tools/setup/install.mjs');
const { hashInputs, isFresh, stamp } = await load<{
  hashInputs(paths: string[], wanted?: (path: string) => boolean): string;
  isFresh(name: string, hash: string, output: string): boolean;
  stamp(name: string, hash: string, output: string): void;
}>('tools/setup/stamps.mjs');

const home = process.cwd();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cupola-setup-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('set-up', () => {
  it.each([
    ['20.19.0', true], ['20.20.2', true], ['22.1.0', true], ['24.0.0', true], ['20.18.3', false], ['18.20.4', false], ['9.0.0', false],
  ])('knows whether Node %s is new enough', (version, expected) => {
    expect(isNewEnough(version)).toBe(expected);
  });

  it('sees a missing package and another version, and forgives other platforms', () => {
    const wanted = { '': { version: '1' }, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } };
    expect(sameVersions(wanted, { 'node_modules/a': { version: '1.0.0' } })).toBe(true);
    expect(sameVersions(wanted, { 'node_modules/a': { version: '1.0.1' } })).toBe(false);
    expect(sameVersions(wanted, { 'node_modules/b': { version: '2.0.0' } })).toBe(false);
    expect(sameVersions(wanted, { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.1' } })).toBe(false);
  });

  it('hashes names and contents of files, and only those wanted', () => {
    const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
    write('a.ts', 'one');
    write('a.test.ts', 'x');
    const hash = (): string => hashInputs([folder], (path) => !path.includes('.test.'));
    const before = hash();
    write('a.test.ts', 'y');
    expect(hash()).toBe(before);
    write('a.ts', 'two');
    expect(hash()).not.toBe(before);
    write('a.ts', 'one');
    expect(hash()).toBe(before);
    write('b.ts', '');
    expect(hash()).not.toBe(before);
  });

  it('repeats a step when its inputs or its output changed', () => {
    process.chdir(folder);
    try {
      writeFileSync('out.json', '{}');
      expect(isFresh('step', 'abc', 'out.json')).toBe(false);
      stamp('step', 'abc', 'out.json');
      expect(isFresh('step', 'abc', 'out.json')).toBe(true);
      expect(isFresh('step', 'def', 'out.json')).toBe(false);
      utimesSync('out.json', 1, 1);
      expect(isFresh('step', 'abc', 'out.json')).toBe(false);
      rmSync('out.json');
      expect(isFresh('step', 'abc', 'out.json')).toBe(false);
    } finally {
      process.chdir(home);
    }
  });
});

describe('bin/cupola.js', () => {
  it('says what to do where nothing is built', () => {
    mkdirSync(join(folder, 'bin'));
    cpSync('bin/cupola.js', join(folder, 'bin/cupola.js'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bin/cupola.js'), 'run'], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('npm run build');
  });

  it('passes the words on and gives back the exit code', () => {
    mkdirSync(join(folder, 'bin'));
    mkdirSync(join(folder, 'dist/src/cli'), { recursive: true });
    cpSync('bin/cupola.js', join(folder, 'bin/cupola.js'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'dist/src/cli/main.js'), "export const main = async (words) => { console.log(words.join('|')); return 2; };");
    const { status, stdout } = spawnSync(process.execPath, [join(folder, 'bin/cupola.js'), 'fly', '--from', '-33.9,151.2'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stdout).toBe('fly|--from|-33.9,151.2\n');
  });
});
