import { type Command, Option } from 'commander';
import type { Lang } from '../breakdown/lang.js';
import type { Io } from './io.js';
import { shown } from '../shown.js';
import { Stop } from './stop.js';

const LANGS: readonly Lang[] = ['en', 'zh'];

/** The option of every command that speaks both languages. */
export interface LangOption {
  readonly lang?: Lang;
}

export function withLangOption(command: Command): Command {
  return command.addOption(
    new Option(
      '--lang <language>',
      'the language: `en`, or `zh` for Chinese; else what RECKON_LANG says',
    ).choices(LANGS),
  );
}

/** The option, else the environment's `RECKON_LANG`, else English: no locale changes what a command prints. */
export function langOf({ lang }: LangOption, { env }: Io): Lang {
  const wished = lang ?? env['RECKON_LANG'] ?? '';
  const found = LANGS.find((each) => each === wished);
  if (found === undefined && wished !== '')
    throw new Stop(`RECKON_LANG is \`${shown(wished)}\`: Reckon speaks \`en\` and \`zh\``);
  return found ?? 'en';
}
