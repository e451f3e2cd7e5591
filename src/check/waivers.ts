import { type Code, type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { messages } from '../diagnostics/messages.js';
import { SourceText } from '../diagnostics/source.js';
import type { Comment, File, Node, Span, Statement } from '../syntax/ast.js';
import type { Program } from './program.js';

/** One code in a comment such as `# accept RK2101, RK2006: the club's price comes on top, on purpose`. */
interface Waiver {
  readonly code: string;
  readonly span: Span;
  readonly reason: string;
  /** The lines whose findings it accepts, both inclusive. */
  readonly from: number;
  readonly to: number;
  used: boolean;
}

const ACCEPT =
  /^#+\s*accept\s+(?<codes>RK\w*(?:[\s,，]+RK\w*)*)(?<all>\s+in\s+this\s+file)?\s*(?:[:：](?<reason>.*))?/iu;

/** The comments of a program that accept findings. Errors cannot be accepted. */
export class Waivers {
  readonly #byFile: ReadonlyMap<string, readonly Waiver[]>;
  readonly #source: SourceText;

  constructor({ files, root }: Program, sources: ReadonlyMap<string, SourceText>) {
    const sourceOf = ({ span: { file } }: File): SourceText => sources.get(file) ?? new SourceText(file, '');
    this.#source = sourceOf(root);
    this.#byFile = new Map(files.map((file) => [file.span.file, waiversOf(file, sourceOf(file))]));
  }

  /** The findings that no comment accepts. */
  without(found: readonly Diagnostic[]): readonly Diagnostic[] {
    return found.filter((each) => !this.#accepts(each));
  }

  #accepts({ code, file, line, severity }: Diagnostic): boolean {
    if (severity === 'error') return false;
    const by = (this.#byFile.get(file) ?? []).filter(
      (waiver) => waiver.code === code && waiver.from <= line && line <= waiver.to,
    );
    for (const waiver of by) waiver.used = true;
    return by.length > 0;
  }

  /** Comments that accept nothing or give no reason. Those of imports are for whoever checks the import. */
  faults(): readonly Diagnostic[] {
    return (this.#byFile.get(this.#source.file) ?? []).flatMap(
      (waiver) => faultOf(waiver, this.#source) ?? [],
    );
  }
}

function faultOf({ code, reason, span, used }: Waiver, source: SourceText): Diagnostic | undefined {
  const { end, start } = span;
  const refusal = refusalOf(code);
  if (refusal !== undefined) return diagnostic('RK2902', source, start, end, { code, ...refusal });
  if (!used) return diagnostic('RK2903', source, start, end, { code });
  return reason === '' ? diagnostic('RK2901', source, start, end, { code }) : undefined;
}

function refusalOf(code: string): { readonly why: string; readonly help: string } | undefined {
  if (!Object.hasOwn(messages, code)) {
    return { why: 'there is no such code', help: 'write the code as `reckon check` prints it' };
  }
  if (messages[code as Code].severity !== 'error') return undefined;
  return { why: 'it is an error', help: 'mend what it is about: nothing is priced by a file with errors' };
}

function waiversOf(file: File, source: SourceText): readonly Waiver[] {
  if (file.comments.length === 0) return [];
  let ends: ReadonlyMap<number, number> | undefined;
  return file.comments.flatMap((comment) => {
    const { all, codes, reason = '' } = ACCEPT.exec(comment.text)?.groups ?? {};
    if (codes === undefined) return [];
    ends ??= endsOf(file, source);
    const line = lineFor(comment, source);
    const reach = all === undefined ? { from: line, to: ends.get(line) ?? line } : { from: 1, to: Infinity };
    const start = comment.span.start + comment.text.indexOf(codes);
    return [...codes.matchAll(/RK\w*/giu)].map(({ 0: code, index }) => ({
      code: code.toUpperCase(),
      span: { ...comment.span, start: start + index, end: start + index + code.length },
      reason: reason.trim(),
      ...reach,
      used: false,
    }));
  });
}

/** The line a comment speaks of: its own, or the one below where it stands alone, or below further comments. */
function lineFor({ span }: Comment, source: SourceText): number {
  const { column, line } = source.position(span.start);
  if (
    source
      .line(line)
      .slice(0, column - 1)
      .trim() !== ''
  )
    return line;
  let next = line + 1;
  while (/^\s*#/.test(source.line(next))) next += 1;
  return next;
}

/** The last line of each statement and clause, by its first: a comment there speaks of all of it. */
function endsOf({ statements }: File, source: SourceText): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const { span } of statements.flatMap(withClauses)) {
    const first = source.position(span.start).line;
    ends.set(first, Math.max(ends.get(first) ?? first, source.position(span.end).line));
  }
  return ends;
}

function withClauses(statement: Statement): readonly Node[] {
  const isPromotion = statement.kind === 'promotion' || statement.kind === 'coupon';
  return isPromotion ? [statement, ...statement.clauses] : [statement];
}
