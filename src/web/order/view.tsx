/** The chapter *The order*, fetched when it is first opened. */
import { lazy, Suspense, type ReactElement } from 'react';

const Chapter = lazy(() => import('./chapter.js'));

export function OrderView(): ReactElement {
  return <Suspense fallback={<p className="chapter-wait">Opening the chapter</p>}><Chapter /></Suspense>;
}
