import { dirname, resolve, sep } from 'node:path';
import { watch } from 'chokidar';

/** Files and folders that are watched. */
export interface Watch {
  /** Waits for a change: true; or for the user to end it: false. */
  change(): Promise<boolean>;
  close(): Promise<void>;
}

/** How long nothing more must happen, in milliseconds: an editor saves a file in several steps. */
const QUIET = 50;

/** What is watched: files, which need not be there yet, and the rule files below folders. */
export interface Watched {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** A file is watched through the folder it stands in, so that one which is replaced or comes later is noticed too. */
export async function watchFiles({ files, folders }: Watched): Promise<Watch> {
  const named = new Set(files.map((path) => resolve(path)));
  const around = new Set([...named].map((path) => dirname(path)));
  const whole = folders.map((path) => resolve(path));
  const isWithin = (path: string): boolean =>
    whole.some((folder) => path === folder || (path.startsWith(folder + sep) && !isPassedOver(path)));
  const watcher = watch([...around, ...whole], {
    ignoreInitial: true,
    ignored: (path) => !named.has(resolve(path)) && !around.has(resolve(path)) && !isWithin(resolve(path)),
  });
  /** What happened before anybody waited for it. */
  let happened: boolean | undefined;
  let wake: ((goOn: boolean) => void) | undefined;
  let fail: ((error: unknown) => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  const happen = (goOn: boolean): void => {
    happened = goOn;
    wake?.(goOn);
  };
  watcher.on('all', (_event, path) => {
    const isRules = path.endsWith('.reckon') && isWithin(resolve(path));
    if (!named.has(resolve(path)) && !isRules) return;
    clearTimeout(timer);
    timer = setTimeout(() => happen(true), QUIET);
  });
  watcher.on('error', (error) => fail?.(error));
  const interrupt = (): void => happen(false);
  process.once('SIGINT', interrupt);
  await new Promise<void>((done, reject) => {
    fail = reject;
    watcher.once('ready', done);
  });
  return {
    change: () =>
      new Promise((goOn, reject) => {
        [wake, fail] = [goOn, reject];
        if (happened !== undefined) goOn(happened);
      }),
    close: async () => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt);
      await watcher.close();
    },
  };
}

/** Hidden folders and installed packages hold no rules of the user's. */
export function isPassedOver(path: string): boolean {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name === 'node_modules' || (name.startsWith('.') && name !== '.' && name !== '..');
}
