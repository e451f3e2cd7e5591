/**
 * Does work on what a source gives and yields what comes of it in the order of the source. At most `most` pieces are under way or
 * done and not yet taken: whoever takes slowly slows down the source. Where the source breaks, what it gave before is yielded
 * first.
 */
export async function* inOrder<In, Out>(
  source: AsyncIterator<In>,
  work: (piece: In) => Promise<Out>,
  most: number,
): AsyncGenerator<Out, void> {
  const pending: Promise<Out>[] = [];
  let next: Promise<Read<In>> | undefined = read(source);
  let broken: { readonly error: unknown } | undefined;
  for (;;) {
    const [head] = pending;
    if (next !== undefined && pending.length < most) {
      // INVARIANT: there is something to wait for.
      // oxlint-disable-next-line eslint/no-await-in-loop
      const came: Read<In> | typeof READY = await (head === undefined
        ? next
        : Promise.race([next, head.then(ready, ready)]));
      if (came !== READY) {
        if ('piece' in came) pending.push(begun(work(came.piece)));
        else if ('error' in came) broken = came;
        next = 'piece' in came ? read(source) : undefined;
        continue;
      }
    }
    if (head === undefined) break;
    // oxlint-disable-next-line eslint/no-await-in-loop
    yield await head;
    void pending.shift();
  }
  if (broken !== undefined) throw broken.error;
}

type Read<In> = { readonly piece: In } | { readonly error: unknown } | { readonly done: true };

const READY = Symbol('ready');

function ready(): typeof READY {
  return READY;
}

async function read<In>(source: AsyncIterator<In>): Promise<Read<In>> {
  try {
    const came = await source.next();
    return came.done === true ? { done: true } : { piece: came.value };
  } catch (error) {
    return { error };
  }
}

/** Work that nobody waits for any more may fail in peace. */
function begun<Out>(work: Promise<Out>): Promise<Out> {
  work.catch(() => undefined);
  return work;
}
