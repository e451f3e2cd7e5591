import type { Constraint, Layer, Ruleset } from '../ruleset.js';
import { apart } from './domain.js';
import type { Lint, Subject } from './lint.js';
import type { Rule } from './rule.js';
import { type Indexed, OpenEntries } from './open-entries.js';
import { meet, reachOf, spanOf, takesOffGoods } from './reach.js';

/** How many pairs are compared at most: far more than rules that people write come to. */
const MOST_PAIRS = 1_000_000;

/**
 * RK2101: two promotions of one layer that may take from the same lines at the same time, where nothing says how they
 * combine. A word about it is: a layer of its own for each; `together`, `best …`, `each unit once`, a cap or a floor on the
 * layer or on all layers; `not with`, `allow` or `alone` for the two; `stop` in the earlier; different priorities.
 */
export const unsaidStacking: Lint = (subject) => {
  const { ruleset } = subject;
  if (ruleset.layersCap !== undefined) return;
  const search = new Search(subject);
  for (const layer of ruleset.layers.filter(isSilent)) search.in(layer);
};

function isSilent({ caps, combine, eachUnitOnce, floors }: Layer): boolean {
  return combine === 'in-turn' && !eachUnitOnce && caps.length === 0 && floors.length === 0;
}

/** A promotion with what decides whether it meets another one. */
interface Entry extends Indexed {
  readonly rule: Rule;
  /** Its place in the order of evaluation. */
  readonly position: number;
  readonly onlyPrices: boolean;
}

class Search {
  readonly #subject: Subject;
  readonly #words: Words;
  #pairs = 0;

  constructor(subject: Subject) {
    this.#subject = subject;
    this.#words = new Words(subject.ruleset);
  }

  /** Goes through a layer's promotions as their windows open; each is compared with those still open that may share a line. */
  in(layer: Layer): void {
    const entries = this.#entriesOf(layer).toSorted((a, b) => a.from - b.from || a.position - b.position);
    const open = new OpenEntries<Entry>(entries);
    const told = new Set<Entry>();
    for (const entry of entries) {
      const other = this.#firstMet(entry, open);
      open.add(entry);
      if (other === undefined) continue;
      const [earlier, later] = other.position < entry.position ? [other, entry] : [entry, other];
      if (!told.has(later) && !this.#subject.twins.has(later.rule)) this.#tell(earlier, later, layer);
      told.add(later);
    }
  }

  #entriesOf(layer: Layer): readonly Entry[] {
    const { rules, ruleset } = this.#subject;
    return rules.flatMap((rule, position) => {
      if (rule.promotion.layer !== layer.name || !takesOffGoods(rule)) return [];
      if (this.#words.isAlone(rule)) return [];
      const reach = reachOf(rule, ruleset.attributes);
      const group = this.#words.groupOf(rule);
      return [{ rule, position, reach, group, onlyPrices: onlyPrices(rule), ...spanOf(rule.promotion) }];
    });
  }

  #firstMet(entry: Entry, open: OpenEntries<Entry>): Entry | undefined {
    for (const others of open.besides(entry)) {
      const [any] = others;
      if (any === undefined || this.#words.separate(entry, any)) continue;
      for (const other of others) {
        this.#pairs += 1;
        if (this.#pairs > MOST_PAIRS) return undefined;
        if (this.#meets(entry, other)) return other;
      }
    }
    return undefined;
  }

  #meets(a: Entry, b: Entry): boolean {
    const [earlier, later] = a.position < b.position ? [a, b] : [b, a];
    if (earlier.rule.promotion.stop !== undefined || (a.onlyPrices && b.onlyPrices)) return false;
    if (this.#words.keepApart(earlier, later)) return false;
    return !apart(a.reach, b.reach) && meet(a.rule.promotion, b.rule.promotion);
  }

  #tell(earlier: Entry, later: Entry, { name }: Layer): void {
    const { findings } = this.#subject;
    const { statement } = later.rule;
    const other = earlier.rule.statement.name;
    const best = name === '' ? 'give each its layer' : `write \`best\` after \`${name}\` in \`layers\``;
    const at = statement.title?.span.end ?? statement.name.span.end;
    const clause = `not with ${other.quoted ? `\`${other.text}\`` : other.text}`;
    const edits = [{ start: at, end: at, replacement: `\n  ${clause}` }];
    findings.add(
      'RK2101',
      statement.name.span,
      {
        name: statement.name.text,
        other: other.text,
        where: findings.whereIs(other.span, statement.name.span),
        help: `${best}, keep one out with \`not with\`, or say by \`priority\` which goes first`,
      },
      { title: `add \`${clause}\``, safe: false, edits },
    );
  }
}

/** A unit has one price: the lower of two new ones. */
function onlyPrices({ promotion: { opens } }: Rule): boolean {
  return opens.kind === 'always' && opens.offers.every(({ kind }) => kind === 'price');
}

/** The words of a file about which promotions stand together. */
class Words {
  readonly #constraints: ReadonlyMap<string, readonly number[]>;
  readonly #pairs: ReadonlySet<string>;
  readonly #alone: ReadonlySet<string>;

  constructor({ constraints }: Ruleset) {
    const of = (kind: Constraint['kind']): readonly Constraint[] =>
      constraints.filter((each) => each.kind === kind);
    const allows = new Map<string, number[]>();
    for (const [index, { members }] of of('allow').entries()) {
      for (const member of members) allows.set(member, [...(allows.get(member) ?? []), index]);
    }
    this.#constraints = allows;
    this.#pairs = new Set(of('not-with').map(({ members }) => members.join(' ')));
    this.#alone = new Set(of('alone').flatMap(({ members }) => members));
  }

  isAlone({ promotion }: Rule): boolean {
    return this.#alone.has(promotion.id);
  }

  groupOf({ promotion: { id, priority } }: Rule): string {
    return `${priority} ${(this.#constraints.get(id) ?? []).join()}`;
  }

  /** Whether every entry of one group has the same word with every entry of the other: a priority, or an `allow`. */
  separate(a: Entry, b: Entry): boolean {
    const [one, other] = [a.rule.promotion, b.rule.promotion];
    if (one.priority !== other.priority) return true;
    const own = this.#constraints.get(one.id) ?? [];
    const others = this.#constraints.get(other.id) ?? [];
    return own.some((index) => others.includes(index));
  }

  /** Members stand in order of evaluation. */
  keepApart(earlier: Entry, later: Entry): boolean {
    return this.#pairs.has(`${earlier.rule.promotion.id} ${later.rule.promotion.id}`);
  }
}
