import type { Domain } from './domain.js';

/** What can be looked up by the values it is for while its window is open. */
export interface Indexed {
  readonly reach: Domain;
  /** From when until when it is open, in epoch milliseconds. */
  readonly from: number;
  readonly until: number;
  /** Those of one group have the same words about how they combine. */
  readonly group: string;
}

/** What names more values than this is looked up with those that name none. */
const MOST_VALUES = 100;

/**
 * The entries whose windows are open, by the values of the attribute that most of them name: of ten thousand promotions for
 * an article each, one has to be compared with those of its own article alone. Entries come in the order their windows open.
 */
export class OpenEntries<E extends Indexed> {
  readonly #name: string | undefined;
  readonly #all = new Groups<E>();
  readonly #unnamed = new Groups<E>();
  readonly #byValue = new Map<string, Groups<E>>();

  constructor(entries: readonly E[]) {
    this.#name = mostNamed(entries);
  }

  add(entry: E): void {
    this.#all.add(entry);
    const values = this.#valuesOf(entry);
    if (values === undefined) this.#unnamed.add(entry);
    for (const value of values ?? []) {
      const groups = this.#byValue.get(value) ?? new Groups<E>();
      this.#byValue.set(value, groups.add(entry));
    }
  }

  /** The open entries that may be for a line of this one's, group by group. */
  *besides(entry: E): Generator<readonly E[]> {
    const values = this.#valuesOf(entry);
    for (const value of values ?? []) yield* this.#byValue.get(value)?.openAt(entry.from) ?? [];
    yield* (values === undefined ? this.#all : this.#unnamed).openAt(entry.from);
  }

  #valuesOf({ reach }: E): ReadonlySet<string> | undefined {
    const values = this.#name === undefined ? undefined : reach.get(this.#name)?.allowed;
    return values !== undefined && values.size <= MOST_VALUES ? values : undefined;
  }
}

function mostNamed(entries: readonly Indexed[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { reach } of entries) {
    for (const [name, { allowed }] of reach) {
      if (allowed !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

/** Entries by group; the closed ones are dropped from time to time. */
class Groups<E extends Indexed> {
  readonly #groups = new Map<string, { entries: E[]; fullAt: number }>();

  add(entry: E): this {
    const group = this.#groups.get(entry.group);
    if (group === undefined) this.#groups.set(entry.group, { entries: [entry], fullAt: LEAST_FULL });
    else group.entries.push(entry);
    return this;
  }

  *openAt(from: number): Generator<readonly E[]> {
    for (const group of this.#groups.values()) {
      if (group.entries.length >= group.fullAt) {
        group.entries = group.entries.filter(({ until }) => until > from);
        group.fullAt = Math.max(LEAST_FULL, group.entries.length * 2);
      }
      yield group.entries;
    }
  }
}

/** So few entries are not worth looking through for closed ones. */
const LEAST_FULL = 16;
