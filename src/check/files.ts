import type { Text } from '../syntax/ast.js';
import { readCsv, type Row } from './csv.js';
import type { Findings } from './findings.js';

/** What gives the text of a file by its path; nothing for one that it does not have. */
export interface Host {
  read(path: string): string | undefined;
}

/** A host that has no files. */
export const NO_FILES: Host = { read: () => undefined };

export interface FoundFile {
  readonly path: string;
  readonly text: string;
}

/** The file that a path names, seen from the file in which it is written; one that cannot be read is reported. */
export function readFile(path: Text, host: Host, findings: Findings): FoundFile | undefined {
  if (path.value === '') return undefined;
  const resolved = resolvePath(path.span.file, path.value);
  const text = textOf(resolved, host);
  if (text === undefined) findings.add('RK1040', path.span, { path: resolved });
  return text === undefined ? undefined : { path: resolved, text };
}

/** The records of a CSV file. */
export function readCsvFile(path: Text, host: Host, findings: Findings): readonly Row[] | undefined {
  const file = readFile(path, host, findings);
  return file && readCsv(file.path, file.text, findings);
}

/** A host that throws, or gives anything but text, has no such file. */
function textOf(path: string, host: Host): string | undefined {
  try {
    const text: unknown = host.read(path);
    return typeof text === 'string' ? wellFormed(text) : undefined;
  } catch {
    return undefined;
  }
}

/** A lone surrogate is read as a UTF-8 decoder would have read it, so that every text can be written as UTF-8 again. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}

/** A path beside another file's, by POSIX rules; one that begins with `/` stands for itself. */
export function resolvePath(from: string, path: string): string {
  const folder = from.includes('/') ? from.slice(0, from.lastIndexOf('/') + 1) : '';
  const whole = path.startsWith('/') ? path : folder + path;
  const parts: string[] = [];
  for (const part of whole.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !whole.startsWith('/')) parts.push(part);
  }
  return `${whole.startsWith('/') ? '/' : ''}${parts.join('/')}`;
}
