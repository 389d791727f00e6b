/** Several accounts: one is added, people switch between them, and each tab stays in its own. */

import { type Page } from '@playwright/test';
import { chooseRetention, expect, expectNoAxeViolations, expectReadable, openPage, signedIn as test } from '../fixtures.ts';
import { widerThanTheWindow } from '../targets.ts';

// A program of its own: the others have one account.
test.use({ environment: { COXSWAIN_ACCOUNT_NAME: 'DIDI Indonesia' } });

/** Types how long leads are kept into the form of the account that the tab shows. */
async function typeDays(tab: Page, account: string, days: string) {
  await tab.goto(`/a/${account}/settings/retention`);
  await tab.getByLabel('Delete leads and calls after (days)').fill(days);
}

/** Saves the form of the account that the tab shows: the tab stays there. */
async function saveDays(tab: Page, account: string) {
  await tab.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(tab.getByText('Retention saved.')).toBeVisible();
  await expect(tab).toHaveURL(new RegExp(`/a/${account}/settings/retention$`));
}

test('an account is added, and two tabs stay in two accounts', async ({ page }) => {
  await page.goto('/settings/accounts');
  await expectReadable(page, 'accounts');
  await page.getByRole('button', { name: 'Add account' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter the account name.');
  await page.getByLabel('Account name', { exact: true }).fill('DIDI Mexico');
  await page.getByLabel('Country', { exact: true }).selectOption('MX');
  await page.getByLabel('Time zone', { exact: true }).selectOption('America/Mexico_City');
  await chooseRetention(page);
  await page.getByRole('button', { name: 'Add account' }).click();
  await expect(page).toHaveURL(/\/a\/didi-mexico\/settings$/);
  await expect(page.getByText('The account “DIDI Mexico” was added.')).toBeVisible();

  await page.goto('/a/didi-mexico/tasks');
  // A tab of the same browser, with the same session.
  const other = await page.context().newPage();
  await other.goto('/a/didi-indonesia/tasks');
  await expect(other.locator('.account strong')).toHaveText('DIDI Indonesia');
  await page.getByRole('link', { name: 'Robots' }).click();
  await expect(page).toHaveURL(/\/a\/didi-mexico\/robots$/);
  await expect(page.locator('.account strong')).toHaveText('DIDI Mexico');
  await other.getByRole('link', { name: 'Robots' }).click();
  await expect(other).toHaveURL(/\/a\/didi-indonesia\/robots$/);
  await expect(other.locator('.account strong')).toHaveText('DIDI Indonesia');

  // Each tab saves a form that was open while the other did.
  await typeDays(page, 'didi-mexico', '45');
  await typeDays(other, 'didi-indonesia', '60');
  await saveDays(page, 'didi-mexico');
  await saveDays(other, 'didi-indonesia');
  for (const [tab, days] of [[page, '45'], [other, '60']] as const) {
    await tab.reload();
    await expect(tab.getByLabel('Delete leads and calls after (days)')).toHaveValue(days);
  }
  await other.close();

  await page.goto('/a/didi-mexico/robots');
  await page.getByRole('button', { name: 'Switch account' }).click();
  const switcher = page.getByRole('navigation', { name: 'Accounts' });
  await expectReadable(page, 'account-switcher');
  await switcher.getByRole('link', { name: 'DIDI Indonesia' }).click();
  await expect(page).toHaveURL(/\/a\/didi-indonesia\/tasks$/);
  await page.getByRole('button', { name: 'Switch account' }).click();
  await switcher.getByRole('link', { name: 'All accounts' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accounts');
  await expect(page.getByRole('link', { name: 'DIDI Mexico' })).toBeVisible();
  await expectReadable(page, 'all-accounts');

  // In a narrow window the menu leads there.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('link', { name: 'DIDI Mexico' }).click();
  await expect(page).toHaveURL(/\/a\/didi-mexico\/tasks$/);
  await expect(page.getByRole('button', { name: 'Switch account' })).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  const lead = page.getByRole('banner').getByRole('link', { name: 'Switch account' });
  await expect(lead).toBeVisible();
  await expectNoAxeViolations(page, 'all but sizes');
  expect(await widerThanTheWindow(page)).toEqual([]);
  await lead.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accounts');
});

test('a person without a role in an account finds nothing at its address', async ({ page, browser, coxswain, administrator }) => {
  expect(administrator.name).not.toBe('');
  await page.goto('/settings/people');
  const person = ['user', 'add', '--email', 'fitri@example.com', '--name', 'Fitri', '--role', 'viewer', '--account', 'didi-mexico'];
  const password = 'a lantern above the harbour';
  await coxswain.run(person, `${password}\n`);
  const fitri = await openPage(browser, coxswain);
  await fitri.goto('/sign-in');
  await fitri.getByLabel('Email', { exact: true }).fill('fitri@example.com');
  await fitri.getByLabel('Password', { exact: true }).fill(password);
  await fitri.getByRole('button', { name: 'Sign in' }).click();
  await expect(fitri).toHaveURL(/\/a\/didi-mexico\/tasks$/);
  await expect(fitri.getByRole('button', { name: 'Switch account' })).toHaveCount(0);
  const answer = await fitri.goto('/a/didi-indonesia/tasks');
  expect(answer?.status()).toBe(404);
  await expect(fitri.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  await fitri.context().close();
});
