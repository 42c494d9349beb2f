/** A python program beside ours, asked line by line: it answers each line on its input with one on its output. */
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface PythonPeer {
  ask(line: string): Promise<string>;
  close(): void;
}

/** Starts `program`, which may import `modules`; undefined where python3 or one of them is not installed. One thread. */
export function startPython(program: string, modules: readonly string[]): PythonPeer | undefined {
  const env = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' };
  if (spawnSync('python3', ['-c', modules.map((name) => `import ${name}`).join('\n')], { env, stdio: 'ignore' }).status !== 0) return undefined;
  const child = spawn('python3', ['-c', program], { stdio: ['pipe', 'pipe', 'inherit'], env });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(line) {
      child.stdin.write(`${line}\n`);
      const { value, done } = await lines.next();
      if (done === true) throw new Error('the python peer ended without an answer');
      return String(value);
    },
    close: () => child.stdin.end(),
  };
}
