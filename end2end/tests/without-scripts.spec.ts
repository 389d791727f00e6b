/** The main job in a browser that runs no scripts: links and forms alone. */

import { truncateSync, writeFileSync } from 'node:fs';
import { expect, signedIn, test } from '../fixtures.ts';
import { chooseSheet, expectTally, fillTask, line, lookAgainUntil, pressReview, review, robot, sample, submit, submitButton, taskState } from '../steps.ts';

signedIn.use({ javaScriptEnabled: false });
test.use({ javaScriptEnabled: false });

test('the whole journey works without scripts', async ({ page, administrator }) => {
  await page.goto('/robots');
  await page.getByLabel('Email').fill(administrator.email);
  await page.getByLabel('Password').fill(administrator.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: robot }).click();
  await page.getByRole('link', { name: 'New task with this robot' }).click();
  await page.getByLabel('Line', { exact: true }).selectOption(line);
  await page.getByLabel('Task name').fill('No scripts sandbox-check-slow');
  await page.getByLabel('Now', { exact: true }).check();
  await chooseSheet(page, sample('messy-300.csv'));
  await page.getByRole('button', { name: 'Read the list' }).click();
  await expect(page.locator('#list-kept')).toContainText('20 rows to fix');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await review(page);
  await expectTally(page, { 'Ready': '277', 'Rows to fix': '20', 'Warnings': '1', 'Duplicates': '2' });

  await page.getByRole('button', { name: 'Check with AIRudder' }).click();
  await expect(page.getByRole('heading', { name: 'Checking with AIRudder' })).toBeVisible();
  await lookAgainUntil(page, () => expect(submitButton(page)).toBeVisible({ timeout: 1_000 }));
  await submit(page);
  await lookAgainUntil(page, () => expect(taskState(page)).toHaveText('Created', { timeout: 1_000 }));

  await page.getByRole('link', { name: 'Tasks', exact: true }).click();
  await page.getByLabel('Search').fill('scripts');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: 'No scripts sandbox-check-slow' }).click();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('status').getByText('Updated from AIRudder.')).toBeVisible();
  await page.getByRole('link', { name: 'New task with these settings' }).click();
  await expect(page.getByLabel('Task name')).toHaveValue(/^No scripts sandbox-check-slow minggu \d+$/);
});

signedIn('a file over 64 MB gets its sentence from the server, and everything else stays', async ({ page }, info) => {
  const large = info.outputPath('large.csv');
  writeFileSync(large, 'Customer,Mobile\n');
  truncateSync(large, 65 * 1024 * 1024);
  await page.goto('/tasks/new');
  await fillTask(page, { name: 'Far too large', sheet: large });
  await page.getByLabel('Redials', { exact: true }).fill('3');
  await pressReview(page);
  const sentence = 'The file is 65 MB. The limit is 64 MB: split the list, or save it as CSV.';
  await expect(page.locator('#sheet-error')).toHaveText(sentence);
  await expect(page.getByRole('alert')).toContainText(sentence);
  await expect(page.getByLabel('Task name')).toHaveValue('Far too large');
  await expect(page.getByLabel('Redials', { exact: true })).toHaveValue('3');
  await expect(page.getByLabel('Line', { exact: true })).toHaveValue(line);
});

signedIn('problems are told and lead to their fields without scripts', async ({ page }) => {
  await page.goto('/tasks/new');
  await pressReview(page);
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole('alert')).toBeFocused();
  await page.getByRole('link', { name: 'Enter a task name.' }).click();
  await expect(page.getByLabel('Task name')).toBeFocused();
});
