/** Where a command speaks: answers on standard output, everything else on standard error; colour only for terminals. */

/** The part of a stream that is needed; tests give their own. */
export interface TextStream {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

const STYLES = { bold: ['\u001b[1m', '\u001b[22m'], dim: ['\u001b[2m', '\u001b[22m'], red: ['\u001b[31m', '\u001b[39m'], yellow: ['\u001b[33m', '\u001b[39m'] } as const;

export class Output {
  constructor(
    readonly stdout: TextStream,
    readonly stderr: TextStream,
    readonly isJson: boolean,
  ) {}

  /** Answers for people. */
  print(text = ''): void {
    this.stdout.write(`${text}\n`);
  }

  /** The one JSON document. */
  json(value: unknown): void {
    this.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  note(text: string): void {
    this.stderr.write(`${text}\n`);
  }

  styled(style: keyof typeof STYLES, text: string, stream: TextStream = this.stdout): string {
    if (stream.isTTY !== true || (process.env['NO_COLOR'] ?? '') !== '') return text;
    const [on, off] = STYLES[style];
    return on + text + off;
  }
}
