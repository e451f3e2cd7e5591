import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Disagreement } from '../yardstick/priced.js';
import type { Answer, Answers, Request } from './protocol.js';

/** The plan of a million promotions outgrows the heap that Node gives by itself. */
const HEAP_MEGABYTES = 12_288;

/** A process that holds one entry, asked one thing at a time. */
export class Worker {
  readonly #child: ChildProcess;

  /** `flags` are those of Node. */
  constructor(flags: readonly string[] = []) {
    const file = fileURLToPath(new URL('child.js', import.meta.url));
    const execArgv = [`--max-old-space-size=${HEAP_MEGABYTES}`, ...flags];
    this.#child = fork(file, { execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  }

  /** Throws where an entry priced a cart differently than it must. */
  async ask<K extends Request['kind']>(request: Request & { readonly kind: K }): Promise<Answers[K]> {
    const found = await this.#send(request);
    if (found.kind === 'answer') return found.value as Answers[K];
    throw found.kind === 'disagreement' ? new Disagreement(found.message) : new Error(found.message);
  }

  async #send(request: Request): Promise<Answer> {
    return await new Promise((resolve, reject) => {
      const ended = (code: number | null): void => reject(new Error(`an entry's process ended with ${code}`));
      this.#child.once('exit', ended);
      this.#child.once('message', (message) => {
        this.#child.off('exit', ended);
        resolve(message as Answer);
      });
      this.#child.send(request);
    });
  }

  stop(): void {
    this.#child.kill();
  }
}
