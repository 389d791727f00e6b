/** How long leads are kept, and a number that is erased on request. */

import { expect, expectReadable, openPage, test } from '../fixtures.ts';
import { check, goodNumbers, leadsOf, newDraft, submit, taskState } from '../steps.ts';

test('a task says when its leads are deleted, and a shorter time is chosen in the settings', async ({ browser, coxswain, administrator }) => {
  const page = await openPage(browser, coxswain, administrator);
  await newDraft(page, { name: 'Kept for a while', sheet: leadsOf(goodNumbers(3)) });
  await check(page);
  await submit(page);
  // Until then the page reloads by itself.
  await expect(taskState(page)).toHaveText('Created');
  await expect(page.getByText(/Leads and calls are deleted /)).toBeVisible();
  await expectReadable(page, 'task-retention');

  await page.goto('/settings/retention');
  await expect(page.getByLabel('Delete leads and calls after (days)')).toHaveValue('90');
  await page.getByLabel('Delete leads and calls after (days)').fill('0');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expectReadable(page, 'retention-problems');
  await page.getByLabel('Delete leads and calls after (days)').fill('60');
  await page.getByLabel('Drop them').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Retention saved.')).toBeVisible();
  await expectReadable(page, 'retention');
  await page.context().close();
});

test('a number is looked up and erased everywhere, with a receipt', async ({ browser, coxswain, administrator }) => {
  const page = await openPage(browser, coxswain, administrator);
  const number = '+62812555777';
  await newDraft(page, { name: 'Names somebody', sheet: leadsOf([number, ...goodNumbers(2)]) });
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Erase a number' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Erase a number');
  await expectReadable(page, 'erasures');
  await page.getByLabel('Phone number').fill('0812 555 777');
  await page.getByRole('button', { name: 'Show what is held' }).click();
  await expect(page.locator('#held')).toContainText('Draft “Names somebody”: 1 row');
  await expectReadable(page, 'erasures-held');
  await expect(page.getByLabel('Leave it on the do-not-call list')).toBeChecked();
  await page.getByRole('button', { name: 'Erase everywhere' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Receipt for •••• 5777');
  await expect(page.getByText('Draft “Names somebody”: 1 row')).toBeVisible();
  await expectReadable(page, 'erasure-receipt');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download receipt' }).click();
  expect((await download).suggestedFilename()).toBe('erasure-receipt.txt');
  await page.getByRole('link', { name: 'Erase a number' }).click();
  await expect(page.getByRole('table')).toContainText('•••• 5777');
  await page.context().close();
});
