/** Starts the page: theme, views, and the session that answers the question in the address bar. */
import './no-eval.js';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
// Of Mantine's styles only the base: a view that uses one of its components imports that component's own.
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import './tokens.css';
import './page.css';
import './answer/answer.css';
import './picture/picture.css';
import './uncertainty/uncertainty.css';
import './share/share.css';
import './compare/compare.css';
import { App } from './app.js';
import { startSession } from './state/conduct.js';
import { resolveVariables, theme } from './theme.js';
import { followAnswers } from './uncertainty/follow.js';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with id "root"');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="dark">
      <App />
    </MantineProvider>
  </StrictMode>,
);
followAnswers();
void startSession();
