import axe from 'axe-core';
import type { Page } from 'playwright-core';

const drawnWithinMs = 2_000;
const rules = { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa'] }, resultTypes: ['violations'] } as const;

/** What prevents somebody from using the page: rule and place. */
export async function barriers(page: Page): Promise<string[]> {
  await settled(page);
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (options) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    return (await inPage.run(document, options as unknown as axe.RunOptions)).violations;
  }, rules);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
}

/** How many pixels a page is wider than its window, once it is drawn: nobody should have to scroll sideways. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate(async (patienceMs) => {
    const { documentElement: root, body } = document;
    const beyond = () => Math.max(root.scrollWidth, body.scrollWidth) - root.clientWidth;
    const until = performance.now() + patienceMs;
    while (beyond() > 0 && performance.now() < until) await new Promise(requestAnimationFrame);
    return beyond();
  }, drawnWithinMs);

/** How many parts of the page need sideways scrolling. */
export const partsTooWide = (page: Page): Promise<number> =>
  page.locator('main *').evaluateAll((parts) => {
    const scrolls = (part: Element) => ['auto', 'scroll'].includes(getComputedStyle(part).overflowX);
    return parts.filter((part) => scrolls(part) && part.scrollWidth > part.clientWidth).length;
  });

/** Numbers of receipts, and the check code of a sheet: which letters they have is chance. And what stands on a key. */
const codes = /\d{6}-[a-z]+-\d+|核对码：[0-9a-f]+|Ctrl/g;

/** Words in Latin letters that a reader of Chinese would not expect, visible or for screen readers. */
export async function foreignWords(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const labelled = [...document.querySelectorAll('[placeholder], [aria-label], [title], [alt]')];
    const named = ['placeholder', 'aria-label', 'title', 'alt'].flatMap((name) => labelled.map((one) => one.getAttribute(name) ?? ''));
    // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not read by anybody
    return [document.title, document.body.innerText, ...named];
  });
  return [...new Set(texts.flatMap((text) => text.replaceAll(codes, '').match(/[A-Za-z]{2,}/g) ?? []))];
}

/** No animation and no request is in progress: a half faded page has no proper contrast. */
export async function settled(page: Page): Promise<void> {
  const fetched = page.locator('.ant-skeleton');
  while ((await fetched.count()) > 0) await fetched.first().waitFor({ state: 'detached' });
  await page.evaluate(async () => {
    await document.fonts.ready;
    const moving = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.all(moving.map((one) => one.finished.catch(() => undefined)));
  });
}
