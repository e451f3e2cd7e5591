import { shown } from '../../shown.js';
import { jsonMistake } from '../json-mistake.js';
import type { BadCart, Batch, Complaint, Job, Mistake, Outcome, Result } from './batch.js';
import { splitBytes } from './ndjson.js';
import { LineWriter } from './writer.js';

/** Does the job for every cart of a batch. */
export function serve(batch: Batch, job: Job): Result {
  const out = new LineWriter();
  let carts = 0;
  const bad: BadCart[] = [...batch.bad];
  const complaints: Complaint[] = [];
  let last = batch.bad.at(-1)?.line ?? 0;
  for (const { line, text } of linesOf(batch)) {
    last = line;
    const outcome = outcomeOf(text, line, job);
    if (outcome.ok) {
      carts += 1;
      out.add(outcome.text);
      for (const message of outcome.complaints ?? []) complaints.push({ line, message });
    } else bad.push({ line, mistakes: outcome.mistakes.map(plain) });
  }
  return { output: out.take(), carts, bad, complaints, last, tally: job.tally?.() };
}

interface Line {
  readonly line: number;
  /** Nothing where its bytes are no UTF-8. */
  readonly text: string | undefined;
}

/** The lines of a batch but for blank ones. */
function* linesOf({ bytes, first, numbers }: Batch): Generator<Line> {
  const lines = decoded(bytes)?.split('\n') ?? splitBytes(bytes).map(decoded);
  for (const [index, text] of lines.entries()) {
    if (text === undefined || text.trim() !== '') yield { line: numbers?.[index] ?? first + index, text };
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

function outcomeOf(text: string | undefined, line: number, job: Job): Outcome {
  if (text === undefined) return refused('is not UTF-8 text: save it as UTF-8');
  let value: unknown;
  try {
    value = job.parse === undefined ? JSON.parse(text) : job.parse(text);
  } catch {
    return refused(`is not JSON: ${jsonMistake(text).replace('line 1, ', '')}`);
  }
  return job.run(value, line);
}

function refused(sentence: string): Outcome {
  return { ok: false, mistakes: [{ message: `the line ${shown(sentence)}` }] };
}

/** A mistake without what only programs ask for. */
function plain({ code, message }: Mistake): Mistake {
  return code === undefined ? { message } : { code, message };
}
