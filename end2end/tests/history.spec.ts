/** The history of tasks. */

import { expect, openPage, signedIn, test } from '../fixtures.ts';
import { goodNumbers, leadsOf, newTask } from '../steps.ts';

test.beforeAll(async ({ browser, administrator, coxswain }) => {
  const page = await openPage(browser, coxswain, administrator);
  await newTask(page, { name: 'Harbour good', sheet: leadsOf(goodNumbers(2), 'harbour.csv') });
  await newTask(page, { name: 'Harbour sandbox-refuse', sheet: leadsOf(goodNumbers(2), 'harbour.csv') }, 'Refused');
  await page.context().close();
});

signedIn('a search and a state are in the address', async ({ page }) => {
  await page.goto('/tasks');
  await page.getByLabel('Search').fill('harbour');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/[?&]q=harbour/);
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(page.getByRole('row').nth(1)).toContainText('Harbour sandbox-refuse');
  await page.getByLabel('Status').selectOption({ label: 'Created' });
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/[?&]q=harbour&state=created/);
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.reload();
  await expect(page.getByLabel('Search')).toHaveValue('harbour');
  await expect(page.getByLabel('Status').locator(':checked')).toHaveText('Created');
  await expect(page.getByRole('row').nth(1)).toContainText('Harbour good');
});

signedIn('what needs attention is one press away', async ({ page }) => {
  await page.goto('/tasks');
  await page.getByRole('link', { name: /^Needs attention [1-9]/ }).click();
  await expect(page).toHaveURL(/state=needs_attention/);
  await expect(page.getByRole('row').filter({ hasText: 'Harbour sandbox-refuse' })).toHaveCount(1);
  await expect(page.getByRole('row').filter({ hasText: 'Harbour good' })).toHaveCount(0);
});

signedIn('everybody finds their own tasks', async ({ page, browser, coxswain, member }) => {
  await page.goto('/tasks');
  await page.getByRole('link', { name: 'My tasks' }).click();
  await expect(page).toHaveURL(/by=me/);
  await expect(page.getByRole('link', { name: 'Harbour good' })).toBeVisible();

  const other = await openPage(browser, coxswain, member);
  await other.goto('/tasks?q=harbour');
  await expect(other.getByRole('row')).toHaveCount(3);
  await other.getByRole('link', { name: 'My tasks' }).click();
  await expect(other.getByRole('heading', { name: 'No tasks match' })).toBeVisible();
  await other.getByRole('link', { name: 'Show all tasks' }).click();
  await expect(other.getByRole('link', { name: 'Harbour good' })).toBeVisible();
  await other.context().close();
});
