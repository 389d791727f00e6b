/** Several accounts: one is added, people switch between them, and each tab stays in its own. */

import { chooseRetention, expect, expectReadable, openPage, signedIn as test } from '../fixtures.ts';

// A program of its own: the others have one account.
test.use({ environment: { COXSWAIN_ACCOUNT_NAME: 'DIDI Indonesia' } });

test('an account is added, and two tabs stay in two accounts', async ({ page, browser, coxswain, administrator }) => {
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
  const other = await openPage(browser, coxswain, administrator);
  await other.goto('/a/didi-indonesia/tasks');
  await expect(other.locator('.account strong')).toHaveText('DIDI Indonesia');
  await page.getByRole('link', { name: 'Robots' }).click();
  await expect(page).toHaveURL(/\/a\/didi-mexico\/robots$/);
  await expect(page.locator('.account strong')).toHaveText('DIDI Mexico');
  await other.getByRole('link', { name: 'Robots' }).click();
  await expect(other).toHaveURL(/\/a\/didi-indonesia\/robots$/);
  await other.context().close();

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
