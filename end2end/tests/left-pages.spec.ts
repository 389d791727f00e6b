/** Pages that are left open show nothing any more once their session is over. */

import { expect, expectNoAxeViolations, signIn, signedIn, test } from '../fixtures.ts';

const left = /This page no longer shows anything/;

signedIn('a page that nobody touches for 12 hours shows nothing of it any more', async ({ page }) => {
  await page.clock.install();
  await page.goto('/tasks');
  const heading = page.getByRole('heading', { name: 'Tasks', level: 1 });
  await page.clock.fastForward('11:58:00');
  await page.keyboard.press('Shift');
  await page.clock.fastForward('11:58:00');
  await expect(heading).toBeVisible();
  await page.clock.fastForward('00:04:00');
  await expect(heading).toHaveCount(0);
  await expect(page.getByText(left)).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole('link', { name: 'Load it again' }).click();
  await expect(heading).toBeVisible();
});

test('signing out in one tab empties the others', async ({ page, context, administrator }) => {
  await signIn(page, administrator);
  await page.goto('/drafts');
  const other = await context.newPage();
  await other.goto('/tasks');
  await other.getByRole('button', { name: 'Sign out' }).click();
  await other.waitForURL(/\/sign-in/);
  await expect(page.locator('body')).toHaveText(left);
  await page.getByRole('link', { name: 'Load it again' }).click();
  await page.waitForURL(/\/sign-in/);
});
