/** Whether everything that is pressed is large enough: WCAG 2.2, success criterion 2.5.8, without its exception for spacing. */

import { type Page, expect } from '@playwright/test';

/** The least width and height, in CSS pixels. */
const least = 24;

/** Everything that is pressed on the page as it is now is at least 24 by 24 CSS pixels. */
export async function expectLargeTargets(page: Page) {
  expect(await smallTargets(page), `too small to be pressed on ${page.url()}`).toEqual([]);
}

/**
 * What is smaller, each target by its name, with its size and where: in a wide window or in a narrow one, light or dark. What is
 * folded away is unfolded for it, what is asked above the page is opened, and what is hidden until the keyboard comes to it is
 * gone to.
 *
 * Exempt is a link in running text alone: one that is laid out inline, in a block that has words of its own on its lines.
 */
export async function smallTargets(page: Page): Promise<string[]> {
  const viewport = page.viewportSize();
  const small = new Map<string, string[]>();
  await page.evaluate(unfold);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1360, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const target of await smallNow(page)) {
        small.set(target, [...(small.get(target) ?? []), `${colorScheme} at ${width} px`]);
      }
    }
  }
  await page.evaluate(foldAgain);
  await page.emulateMedia({ colorScheme: null });
  if (viewport) {
    await page.setViewportSize(viewport);
  }
  return [...small].map(([target, where]) => `${target} (${where.join(', ')})`);
}

/** Those of the page, then those of every question that it can ask. */
async function smallNow(page: Page): Promise<string[]> {
  const small = await page.evaluate(tooSmall, { least, within: 'body' });
  const { open, closed } = await page.evaluate(questions);
  for (const id of closed) {
    await page.evaluate(ask, id);
    small.push(...(await page.evaluate(tooSmall, { least, within: `#${id}` })));
  }
  // One question closes the other: the page comes to ask what it asked before, or nothing.
  await page.evaluate(ask, open);
  return small;
}

// What follows runs in the page.

function unfold() {
  for (const details of document.querySelectorAll('details')) {
    details.dataset.was = JSON.stringify({ name: details.name, open: details.open });
    // Those of one name would close each other.
    details.removeAttribute('name');
    details.open = true;
  }
}

function foldAgain() {
  for (const details of document.querySelectorAll('details')) {
    const { name, open } = JSON.parse(details.dataset.was ?? '{}') as { name: string; open: boolean };
    details.open = open;
    if (name) {
      details.name = name;
    }
  }
}

function questions() {
  const ids = (selector: string) => [...document.querySelectorAll(selector)].map(({ id }) => id);
  return { open: ids('[popover]:popover-open')[0], closed: ids('[popover]:not(:popover-open)') };
}

function ask(id: string | undefined) {
  document.querySelector<HTMLElement>('[popover]:popover-open')?.hidePopover();
  if (id) {
    document.getElementById(id)?.showPopover();
  }
}

/** Each target that is too small, by its name, with its size. */
function tooSmall({ least, within }: { least: number; within: string }): string[] {
  const targets = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';
  const blockOf = (node: Element | null): Element | null =>
    node && ['inline', 'contents'].includes(getComputedStyle(node).display) ? blockOf(node.parentElement) : node;

  /** Whether it is a link in a line that says something besides it. */
  const isInRunningText = (target: Element): boolean => {
    const block = blockOf(target.parentElement);
    if (!block || !target.matches('a[href]') || getComputedStyle(target).display !== 'inline') {
      return false;
    }
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const isWords = /\p{L}{2}/u.test(text.textContent ?? '');
      const holder = text.parentElement;
      if (isWords && blockOf(holder) === block && !holder?.closest(targets)?.matches('a, button, summary')) {
        return true;
      }
    }
    return false;
  };

  const inWords = (target: HTMLElement): string[] => {
    const isHidden = getComputedStyle(target).clipPath === 'inset(50%)';
    if (isHidden) target.focus();
    // Of one that is broken into lines the lowest counts, and the widest.
    const lines = [...target.getClientRects()];
    if (isHidden) target.blur();
    const width = Math.max(...lines.map(({ width }) => width));
    const height = Math.min(...lines.map(({ height }) => height));
    // A browser counts in fractions of a pixel.
    if (Math.min(width, height) > least - 0.05 || isInRunningText(target)) {
      return [];
    }
    const label = target instanceof HTMLInputElement ? target.labels?.[0]?.textContent : null;
    const name = target.getAttribute('aria-label') ?? label ?? target.textContent ?? '';
    return [`${target.localName} “${name.trim().replace(/\s+/g, ' ')}”: ${width.toFixed(1)} × ${height.toFixed(1)}`];
  };

  const place = document.querySelector(within);
  const all = [...(place?.querySelectorAll<HTMLElement>(targets) ?? [])];
  // The words of a box or a radio are pressed as well as itself.
  const boxes = all.filter((target) => target.matches('[type=checkbox], [type=radio]')) as HTMLInputElement[];
  const labels = boxes.flatMap(({ labels }) => [...(labels ?? [])]);
  return [...all, ...labels].filter((target) => target.getClientRects().length > 0).flatMap(inWords);
}

/** What reaches beyond the right edge of the window, except within what scrolls by itself. */
export async function widerThanTheWindow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    return [...document.querySelectorAll('body *')]
      .filter((element) => !element.closest('.scroll') && element.getBoundingClientRect().right > limit + 1)
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

/**
 * What may be cut: lists, where a line would have several otherwise, and where the whole of it can be had elsewhere.
 * - What a file says in a cell of the review, what is wrong with its row, and that of the cell which has the keyboard: all of it stands on
 *   the page of the row, and in the cell itself where it is typed into.
 * - Whose task it is, by which robot, and whose number was found: all of it stands on the page of the task.
 */
const cutOnPurpose = '.grid-cell, .row-reasons > span, .bottom-bar .row-detail, .task-list :is(.robot, .by, .customer)';

/** Texts that are cut off: what hides what has no room in it, and has more than it has room for. */
export async function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate((cutOnPurpose) => {
    const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    // What is typed or chosen scrolls, or opens.
    const controls = 'input, select, option, optgroup, textarea';
    // What is read aloud and not drawn, with what stands in it.
    const isHidden = (element: Element | null): boolean => !!element && (getComputedStyle(element).clipPath === 'inset(50%)' || isHidden(element.parentElement));
    const cut = (element: HTMLElement): string[] => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      // A browser counts in fractions of a pixel.
      const isCut = (hides(overflowX) && scrollWidth > clientWidth + 1) || (hides(overflowY) && scrollHeight > clientHeight + 1);
      if (!isCut || !element.checkVisibility() || isHidden(element) || !element.innerText.trim()) {
        return [];
      }
      return [`${scrollWidth} × ${scrollHeight} in ${clientWidth} × ${clientHeight}: ${element.outerHTML.slice(0, 120)}`];
    };
    const elements = document.querySelectorAll<HTMLElement>('body *');
    return [...elements].filter((element) => element instanceof HTMLElement && !element.matches(`${controls}, ${cutOnPurpose}`)).flatMap(cut);
  }, cutOnPurpose);
}
