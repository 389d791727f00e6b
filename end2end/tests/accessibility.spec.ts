/** Every screen in every state, for everybody: axe, narrow windows, targets, the keyboard, and what is sent to the browser. */

import { type Locator, type Page } from '@playwright/test';
import { errorsOf, expect, expectNoAxeViolations, openPage, screenshot, signedIn, test } from '../fixtures.ts';
import { expectRoom, expectTranslated, languages } from '../languages.ts';
import { goodNumbers, launchButton, leadsOf, line, newDraft, robot, sample, submitButton, taskState } from '../steps.ts';
import { expectLargeTargets, widerThanTheWindow } from '../targets.ts';
import { isOf, screens } from '../tour.ts';

test.use({ filled: true });

test.describe('the tour', () => {
  for (const { name, route, by, island, open } of screens) {
    test(`the screen ${name} can be read and pressed by everybody, and loads no more than it needs`, async ({ browser, coxswain, administrator, member, exhibits }) => {
      const page = await openPage(browser, coxswain, by && { administrator, member }[by]);
      const errors = errorsOf(page);
      await open(page, exhibits, coxswain);
      expect(!route || isOf(route, page.url()), `${page.url()} is of ${route}`).toBe(true);
      const scripts = await scriptsOf(page);
      await test.step('axe, light', () => expectNoAxeViolations(page));
      await page.emulateMedia({ colorScheme: 'dark' });
      await test.step('axe, dark', () => expectNoAxeViolations(page, ['color-contrast']));
      await page.setViewportSize({ width: 320, height: 640 });
      await test.step('reflow at 320 px', () => expectNoSidewaysScrolling(page));
      await test.step('axe, narrow', () => expectNoAxeViolations(page, ['color-contrast', 'target-size']));
      await test.step('targets', () => expectLargeTargets(page));
      expect(scripts.length > 0, `loads a script: ${scripts.join(', ')}`).toBe(island);
      const source = await page.content();
      expect(source).not.toContain('sandbox-secret');
      expect(source).not.toContain('sandbox-key');
      expect(errors).toEqual([]);
      for (const language of languages.filter((language) => language !== 'en')) {
        await test.step(`room for ${language}`, () => expectRoom(page, coxswain, language));
        await screenshot(page, `${name}-${language}`, [['light', 1360], ['dark', 390]]);
      }
      await test.step('catalogues', () => expectTranslated(page, coxswain));
      await page.context().close();
    });
  }
});

/** Scripts and WASM that the page has loaded or asked the browser to load. */
async function scriptsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    const asked = [...document.querySelectorAll('script[src], link[rel=modulepreload], link[rel=preload]')].map(
      (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
    );
    return [...loaded, ...asked].filter((address) => /\.(js|wasm)$/.test(address));
  });
}

async function expectNoSidewaysScrolling(page: Page) {
  const wide = await widerThanTheWindow(page);
  const width = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);
  expect(width, `wider than the window: ${wide.join('\n')}`).toBeLessThanOrEqual(320);
}

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${target}`);
}

async function tabAndPress(page: Page, target: Locator, key = 'Enter') {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

async function tabAndType(page: Page, target: Locator, text: string) {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

test('the whole journey works by keyboard alone', async ({ page, administrator }) => {
  await page.goto('/robots');
  await tabAndType(page, page.getByLabel('Email'), administrator.email);
  await tabAndType(page, page.getByLabel('Password'), administrator.password);
  await page.keyboard.press('Enter');
  await tabAndPress(page, page.getByRole('link', { name: robot }));
  await tabAndPress(page, page.getByRole('link', { name: 'New task with this robot' }));

  const leads = page.getByLabel('List', { exact: true });
  await tabTo(page, leads);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(leadsOf(goodNumbers(60)));
  await tabAndType(page, page.getByLabel('Line', { exact: true }), line);
  await tabAndType(page, page.getByLabel('Task name'), 'By keyboard');
  await tabAndPress(page, page.getByLabel('Now', { exact: true }), 'Space');
  await tabAndPress(page, page.getByRole('button', { name: 'Review leads' }));
  await page.waitForURL(/\/drafts\/[0-9a-f-]{36}$/);
  await tabAndPress(page, page.getByRole('button', { name: 'Check with AIRudder' }), 'Space');
  await expect(submitButton(page)).toBeVisible();
  await tabAndPress(page, submitButton(page));
  await tabAndPress(page, launchButton(page));
  await expect(taskState(page)).toHaveText('Created');
});

signedIn('the first stop of the keyboard leads past the navigation', async ({ page }) => {
  await page.goto('/robots');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeFocused();
});

signedIn('what has the focus is never below the bar of actions', async ({ page }) => {
  await newDraft(page, { name: 'Focus', sheet: sample('messy-300.csv') });
  await page.setViewportSize({ width: 1000, height: 500 });
  for (let stops = 0; stops < 40; stops += 1) {
    await page.keyboard.press('Tab');
    const hidden = await page.evaluate(() => {
      const focused = document.activeElement;
      const bar = document.querySelector('.bottom-bar');
      if (!focused || !bar || bar.contains(focused) || focused.matches('.scroll, body')) return '';
      const [inner, outer] = [focused.getBoundingClientRect(), bar.getBoundingClientRect()];
      const beside = inner.right <= outer.left || inner.left >= outer.right;
      const apart = inner.bottom <= outer.top || inner.top >= outer.bottom;
      return beside || apart ? '' : focused.outerHTML.slice(0, 120);
    });
    expect(hidden, 'hidden by the bar of actions').toBe('');
  }
});
