import { resolvePath } from '../check/files.js';
import { quoted } from './input.js';
import type { Io } from './io.js';
import { Stop } from './stop.js';
import { isPassedOver } from './watcher.js';

/** A rule file to be read; one that was found in a folder may be no file of its own but a part of another. */
export interface RuleFile {
  readonly path: string;
  readonly isFound: boolean;
}

/** The rule files that paths name, each once: files as they are, of folders every `.reckon` file below them. */
export function ruleFiles(paths: readonly string[], io: Io): readonly RuleFile[] {
  const files = new Map<string, RuleFile>();
  for (const path of paths) {
    for (const file of below(path, io) ?? [{ path: plain(path), isFound: false }]) {
      if (!file.isFound || !files.has(file.path)) files.set(file.path, file);
    }
  }
  return [...files.values()];
}

/** The same for a command that cannot do anything without one. */
export function someRuleFiles(paths: readonly string[], io: Io): readonly RuleFile[] {
  const files = ruleFiles(paths, io);
  if (files.length > 0) return files;
  throw new Stop(noRuleFile(paths));
}

export function noRuleFile(paths: readonly string[]): string {
  return `no rule file found in ${paths.map(quoted).join(', ')}: they end in .reckon`;
}

/** Nothing for what is no folder: reading it as a file tells what is wrong with it. */
function below(folder: string, io: Io): readonly RuleFile[] | undefined {
  let entries: ReturnType<Io['readFolder']>;
  try {
    entries = io.readFolder(folder);
  } catch {
    return undefined;
  }
  const sorted = entries
    .filter(({ name }) => !isPassedOver(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.flatMap(({ name, isFolder }): readonly RuleFile[] => {
    const path = plain(`${folder}/${name}`);
    if (isFolder) return below(path, io) ?? [];
    return name.endsWith('.reckon') ? [{ path, isFound: true }] : [];
  });
}

/** Without `./` and doubled slashes, as diagnostics and imports have it. */
function plain(path: string): string {
  return resolvePath('', path);
}
