/** The part of the library that the railroad page is drawn with. */
declare module '@prantlf/railroad-diagrams' {
  export class Item {
    readonly width: number;
    toString(): string;
  }
  export class Diagram extends Item {
    constructor(...items: readonly Item[]);
  }
  export class Sequence extends Item {
    constructor(...items: readonly Item[]);
  }
  export class Stack extends Item {
    constructor(...items: readonly Item[]);
  }
  export class Choice extends Item {
    constructor(normal: number, ...items: readonly Item[]);
  }
  export class Optional extends Item {
    constructor(item: Item);
  }
  export class OneOrMore extends Item {
    constructor(item: Item, separator?: Item);
  }
  export class ZeroOrMore extends Item {
    constructor(item: Item);
  }
  export class Terminal extends Item {
    constructor(text: string);
  }
  export class NonTerminal extends Item {
    constructor(text: string, options?: { readonly href: string });
  }
}
