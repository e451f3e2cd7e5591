/** What playwright's types name of a browser; the whole library of a browser's types would let all code use it. */
interface Node {
  readonly nodeType: number;
}

interface HTMLElement extends Node {
  readonly localName: string;
}

interface SVGElement extends Node {
  readonly localName: string;
}

interface HTMLElementTagNameMap {
  readonly [tag: string]: HTMLElement;
}
