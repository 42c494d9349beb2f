/** The page's server: files and headers, and an orderly end. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hasDesktop } from '../../src/server/desktop.js';
import { PAGE_FOLDER } from '../../src/server/package-files.js';
import { startServer } from '../../src/server/static-server.js';
import { startCupola, temporaryFolder } from './cupola.js';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('static server', () => {
  it('serves files with a policy that allows nothing from elsewhere', async () => {
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>x</title>');
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'assets/a.js'), '1');
    const server = await startServer({ port: 0, host: '127.0.0.1', folder });
    try {
      const page = await fetch(server.url);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(page.headers.get('content-security-policy')).not.toContain('http');
      expect((await fetch(`${server.url}assets/a.js`)).headers.get('content-type')).toContain('javascript');
      expect((await fetch(`${server.url}catalogue.json`)).headers.get('content-type')).toContain('json');
      const missing = await fetch(`${server.url}nothing`);
      expect([missing.status, await missing.text()]).toEqual([404, 'Not found.\n']);
      expect((await fetch(`${server.url}..%2f..%2fpackage.json`)).status).toBe(404);
      await expect(startServer({ port: server.port, host: '127.0.0.1', folder })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    } finally {
      await server.close();
    }
  });
});

describe('cupola serve', () => {
  it.skipIf(!existsSync(join(PAGE_FOLDER, 'index.html')))('prints its address, serves the page and ends with 130 on Ctrl-C', async () => {
    const child = startCupola(['serve', '--port', '0']);
    const ended = new Promise((resolve) => child.on('close', resolve));
    const line = await new Promise<string>((resolve) => child.stdout.setEncoding('utf8').once('data', resolve));
    const [, url = ''] = /^Cupola is at (http:\/\/127\.0\.0\.1:\d+\/)\n$/.exec(line) ?? [];
    expect(url).not.toBe('');
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<div id="root">');
    child.kill('SIGINT');
    expect(await ended).toBe(130);
  });
});

describe('opening a browser', () => {
  const desktop = { isTerminal: true, platform: 'linux' as const, environment: { DISPLAY: ':0' } };
  it('happens only in front of somebody', () => {
    expect(hasDesktop(desktop)).toBe(true);
    expect(hasDesktop({ ...desktop, environment: {} })).toBe(false);
    expect(hasDesktop({ ...desktop, isTerminal: false })).toBe(false);
    expect(hasDesktop({ ...desktop, environment: { DISPLAY: ':0', CI: 'true' } })).toBe(false);
    expect(hasDesktop({ isTerminal: true, platform: 'darwin', environment: {} })).toBe(true);
  });
});
