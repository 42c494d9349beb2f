/** The chapter *Price*, fetched when it is first opened. */
import { lazy, Suspense, type ReactElement } from 'react';

const Chapter = lazy(() => import('./chapter.js'));

export function PriceView(): ReactElement {
  return <Suspense fallback={<p className="chapter-wait">Opening the chapter</p>}><Chapter /></Suspense>;
}
