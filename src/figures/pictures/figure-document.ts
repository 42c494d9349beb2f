/** The part of a document that figures need, so that they compile without a browser; the page's and linkedom's have it. */

interface FigureNode {
  readonly nodeName: string;
}

export interface FigureElement extends FigureNode {
  textContent: string | null;
  readonly outerHTML: string;
  readonly childNodes: ArrayLike<FigureNode> & Iterable<FigureNode>;
  setAttribute(name: string, value: string): void;
  append(...nodes: FigureNode[]): void;
}

export interface FigureDocument {
  createElementNS(namespace: string, name: string): FigureElement;
}
