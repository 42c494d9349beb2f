/** A picture of the figures floor in the page, drawn anew at each change before the screen is. */
import { useLayoutEffect, type ReactElement } from 'react';
import type { FigureDocument, FigureElement } from '../../figures/pictures/figure-document.js';
import { useWidth } from './use-width.js';

/** `draw` must be stable between changes of what it draws. */
export function Figure({ draw, name }: { readonly draw: (width: number, document: FigureDocument) => FigureElement; readonly name: string }): ReactElement {
  const [ref, width] = useWidth<HTMLDivElement>();
  useLayoutEffect(() => {
    if (width <= 0) return;
    const drawn = draw(width, document as unknown as FigureDocument) as unknown as SVGElement;
    // Plot names its groups; the picture as a whole has a name that says more.
    for (const part of drawn.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    ref.current?.replaceChildren(drawn);
  }, [ref, draw, width]);
  return <div ref={ref} className="needed-figure" data-figure={name} />;
}
