import type { Program } from './browser.mjs';

export function oldBrowser(): Promise<Program>;
