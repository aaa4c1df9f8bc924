import './without-eval.ts';
import { words } from '@jifen/wording';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { stampStyles } from './nonce.ts';
import './styles.css';
import './print.css';

stampStyles();
document.title = words.shell.productFull;
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
