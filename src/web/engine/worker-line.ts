/**
 * One Web Worker and the queue in front of it: one job at a time, urgent ones first, so that a story does not wait
 * behind the shards of a study. A job that has been given up before it started is never sent.
 */
import type { JobKind, JobReply, Jobs } from './messages.js';

interface Waiting {
  readonly kind: JobKind;
  readonly input: unknown;
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
}

export class WorkerLine {
  private readonly worker: Worker;
  private readonly waiting: Waiting[] = [];
  private current: Waiting | undefined;
  private nextId = 1;

  constructor(worker: Worker) {
    this.worker = worker;
    worker.onmessage = (event: MessageEvent<JobReply>) => this.finish(event.data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.finish({ id: this.nextId, ok: false, message: event.message || 'the simulation worker could not be loaded' });
    };
  }

  /** Runs a job after those already waiting, or before them when it is urgent. */
  ask<K extends JobKind>(kind: K, input: Jobs[K]['input'], urgency: 'urgent' | 'queued' = 'queued'): Promise<Jobs[K]['output']> {
    return new Promise<Jobs[K]['output']>((resolve, reject) => {
      const job: Waiting = { kind, input, resolve, reject };
      if (urgency === 'urgent') this.waiting.unshift(job);
      else this.waiting.push(job);
      this.advance();
    });
  }

  get load(): number {
    return this.waiting.length + (this.current === undefined ? 0 : 1);
  }

  /** Ends the worker at once; what it was asked is given up. */
  dismiss(): void {
    this.worker.terminate();
    const error = new Error('the worker was dismissed');
    error.name = 'AbortError';
    for (const job of [...(this.current === undefined ? [] : [this.current]), ...this.waiting.splice(0)]) job.reject(error);
    this.current = undefined;
  }

  private advance(): void {
    if (this.current !== undefined) return;
    this.current = this.waiting.shift();
    if (this.current !== undefined) this.worker.postMessage({ id: this.nextId, kind: this.current.kind, input: this.current.input });
  }

  private finish(reply: JobReply): void {
    const job = this.current;
    if (job === undefined || reply.id !== this.nextId) return;
    this.current = undefined;
    this.nextId++;
    if (reply.ok) job.resolve(reply.output as never);
    else job.reject(new Error(reply.message));
    this.advance();
  }
}
