import { reckon, type Written } from './memory-io.js';

/** A fenced block of a page: what stands after its opening fence, and its text. */
export interface Fence {
  readonly info: string;
  readonly text: string;
}

export function fencesOf(page: string): readonly Fence[] {
  return [...page.matchAll(/^```(.+)\n([^]*?)^```$/gm)].map(([, info = '', text = '']) => ({ info, text }));
}

/** The files a page shows: a block whose fence names one, as in "```json cart.json". */
export function filesOf(fences: readonly Fence[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fences.flatMap(({ info, text }) => (info.includes(' ') ? [[info.split(' ')[1] ?? '', text]] : [])),
  );
}

interface Ran {
  readonly code: number;
  readonly screen: string;
}

/** Runs the commands of a session (lines that begin with `$ `) and gives it with the output they have. */
export async function replay(session: string, files: Readonly<Record<string, string>>): Promise<string> {
  const commands = session.split('\n').filter((line) => line.startsWith('$ '));
  const written: Written = new Map();
  const ran: (Ran | undefined)[] = [];
  // One after the other: a command may read what an earlier one wrote.
  // oxlint-disable-next-line eslint/no-await-in-loop
  for (const command of commands) ran.push(await runLine(command.slice(2), files, written));
  return commands
    .map((command, index) => `${command}\n${ran[index]?.screen ?? `${ran[index - 1]?.code}\n`}`)
    .join('');
}

/** What the page's commands need of a shell: `reckon …`, `< FILE`, `> FILE`, `| head -n N`, `| tail -n N`. */
const LINE =
  /^reckon (?<args>[^<>|]+?)(?: < (?<file>\S+))?(?: > (?<to>\S+))?(?: \| (?<filter>head|tail) -n (?<count>\d+))?$/;

/** Nothing for `echo $?`, which tells the exit code of the command before. */
async function runLine(
  line: string,
  files: Readonly<Record<string, string>>,
  written: Written,
): Promise<Ran | undefined> {
  if (line === 'echo $?') return undefined;
  const { args = '', file = '', to, filter, count } = LINE.exec(line)?.groups ?? {};
  if (args === '') throw new Error(`no command that this page may use: ${line}`);
  const ran = await reckon(args.split(' '), { files, input: files[file] ?? '' }, written);
  if (to !== undefined) {
    written.set(to, ran.out);
    return { code: ran.code, screen: ran.err };
  }
  if (filter === undefined) return ran;
  const lines = ran.out.split(/(?<=\n)/);
  const kept = filter === 'head' ? lines.slice(0, Number(count)) : lines.slice(-Number(count));
  return { code: 0, screen: kept.join('') + ran.err };
}
