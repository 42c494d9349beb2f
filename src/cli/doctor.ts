/** `cupola doctor`: what is there and what is missing, with the command that mends it. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { defaultWorkers } from '../cluster/threads.js';
import { textTable } from '../figures/text-table.js';
import { PAGE_FOLDER, packageVersion } from '../server/package-files.js';
import { loadCatalogue } from './frame/catalogue-file.js';
import type { Command, CommandInput } from './frame/command.js';
import { BadInput, KnownFault } from './frame/failures.js';
import { provenanceOf } from './frame/provenance.js';

const NODE_AT_LEAST = [20, 19] as const;
const OPTIONAL_PEERS = ['@duckdb/node-api', 'bullmq', 'ioredis', 'highs'];

interface Finding {
  readonly name: string;
  /** `missing` keeps a command from working; `absent` only leaves out something optional. */
  readonly state: 'ok' | 'missing' | 'absent';
  readonly found: string;
  readonly hint: string;
}

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'check this installation',
  usage: ['doctor'],
  arguments: [],
  flags: [],
  examples: [['cupola doctor', 'Node, catalogue, page, browser, cores and optional parts']],
  run: doctor,
};

async function doctor({ flags, output, commandLine }: CommandInput): Promise<number> {
  if (flags.problems.length > 0) throw new BadInput(flags.problems);
  const catalogue = findCatalogue();
  const checks = [checkNode(), catalogue.finding, checkPage(), checkBrowser(), { name: 'worker threads', state: 'ok' as const, found: `${defaultWorkers()} by default`, hint: '' }, ...OPTIONAL_PEERS.map(checkPeer)];
  const isSound = checks.every((check) => check.state !== 'missing');
  const problems = checks
    .filter((check) => check.state === 'missing')
    .map((check) => ({ file: '', path: check.name, line: 0, found: check.found, expected: 'ok', hint: check.hint, severity: 'error' as const }));
  if (output.isJson) {
    output.json({ checks, problems, provenance: catalogue.identity === undefined ? null : provenanceOf(catalogue.identity, commandLine) });
  } else {
    output.print(textTable(['', '', '', ''].map((head) => ({ head, align: 'left' as const })), checks.map((check) => [MARKS[check.state], check.name, check.found, check.hint])));
    output.print(`\nCupola ${packageVersion()} ${isSound ? 'is ready' : 'needs the missing parts above'}.`);
  }
  return isSound ? 0 : 1;
}

const MARKS: Readonly<Record<Finding['state'], string>> = { ok: 'ok', missing: 'MISSING', absent: '-' };

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isNew = major > NODE_AT_LEAST[0] || (major === NODE_AT_LEAST[0] && minor >= NODE_AT_LEAST[1]);
  return { name: 'Node', state: isNew ? 'ok' : 'missing', found: process.versions.node, hint: isNew ? '' : `install Node ${NODE_AT_LEAST.join('.')} or newer` };
}

function findCatalogue(): { finding: Finding; identity?: { engineVersion: string; dataHash: string } } {
  try {
    const catalogue = loadCatalogue();
    const cards = Object.values(catalogue.kinds).reduce((sum, kind) => sum + Object.keys(kind).length, 0);
    return {
      finding: { name: 'catalogue', state: 'ok', found: `${cards} cards, data ${catalogue.dataHash.slice(0, 12)}, engine ${catalogue.engineVersion.slice(0, 12)}`, hint: '' },
      identity: catalogue,
    };
  } catch (error) {
    return { finding: { name: 'catalogue', state: 'missing', found: error instanceof KnownFault ? 'not built' : String(error), hint: 'npm run build' } };
  }
}

function checkPage(): Finding {
  const isBuilt = existsSync(join(PAGE_FOLDER, 'index.html'));
  return { name: 'page', state: isBuilt ? 'ok' : 'missing', found: isBuilt ? 'built' : 'not built', hint: isBuilt ? '' : 'npm run build' };
}

/** Only the browser tests and PDFs of reports need one. */
function checkBrowser(): Finding {
  const named = process.env['CUPOLA_CHROMIUM'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = named !== undefined && named !== '' ? [named] : ['chromium', 'chromium-browser', 'google-chrome', 'chrome'].flatMap((name) => folders.map((folder) => join(folder, name)));
  const browser = found.find((file) => existsSync(file));
  if (browser !== undefined) return { name: 'Chromium', state: 'ok', found: browser, hint: '' };
  return { name: 'Chromium', state: 'absent', found: 'not found', hint: 'only browser tests and cupola report --pdf need it; CUPOLA_CHROMIUM names one' };
}

function checkPeer(name: string): Finding {
  try {
    createRequire(import.meta.url).resolve(name);
    return { name, state: 'ok', found: 'installed', hint: '' };
  } catch {
    return { name, state: 'absent', found: 'not installed', hint: 'optional; not used by this version' };
  }
}
