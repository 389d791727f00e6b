/** A provider that does not answer any more is left alone, and every page says so until it answers again. */

import { type Page } from '@playwright/test';
import { expect, expectReadable, withSandbox } from '../fixtures.ts';
import { expectEveryLanguage } from '../languages.ts';
import { goodNumbers, isSamePage, leadsOf, mark, newDraft, newTask, submitButton } from '../steps.ts';

function notice(page: Page) {
  return page.getByRole('status').filter({ hasText: /^!?AIRudder has not responded since \d\d:\d\d/ });
}

/**
 * Has a check tried until nobody calls the provider any more, and another one wait for it. How many tries that takes depends on who else
 * asks the provider meanwhile.
 */
async function exhaust(page: Page) {
  const button = page.getByRole('button', { name: 'Check with AIRudder' });
  await expect(async () => {
    if (await button.isVisible()) {
      await button.click();
    }
    await expect(page.getByRole('heading', { name: 'Checking with AIRudder' })).toBeVisible({ timeout: 1_000 });
    await page.reload();
    await expect(notice(page)).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

withSandbox('every page says that the provider does not answer, and stops saying so by itself', async ({ page, coxswain, sandbox }) => {
  const task = await newTask(page, { name: 'Weekend promo', sheet: leadsOf(goodNumbers(2)) });
  const review = await newDraft(page, { name: 'Meanwhile', sheet: leadsOf(goodNumbers(2)) });
  await expect(notice(page)).toHaveCount(0);
  await sandbox.stop();
  await exhaust(page);

  for (const address of ['/robots', '/tasks', '/tasks/new', '/drafts', '/settings', task, `${review}/leads/2`, '/boats', review]) {
    await page.goto(address);
    await expect(notice(page), address).toBeVisible();
    await expect(notice(page)).toContainText('Until then nothing is sent or checked');
  }
  await page.goto('/tasks');
  await expectReadable(page, 'tasks-provider-down');
  await expectEveryLanguage(page, coxswain);

  // The next try may have been due meanwhile, and have ended the check that waited.
  await page.goto(review);
  await exhaust(page);
  await sandbox.startAgain();
  await page.goto('/settings');
  await page.getByLabel('Platform').fill('Half typed');
  await mark(page);
  await expect(notice(page)).toHaveCount(0);
  expect(await isSamePage(page)).toBe(true);
  await expect(page.getByLabel('Platform')).toHaveValue('Half typed');

  // What waited is done without anybody's doing.
  await page.goto(review);
  await expect(submitButton(page)).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
});
