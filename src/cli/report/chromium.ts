/** Finds a Chromium and has it print a report as PDF: pages, their numbers and their breaks are those of the report's own style sheet. */
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { KnownFault } from '../frame/failures.js';
import { plainReason, writeAtomically } from '../frame/files.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const LONGEST_MS = 120_000;
export const INSTALL_CHROMIUM = 'install Chromium (Debian: apt-get install chromium), or name one with --chromium PATH or CUPOLA_CHROMIUM';

/** The executable that was named, by flag or environment, else one on the path; nothing where there is none. */
export function findChromium(named: string | undefined): string | undefined {
  const asked = named ?? process.env['CUPOLA_CHROMIUM'];
  if (asked !== undefined && asked !== '') return isExecutable(asked) ? asked : undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Prints a document to `file`; the page has no script, forbids any, and is given no network. */
export async function printPdf(executable: string, page: string, file: string, signal: AbortSignal): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cupola-report-')), source = join(folder, 'report.html'), made = join(folder, 'report.pdf');
  try {
    writeAtomically(source, page);
    await runChromium(executable, [
      '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-extensions', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--proxy-server=127.0.0.1:9', `--user-data-dir=${join(folder, 'profile')}`, '--no-pdf-header-footer', '--generate-pdf-document-outline', `--print-to-pdf=${made}`, pathToFileURL(source).href,
    ], signal);
    if (!existsSync(made)) throw new KnownFault(`${executable} ended without a PDF.`);
    writeAtomically(file, readFileSync(made));
  } catch (error) {
    if (error instanceof KnownFault || signal.aborted) throw error;
    throw new KnownFault(`${file} could not be written: ${plainReason(error)}.`);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function runChromium(executable: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  const child = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe'], signal, timeout: LONGEST_MS, killSignal: 'SIGKILL' });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new KnownFault(`${executable} could not print the report (${code === null ? 'it took too long' : `exit ${code}`})${said.trim() === '' ? '' : `: ${said.trim().split('\n').at(-1) ?? ''}`}`);
}
