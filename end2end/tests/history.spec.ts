/** The history of tasks. */

import type { Page } from '@playwright/test';
import { expect, openPage, signedIn, test } from '../fixtures.ts';
import { goodNumbers, leadsOf, newTask, robot, taskTab } from '../steps.ts';

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

signedIn('a line leads to its task wherever it is pressed, and is one line', async ({ page }) => {
  await page.goto('/tasks?q=harbour');
  const row = page.getByRole('row').filter({ hasText: 'Harbour good' });
  expect((await row.boundingBox())?.height).toBeLessThanOrEqual(48);
  await row.click({ position: { x: 400, y: 10 } });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbour good');
});

signedIn('filters hold all at once and are in the address', async ({ page }) => {
  await page.goto('/tasks?q=harbour');
  await page.getByLabel('Robot', { exact: true }).selectOption({ label: robot });
  await page.getByLabel('Submitted', { exact: true }).selectOption({ label: 'Today' });
  await page.getByLabel('Person').selectOption({ label: 'Me' });
  await page.getByLabel('Status').selectOption({ label: 'Refused' });
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/q=harbour&state=refused&robot=.+&by=me&period=today/);
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('row').nth(1)).toContainText('Harbour sandbox-refuse');
  await expect(page.getByLabel('Robot', { exact: true }).locator(':checked')).toHaveText(robot);
});

signedIn('a filter applies at once by the pointer, and by the keyboard only with the button', async ({ page }) => {
  await page.goto('/tasks?q=harbour');
  const status = page.getByLabel('Status');
  await status.click();
  await status.selectOption({ label: 'Refused' });
  await expect(page).toHaveURL(/q=harbour&state=refused/);
  await expect(page.getByRole('row')).toHaveCount(2);

  let pages = 0;
  page.on('framenavigated', () => (pages += 1));
  await status.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(status).not.toHaveValue('refused');
  await page.getByRole('button', { name: 'Search' }).press('Enter');
  await expect(page).toHaveURL(/q=harbour&state=(?!refused)/);
  expect(pages).toBe(1);
});

signedIn('whether a number was called is one question', async ({ page }) => {
  // A number that no other test calls.
  await newTask(page, { name: 'Called once', sheet: leadsOf(['+62812555301', '+62812555302'], 'once.csv') });
  await page.goto('/tasks');
  await page.getByLabel('Search').fill('55302');
  await page.getByLabel('Search').press('Enter');
  const called = page.getByRole('row').filter({ hasText: 'Called once' });
  await expect(called).toContainText('•••• 5302');
  await expect(called).toContainText('Customer 2');
  await expect(page.getByText('1 lead with a number that ends in these digits. This search is recorded.')).toBeVisible();
  expect(await page.content()).not.toContain('62812555302');
  await called.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Called once');
  await page.goto('/tasks?q=99999');
  await expect(page.getByRole('heading', { name: 'No task called this number' })).toBeVisible();
  await page.getByRole('link', { name: 'Search names and files instead' }).click();
  await expect(page.getByRole('heading', { name: 'No tasks match' })).toBeVisible();
});

for (const width of [1360, 1024, 390]) {
  signedIn(`nothing of the list or of a task is cut off at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const address of ['/tasks', '/tasks?q=00001', '/tasks?state=needs_attention']) {
      await page.goto(address);
      await expectNothingCutOff(page);
    }
    await page.goto('/tasks?q=harbour');
    await page.getByRole('link', { name: 'Harbour good' }).click();
    await expect(page.getByRole('heading', { name: 'From the list to interest' })).toBeVisible();
    await expectNothingCutOff(page);
    for (const tab of ['List', 'Batches', 'Activity'] as const) {
      await taskTab(page, tab);
      await expectNothingCutOff(page);
    }
  });
}

/** Whatever is shown is within the window and within the tables that it stands in. */
async function expectNothingCutOff(page: Page) {
  const cut = await page.locator('.scroll').evaluateAll((tables) => tables.filter((table) => table.scrollWidth > table.clientWidth).length);
  expect(cut, page.url()).toBe(0);
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(wide, page.url()).toBeLessThanOrEqual(seen ?? 0);
}
