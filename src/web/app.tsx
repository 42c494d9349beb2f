/** The frame around the views: header with their names and the theme switch, the view itself, the footer. */
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useEffect, type ReactElement } from 'react';
import { AnotherAttack } from './answer/another-attack.js';
import { Footer } from './footer.js';
import { CheckClaimDrawer } from './check-claim/drawer.js';
import { CompareDrawer } from './compare/compare-drawer.js';
import { ShareDrawer } from './share/share-drawer.js';
import { closePanels, showView, toggleDrawer, useSession } from './state/session.js';
import { VIEWS } from './views/registry.js';

export function App(): ReactElement {
  const chosen = useSession((state) => state.view);
  const drawer = useSession((state) => state.drawer);
  const view = VIEWS.find(({ id }) => id === chosen) ?? VIEWS[0];
  const View = view.component;
  useEffect(() => {
    const close = (event: KeyboardEvent): void => { if (event.key === 'Escape') closePanels(); };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, []);
  return (
    <div className="page">
      <a className="skip" href="#main" onClick={(event) => { event.preventDefault(); document.getElementById('main')?.focus(); }}>Skip to the answer</a>
      <header className="header">
        <span className="brand"><BrandMark />Cupola</span>
        <nav aria-label="Views" className="views">
          {VIEWS.map(({ id, title }) => (
            <button key={id} type="button" className="view-button" aria-current={id === view.id ? 'page' : undefined} onClick={() => showView(id)}>{title}</button>
          ))}
        </nav>
        {view.id === 'answer' && <AnotherAttack />}
        <Actions />
        <ThemeSwitch />
      </header>
      <main id="main" className="main" tabIndex={-1}><View /></main>
      <Footer />
      {drawer === 'compare' ? <CompareDrawer /> : drawer === 'share' ? <ShareDrawer /> : drawer === 'check-claim' ? <CheckClaimDrawer /> : null}
    </div>
  );
}

/** Compare and share have nothing to say before the first answer; a claim can be checked without one. */
function Actions(): ReactElement | null {
  const hasAnswer = useSession((state) => state.answer !== null);
  const drawer = useSession((state) => state.drawer);
  const hasData = useSession((state) => state.catalogue !== null);
  if (!hasData) return null;
  return (
    <div className="header-actions">
      <button type="button" className="view-button" aria-expanded={drawer === 'check-claim'} onClick={() => toggleDrawer('check-claim')}>Check a claim</button>
      {hasAnswer && <button type="button" className="view-button" aria-expanded={drawer === 'compare'} onClick={() => toggleDrawer('compare')}>Compare</button>}
      {hasAnswer && <button type="button" className="view-button" aria-expanded={drawer === 'share'} onClick={() => toggleDrawer('share')}>Share and cite</button>}
    </div>
  );
}

function ThemeSwitch(): ReactElement {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('dark');
  const other = scheme === 'dark' ? 'light' : 'dark';
  return <button type="button" className="quiet" onClick={() => setColorScheme(other)} aria-label={`Use the ${other} theme`}>{other === 'light' ? 'Light' : 'Dark'}</button>;
}

function BrandMark(): ReactElement {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 18a9 9 0 0 1 18 0" fill="none" stroke="var(--defence)" strokeWidth="2" />
      <path d="M7.500 18a4.500 4.500 0 0 1 9 0" fill="none" stroke="var(--context)" strokeWidth="1.5" />
      <path d="M1.500 18h21" stroke="var(--context)" strokeWidth="1.5" />
      <circle cx="17.500" cy="6" r="2.500" fill="var(--attack)" />
    </svg>
  );
}
