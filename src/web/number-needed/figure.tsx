/** A picture of the figures floor in the page, drawn anew at each change before the screen is. */
import { useLayoutEffect, type ReactElement } from 'react';
import type { FigureDocument, FigureElement } from '../../figures/figure-document.js';
import { useWidth } from './use-width.js';

/** `draw` must be stable between changes of what it draws. */
export function Figure({ draw, name }: { readonly draw: (width: number, document: FigureDocument) => FigureElement; readonly name: string }): ReactElement {
  const [ref, width] = useWidth<HTMLDivElement>();
  useLayoutEffect(() => {
    if (width > 0) ref.current?.replaceChildren(draw(width, document as unknown as FigureDocument) as unknown as Node);
  }, [ref, draw, width]);
  return <div ref={ref} className="needed-figure" data-figure={name} />;
}
