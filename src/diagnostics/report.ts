import { type Code, type Diagnostic, diagnostic, type FixAt, type Params } from './diagnostic.js';
import { SourceText } from './source.js';

/** Where a mistake stands: UTF-16 offsets in a file, `end` exclusive. */
interface Place {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Collects the diagnostics of one run over one or several files. */
export class Report {
  readonly #sources = new Map<string, SourceText>();
  readonly #found: Diagnostic[] = [];

  addSource(source: SourceText): void {
    this.#sources.set(source.file, source);
  }

  add<C extends Code>(code: C, place: Place, params: Params<C>, fix?: FixAt): void {
    const source = this.#sources.get(place.file) ?? new SourceText(place.file, '');
    this.#found.push(diagnostic(code, source, place.start, place.end, params, fix));
  }

  get hasErrors(): boolean {
    return this.#found.some((found) => found.severity === 'error');
  }

  /** All that was found, by file in the order the files were read, then by place. */
  get diagnostics(): readonly Diagnostic[] {
    const order = [...this.#sources.keys()];
    return this.#found.toSorted(
      (a, b) => order.indexOf(a.file) - order.indexOf(b.file) || a.line - b.line || a.column - b.column,
    );
  }
}
