/** What stands around every page: the account, the ways on, and the message of the last action. */

import { type Page } from '@playwright/test';
import { expect, signedIn } from '../fixtures.ts';

const narrow = { width: 390, height: 844 };

signedIn('every page names its account and the time there, in its title too', async ({ page }) => {
  await page.goto('/robots');
  await expect(page).toHaveTitle('Robots · DIDI Indonesia · Coxswain');
  // The zone is one where it is noon when the tests begin.
  await expect(page.getByRole('banner')).toContainText(/DIDI Indonesia\s*1[23]:\d\d · UTC/);
});

signedIn('the form of a new task is one place, and that of the tasks another', async ({ page }) => {
  const current = page.getByRole('banner').locator('[aria-current]');
  await page.goto('/tasks/new');
  await expect(current).toHaveText('New task');
  await page.goto('/tasks');
  await expect(current).toHaveText('Tasks');
});

signedIn('a narrow window has one line above the page, and everything else in its menu', async ({ page }) => {
  await page.setViewportSize(narrow);
  await page.goto('/tasks');
  const header = page.getByRole('banner');
  expect((await header.boundingBox())?.height).toBeLessThanOrEqual(64);
  await expect(header).toContainText('DIDI Indonesia');
  // Read aloud; drawn without the last three words.
  await expect(header).toContainText('Sandbox: no real calls');
  const menu = page.getByRole('navigation', { name: 'Main' });
  await expect(menu).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(menu).toBeVisible();
  await expect(header.getByText('This is the sandbox: it calls nobody.')).toBeVisible();
  await expect(header.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  await menu.getByRole('link', { name: 'Robots' }).click();
  await expect(page).toHaveURL(/\/a\/[^/]+\/robots$/);
  await header.getByRole('link', { name: 'New task' }).click();
  await expect(page).toHaveURL(/\/a\/[^/]+\/tasks\/new$/);
});

signedIn.describe('without scripts', () => {
  signedIn.use({ javaScriptEnabled: false });

  signedIn('the menu of a narrow window opens', async ({ page }) => {
    await page.setViewportSize(narrow);
    await page.goto('/tasks');
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'Settings' }).click();
    await expect(page).toHaveURL(/\/a\/[^/]+\/settings$/);
  });
});

/** Presses Refresh on the robots, which says that all went well. */
async function refresh(page: Page) {
  await page.goto('/robots');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.locator('.toast')).toHaveText(/Robots updated\./);
}

for (const size of [{ width: 1360, height: 600 }, narrow]) {
  signedIn(`a message that all went well moves nothing and hides nothing that has the focus, ${size.width} px wide`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.goto('/robots');
    const heading = page.getByRole('heading', { level: 1 });
    const before = await heading.boundingBox();
    await refresh(page);
    expect(await heading.boundingBox()).toEqual(before);
    await expect(page.locator('.toast')).toBeInViewport({ ratio: 1 });
    for (let stops = 0; stops < 30; stops += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(focusBelowToast), 'hidden by the message').toBe('');
    }
    await page.reload();
    await expect(page.locator('.toast')).toHaveCount(0);
  });
}

function focusBelowToast() {
  const [focused, toast] = [document.activeElement, document.querySelector('.toast')];
  if (!focused || !toast || focused.matches('.scroll, body')) return '';
  const [inner, outer] = [focused.getBoundingClientRect(), toast.getBoundingClientRect()];
  const beside = inner.right <= outer.left || inner.left >= outer.right;
  const apart = inner.bottom <= outer.top || inner.top >= outer.bottom;
  return beside || apart || toast.contains(focused) ? '' : focused.outerHTML.slice(0, 120);
}
