import { renderNotice } from '@jifen/wording';
import type { Render } from './send-mail.ts';

/** The sentences come from the wording; `link` leads to the console. */
export function noticeRenderer(consoleUrl: string): Render {
  return ({ template, facts, period }, recipient) =>
    renderNotice(template, { ...facts, period }, { branch: String(facts.branchName ?? ''), recipient, link: consoleUrl });
}
