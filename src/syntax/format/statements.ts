import type {
  AttributeDeclaration,
  File,
  GuaranteeStatement,
  LayersStatement,
  LayerWord,
  LetStatement,
  ScenarioPart,
  Statement,
} from '../ast.js';
import { type Breaks, INDENT } from './breaks.js';
import { markClause, markLimit, markSetting } from './clauses.js';
import { markExpression } from './expressions.js';

/** More layers than these stand on a line each, even when none has words of its own. */
const FEW_LAYERS = 4;

/** Marks where the lines of a file begin, and where each may be broken when it is too long. */
export function markFile({ statements }: File, breaks: Breaks): void {
  for (const statement of statements) {
    const block = isBlock(statement);
    const deeper = block ? { inner: INDENT, hang: 2 * INDENT } : {};
    breaks.line(statement, { indent: 0, block, ...deeper });
    markStatement(statement, breaks);
  }
}

function isBlock(statement: Statement): boolean {
  switch (statement.kind) {
    case 'promotion':
    case 'coupon':
    case 'scenario':
      return true;
    case 'layers':
      return standsInLines(statement);
    default:
      return false;
  }
}

function markStatement(statement: Statement, breaks: Breaks): void {
  switch (statement.kind) {
    case 'timezone':
      breaks.together(statement.zone);
      break;
    case 'has':
      markAttributes(statement.attributes, breaks);
      break;
    case 'table':
      markAttributes(statement.columns, breaks);
      break;
    case 'layers':
      markLayers(statement, breaks);
      break;
    case 'promotion':
    case 'coupon':
      for (const clause of statement.clauses) {
        breaks.line(clause, { indent: INDENT });
        markClause(clause, breaks);
      }
      break;
    case 'allow':
      breaks.commas(statement.members, 0);
      break;
    case 'guarantee':
      markGuarantee(statement, breaks);
      break;
    case 'let':
      markLet(statement, breaks);
      break;
    case 'default':
      if (statement.setting.kind === 'counting') markSetting(statement.setting, 0, breaks);
      break;
    case 'scenario':
      for (const part of statement.parts) markScenarioPart(part, breaks);
      break;
    default:
      break;
  }
}

function markGuarantee({ condition, title }: GuaranteeStatement, breaks: Breaks): void {
  if (title !== undefined) breaks.soft.set(breaks.last(title.span) + 1, { level: 0, how: 'all' });
  markExpression(condition, 1, breaks);
}

function markAttributes(attributes: readonly AttributeDeclaration[], breaks: Breaks): void {
  for (const first of attributes.slice(0, 1)) breaks.before(first, 0, 'all');
  breaks.commas(attributes, 0);
  for (const { type } of attributes) if (type.kind === 'one-of') breaks.commas(type.members, 1);
}

function standsInLines({ cap, layers }: LayersStatement): boolean {
  const plain = cap === undefined && layers.every(({ words }) => words.length === 0);
  return layers.length > (plain ? FEW_LAYERS : 1);
}

function markLayers(statement: LayersStatement, breaks: Breaks): void {
  const { cap, layers } = statement;
  if (cap !== undefined) markExpression(cap, 1, breaks);
  const apart = standsInLines(statement);
  if (!apart) {
    for (const first of layers.slice(0, 1)) breaks.before(first, 0, 'all');
    breaks.commas(layers, 0);
  }
  for (const layer of layers) {
    if (apart) breaks.line(layer, { indent: INDENT });
    for (const word of layer.words) markLayerWord(word, breaks);
  }
}

function markLayerWord(word: LayerWord, breaks: Breaks): void {
  breaks.before(word, 1, 'fill');
  if (word.kind === 'capped' || word.kind === 'leave') markLimit(word, 2, breaks);
  else if (word.kind === 'counting') markSetting(word, 2, breaks);
}

function markLet({ name, value }: LetStatement, breaks: Breaks): void {
  if (value.kind === 'values-from') return;
  // Behind the name stands `=`, then the first value.
  if (value.kind === 'list') breaks.soft.set(breaks.last(name.span) + 2, { level: 0, how: 'all' });
  markExpression(value, 0, breaks);
}

function markScenarioPart(part: ScenarioPart, breaks: Breaks): void {
  const cart = part.kind === 'cart' ? { inner: 2 * INDENT, hang: 3 * INDENT } : {};
  breaks.line(part, { indent: INDENT, ...cart });
  switch (part.kind) {
    case 'at':
      if (part.zone !== undefined) breaks.together(part.zone);
      break;
    case 'customer':
    case 'order':
    case 'shipping':
      for (const attribute of part.attributes) breaks.before(attribute, 0, 'fill');
      break;
    case 'cart':
      for (const line of part.lines) {
        breaks.line(line, { indent: 2 * INDENT });
        for (const attribute of line.attributes) breaks.before(attribute, 0, 'fill');
      }
      break;
    case 'code':
      breaks.commas(part.codes, 0);
      break;
    case 'usage':
      for (const entry of part.entries) breaks.before(entry, 0, 'fill');
      break;
    default:
      break;
  }
}
