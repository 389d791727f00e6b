/** The audit log, as administrators read it. */

import { expect, expectReadable, openPage, test } from '../fixtures.ts';

test('administrators find who did what, and take it as a file', async ({ browser, coxswain, administrator }) => {
  const stranger = await openPage(browser, coxswain);
  await stranger.goto('/sign-in');
  await stranger.getByLabel('Email', { exact: true }).fill(administrator.email);
  await stranger.getByLabel('Password', { exact: true }).fill('not the password of anybody');
  await stranger.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(stranger.getByRole('alert')).toContainText('The email or password is wrong.');

  const page = await openPage(browser, coxswain, administrator);
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Audit log' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Audit log');
  await expectReadable(page, 'audit-log');

  await page.getByLabel('Outcome').selectOption({ label: 'Refused' });
  await page.getByLabel('Action').selectOption({ label: 'Sign-ins and sessions' });
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/outcome=refused/);
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows.nth(1)).toContainText('A sign-in was refused: wrong password.');
  await expect(page.getByRole('table')).not.toContainText('Signed in with');

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('audit-log.csv');
  await page.goto('/settings/audit');
  await expect(page.getByRole('table')).toContainText(/Exported .* of the audit log\./);

  await page.goto('/profile');
  await expect(page.locator('#recent')).toContainText('A sign-in was refused: wrong password.');
  await stranger.context().close();
  await page.context().close();
});
