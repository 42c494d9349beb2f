/** Opening a page in the user's browser, only where there is somebody in front of a desktop. */
import { spawn } from 'node:child_process';

export interface Surroundings {
  readonly isTerminal: boolean;
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export function hasDesktop({ isTerminal, platform, environment }: Surroundings): boolean {
  if (!isTerminal || isSet(environment['CI']) || isSet(environment['SSH_CONNECTION'])) return false;
  return platform === 'darwin' || platform === 'win32' || isSet(environment['DISPLAY']) || isSet(environment['WAYLAND_DISPLAY']);
}

/** Starts the system's opener and forgets it: a desktop without one is no reason to fail. */
export function openInBrowser(url: string, platform: NodeJS.Platform = process.platform): void {
  const [program, ...words] = platform === 'darwin' ? ['open', url] : platform === 'win32' ? ['cmd', '/c', 'start', '', url] : ['xdg-open', url];
  const child = spawn(program ?? 'xdg-open', words, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false' && value !== '0';
}
