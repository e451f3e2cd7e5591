import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FILES } from './shop.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The environment of the processes: nothing that colours or debugs. */
export const env: Readonly<Record<string, string>> = { PATH: process.env['PATH'] ?? '' };

/** The bundled command as a process, in a folder of its own. */
export class Bundled {
  /** With the launcher, the bundled command and the shop's files. */
  readonly folder: string = mkdtempSync(join(tmpdir(), 'reckon-command-'));
  readonly launcher: string = join(this.folder, 'bin/reckon.js');

  constructor() {
    cpSync(join(ROOT, 'bin'), join(this.folder, 'bin'), { recursive: true });
    writeFileSync(join(this.folder, 'package.json'), '{ "type": "module" }');
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(this.folder, name), text);
    execFileSync(process.execPath, ['scripts/bundle.js', join(this.folder, 'dist')], { cwd: ROOT });
  }

  reckon(args: readonly string[], input = ''): Ended {
    return this.#run(process.execPath, [this.launcher, ...args], input);
  }

  /** A line of the shell, in which `reckon` is the command. */
  shell(line: string): Ended {
    const script = `set -o pipefail; reckon() { "${process.execPath}" "${this.launcher}" "$@"; }; ${line}`;
    return this.#run('bash', ['--norc', '-c', script]);
  }

  #run(command: string, args: readonly string[], input = ''): Ended {
    const { status, stderr, stdout } = spawnSync(command, args, {
      cwd: this.folder,
      env,
      input,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    return { code: status, out: stdout, err: stderr };
  }
}
