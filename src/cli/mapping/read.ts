import { type AnyNode, parse } from '@humanwhocodes/momoa';
import type { z } from 'zod';
import { show } from '../../cart/show.js';
import { didYouMean } from '../../cart/values.js';
import { excerpt } from '../../diagnostics/frame.js';
import { SourceText } from '../../diagnostics/source.js';
import { shown } from '../../shown.js';
import { counted } from '../../breakdown/text-page.js';
import { quoted, readText } from '../input.js';
import type { Io } from '../io.js';
import { jsonMistake } from '../json-mistake.js';
import { Stop } from '../stop.js';
import { type Mapping, NAMES, schemaFor } from './shape.js';

type Steps = readonly PropertyKey[];

/** Something wrong with a mapping, or to note of it. */
export interface Finding {
  readonly severity: 'error' | 'note';
  /** The members that lead to where it stands; `isName` for the name of the last one itself. */
  readonly steps: Steps;
  readonly isName?: boolean;
  readonly message: string;
  readonly help: string;
}

/** A mapping, and where it is written. */
export interface MappingFile {
  readonly mapping: Mapping;
  readonly report: (findings: readonly Finding[], io: Io) => void;
}

/** Reads a mapping file; nothing, once all that is wrong with its form is told. */
export function readMapping(path: string, io: Io): MappingFile | undefined {
  const text = readText(path, io);
  const value = parsed(text, path);
  const report = (findings: readonly Finding[], on: Io): void => tell(findings, path, text, on);
  const read = schemaFor(value).safeParse(value);
  if (read.success) return { mapping: read.data, report };
  report(
    read.error.issues.flatMap((issue) => findingsOf(issue, value)),
    io,
  );
  return undefined;
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Stop(`${quoted(path)} is not JSON: ${jsonMistake(text)}`);
  }
}

function findingsOf(issue: z.core.$ZodIssue, mapping: unknown): readonly Finding[] {
  const steps = issue.path;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      severity: 'error',
      steps: [...steps, key],
      isName: true,
      message: `a mapping has no \`${shown(key)}\`${steps.length === 0 ? '' : ` in \`${wordsOf(steps)}\``}`,
      help: didYouMean(key, NAMES) || 'remove it; `docs/mapping.md` lists what there is',
    }));
  const found = valueAt(mapping, steps);
  const place = steps.length === 0 ? 'a mapping' : `\`${wordsOf(steps)}\``;
  return [
    {
      severity: 'error',
      steps,
      message:
        found === undefined
          ? `${place} is missing`
          : `${place} must be ${issue.message}, found ${show(found)}`,
      help:
        found === undefined ? `add it: ${issue.message}` : '`docs/mapping.md` shows mappings to start from',
    },
  ];
}

function wordsOf(steps: Steps): string {
  return shown(steps.map(String).join('.'));
}

function valueAt(value: unknown, steps: Steps): unknown {
  let found = value;
  for (const step of steps) {
    // The schema reads a path alone as an object with `from`.
    if (typeof found !== 'object' || found === null) return found;
    if (!Object.hasOwn(found, step)) return step === 'from' && Array.isArray(found) ? found : undefined;
    found = (found as Record<PropertyKey, unknown>)[step];
  }
  return found;
}

function tell(findings: readonly Finding[], path: string, text: string, io: Io): void {
  const source = new SourceText(path, text);
  const root: AnyNode = parse(text);
  for (const { severity, steps, isName = false, message, help } of findings) {
    const { start, end } = nodeAt(root, steps, isName).loc;
    const stretch = {
      file: path,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
    };
    const gutter = ' '.repeat(String(start.line).length);
    io.err.write(
      `${[`${severity}: ${message}`, ...excerpt(stretch, source), `${gutter} = help: ${help}`].join('\n')}\n\n`,
    );
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) io.err.write(`${counted(errors, 'error')} in ${shown(path)}\n`);
}

/** The value that the steps lead to, or the last one on the way that is there. */
function nodeAt(root: AnyNode, steps: Steps, isName: boolean): AnyNode {
  let node = root.type === 'Document' ? root.body : root;
  for (const [index, step] of steps.entries()) {
    if (node.type === 'Array' && typeof step === 'number') node = node.elements[step]?.value ?? node;
    if (node.type !== 'Object') continue;
    const member = node.members.findLast(({ name }) => name.type === 'String' && name.value === step);
    if (member === undefined) return node;
    if (isName && index === steps.length - 1) return member.name;
    node = member.value;
  }
  return node;
}
