import type { IToken } from 'chevrotain';
import type { Comment } from './ast.js';
import {
  HashComment,
  lex,
  RawClock,
  RawDate,
  RawNumber,
  RawQuotedName,
  RawSign,
  RawText,
  RawWord,
} from './lexer.js';
import {
  ClockToken,
  DateToken,
  Identifier,
  keywordTypes,
  NumberToken,
  PercentToken,
  QuotedName,
  signTypes,
  TextToken,
} from './tokens.js';
import type { TokenType } from 'chevrotain';

export function scan(source: string, file: string): { tokens: IToken[]; comments: Comment[] } {
  const tokens: IToken[] = [];
  const comments: Comment[] = [];
  const become = (token: IToken, type: TokenType, image = token.image): void => {
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx!;
    token.image = image;
    tokens.push(token);
  };
  for (const token of lex(source)) {
    switch (token.tokenType) {
      case RawWord:
        become(token, keywordTypes.get(token.image) ?? Identifier);
        break;
      case RawText:
        become(token, TextToken, token.image.slice(1, -1));
        break;
      case RawQuotedName:
        become(token, QuotedName, token.image.slice(1, -1));
        break;
      case RawDate:
        become(token, DateToken);
        break;
      case RawClock:
        become(token, ClockToken);
        break;
      case RawNumber:
        if (token.image.endsWith('%')) become(token, PercentToken, token.image.slice(0, -1));
        else become(token, NumberToken);
        break;
      case RawSign:
        become(token, signTypes.get(token.image)!);
        break;
      case HashComment:
        comments.push({
          text: token.image,
          span: { file, start: token.startOffset, end: token.endOffset! + 1 },
        });
        break;
    }
  }
  return { tokens, comments };
}
