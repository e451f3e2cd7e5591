/** The entry of a map, made where there is none yet. */
export function entryOf<Key, Entry>(entries: Map<Key, Entry>, key: Key, make: () => Entry): Entry {
  const there = entries.get(key);
  if (there !== undefined) return there;
  const made = make();
  entries.set(key, made);
  return made;
}
