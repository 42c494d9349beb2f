/**
 * The worker of a chapter: started when first asked, sent the public data once, and dismissed where nobody waits for what it is at.
 * A study cannot be interrupted from within, so one that is not wanted any more goes with its worker.
 */
import type { Catalogue } from '../../scenario/catalogue.js';

export interface Background<Request extends object> {
  /** From `ask` until `rest` or `dismiss`. */
  readonly isBusy: boolean;
  ask(request: Request, catalogue: Catalogue): void;
  /** A word to the worker that is there; nothing where there is none. */
  tell(request: Request): void;
  rest(): void;
  dismiss(): void;
}

interface BackgroundParts<Reply> {
  /** Written out where the chapter is, because the bundler looks for the worker's file there. */
  start(): Worker;
  hear(reply: Reply): void;
  fail(why: string): void;
}

export function createBackground<Request extends object, Reply>({ start, hear, fail }: BackgroundParts<Reply>): Background<Request> {
  let worker: Worker | undefined, isBusy = false;
  const dismiss = (): void => {
    worker?.terminate();
    worker = undefined;
    isBusy = false;
  };
  const hire = (): Worker => {
    const started = start();
    started.onmessage = ({ data }: MessageEvent<Reply>) => { if (started === worker) hear(data); };
    started.onerror = (event) => {
      event.preventDefault();
      if (started !== worker) return;
      dismiss();
      fail(event.message || 'The background worker could not be loaded.');
    };
    return started;
  };
  return {
    get isBusy() { return isBusy; },
    ask(request, catalogue) {
      const isNew = worker === undefined;
      worker ??= hire();
      isBusy = true;
      worker.postMessage(isNew ? { ...request, catalogue } : request);
    },
    tell: (request) => worker?.postMessage(request),
    rest() { isBusy = false; },
    dismiss,
  };
}
