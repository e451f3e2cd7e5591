import type { SourceText } from '../diagnostics/source.js';
import type { Plan } from '../plan/types.js';
import { planOf } from '../ruleset.js';
import { format } from '../syntax/format.js';
import { parse } from '../syntax/index.js';
import { reportDiagnostics } from './diagnostics.js';
import type { Io } from './io.js';
import { readPlan } from './plans.js';
import { compileFile } from './rules.js';
import type { TerminalOptions } from './terminal.js';

/** The rules of one side: a rule file, or a plan. */
export interface Rules {
  readonly file: string;
  readonly plan: Plan;
  /** The canonical text of a promotion; of a plan there is none. */
  readonly textOf: (promotion: string) => string | undefined;
}

/** Reads a plan where the name ends in `.json`, a rule file otherwise. Nothing, once it is told, where it has errors. */
export function readRules(file: string, options: TerminalOptions, io: Io): Promise<Rules | undefined> {
  return file.endsWith('.json') ? planRules(file, io) : Promise.resolve(compileRules(file, options, io));
}

function compileRules(file: string, options: TerminalOptions, io: Io): Rules | undefined {
  const { result, sources } = compileFile(file, io);
  reportDiagnostics(result.diagnostics, sources, options, io);
  if (!result.ok) return undefined;
  return { file, plan: planOf(result.ruleset), textOf: textsIn([...sources.values()]) };
}

async function planRules(file: string, io: Io): Promise<Rules | undefined> {
  const read = await readPlan(file, io);
  return read && { file, plan: read.plan, textOf: () => undefined };
}

/** Sources are parsed when the first text is asked for, which is never where the rules are alike. */
function textsIn(sources: readonly SourceText[]): Rules['textOf'] {
  let texts: ReadonlyMap<string, string> | undefined;
  return (promotion) => {
    texts ??= new Map(sources.filter(({ file }) => file.endsWith('.reckon')).flatMap(promotionTexts));
    const text = texts.get(promotion);
    return text === undefined ? undefined : canonical(text);
  };
}

function promotionTexts({ file, text }: SourceText): readonly (readonly [id: string, text: string])[] {
  return parse(text, file).file.statements.flatMap((statement) =>
    statement.kind === 'promotion' || statement.kind === 'coupon'
      ? [[statement.name.text, text.slice(statement.span.start, statement.span.end)] as const]
      : [],
  );
}

/** Set anew, so that layout makes no difference; as it stands where it cannot be read alone. */
function canonical(text: string): string {
  const formatted = format(text);
  return (formatted.ok ? formatted.text : text).trim();
}
