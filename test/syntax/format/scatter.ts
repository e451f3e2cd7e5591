import { scan } from '../../../src/syntax/lexing/scan.js';
import { Mistakes } from '../../../src/syntax/mistakes.js';
import type { Random } from '../../support/generate/random.js';

/** The tokens of a text as they are written, each with whether nothing stands between it and the one before. */
function tokensOf(text: string): readonly { readonly image: string; readonly close: boolean }[] {
  const { tokens } = scan('', text, new Mistakes('', text));
  return tokens.map(({ endOffset = 0, startOffset }, index) => ({
    image: text.slice(startOffset, endOffset + 1),
    close: tokens[index - 1]?.endOffset === startOffset - 1,
  }));
}

/** The tokens of a text with one space between them. */
export function plain(text: string): string {
  return tokensOf(text)
    .map(({ close, image }) => (close ? image : ` ${image}`))
    .join('');
}

/** The tokens of a text with other spaces and line breaks between them, but no blank line. */
export function scattered(text: string, random: Random): string {
  return tokensOf(text)
    .map(({ close, image }) => (close && random.chance(0.5) ? '' : spaces(random)) + image)
    .join('');
}

function spaces(random: Random): string {
  const end = random.pick(['', '', '', '\n', '\r\n', '\r']);
  return `${random.pick([' ', '  ', '\t', '\u3000'])}${end}${random.pick(['', ' ', '      ', '\t\t'])}`;
}

/** The same with comments and blank lines between the tokens. */
export function commented(text: string, random: Random): string {
  let count = 0;
  const comment = (): string =>
    `${random.pick(['# ', '#', '  ## '])}${(count += 1)}${random.pick(['', '  '])}`;
  const gap = (): string => {
    const remarks = Array.from({ length: random.int(1, 3) }, () => comment());
    return remarks
      .map((remark) => `${spaces(random)}${remark}${random.pick(['\n', '\r\n', '\n\n', '\n\n\n\n'])}`)
      .join('');
  };
  const chance = random.pick([0.02, 0.3]);
  const parts = tokensOf(text).map(({ close, image }) => {
    if (random.chance(chance)) return gap() + image;
    return (close ? '' : spaces(random).repeat(random.int(1, 3))) + image;
  });
  return parts.join('') + (random.chance(0.5) ? gap() : '');
}

/** Some of the tokens of a text with a few lost, doubled or put in another's place: now and then a rule file still. */
export function mangled(text: string, random: Random): string {
  const tokens = tokensOf(text).map(({ image }) => image);
  const from = random.int(0, Math.max(0, tokens.length - 40));
  const stretch = tokens.slice(from, from + 40);
  for (let count = random.int(1, 3); count > 0; count -= 1) {
    const other = random.pick(tokens);
    stretch.splice(
      random.int(0, stretch.length),
      random.int(0, 1),
      ...random.pick([[], [other], [other, other]]),
    );
  }
  return stretch.join(random.pick([' ', '\n', '  # c\n']));
}
