/** The account's settings. */

import { expect, openPage, signedIn, test } from '../fixtures.ts';
import { zone } from '../program.ts';

signedIn('settings are saved, and a new task offers them', async ({ page }) => {
  await page.goto('/settings');
  const lines = await page.getByLabel('Lines').inputValue();
  await page.getByLabel('Lines').fill(`${lines}\nID_PHONE_BDG Bandung`);
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Settings saved.')).toBeVisible();
  await expect(page.getByLabel('Lines')).toHaveValue(/ID_PHONE_BDG.*Bandung/);
  await page.goto('/tasks/new');
  await page.getByLabel('Line', { exact: true }).selectOption({ label: 'ID_PHONE_BDG · Bandung' });

  await page.goto('/settings');
  await page.getByLabel('Lines').fill(lines);
  await page.getByLabel('AIRudder’s do-not-call list is switched on').check();
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Settings saved.')).toBeVisible();
  await page.goto('/tasks/new');
  await expect(page.getByLabel('Use AIRudder’s do-not-call list')).toBeEnabled();

  await page.goto('/settings');
  await page.getByLabel('AIRudder’s do-not-call list is switched on').uncheck();
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Settings saved.')).toBeVisible();
  await expect(page.getByLabel('AIRudder’s do-not-call list is switched on')).not.toBeChecked();
});

signedIn('wrong settings are told at once, and nothing is saved', async ({ page }) => {
  await page.goto('/settings');
  await page.getByLabel('Country').fill('Indonesia');
  await page.getByLabel('Time zone').fill('Atlantis');
  await page.getByLabel('Leads per batch').fill('10001');
  await page.getByLabel('Account name').fill('');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page).toHaveTitle('Error: Settings · DIDI Indonesia · Coxswain');
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveText([
    'Enter the account name.',
    'Enter a two-letter country code, such as ID, IN, MX or PH.',
    'Enter a time zone from the IANA list, such as America/Mexico_City.',
    'Enter a whole number of leads from 100 to 10000.',
  ]);
  await expect(page.getByLabel('Country')).toHaveValue('Indonesia');
  await expect(page.getByLabel('Time zone')).toHaveValue('Atlantis');
  await expect(page.getByLabel('Leads per batch')).toHaveValue('10001');
  await page.goto('/settings');
  await expect(page.getByLabel('Time zone')).toHaveValue(zone);
});

test('a member may not see the settings', async ({ browser, coxswain, member }) => {
  const page = await openPage(browser, coxswain, member);
  await page.goto('/tasks');
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link')).toHaveText(['Tasks', 'Robots']);
  const response = await page.goto('/settings');
  expect(response?.status()).toBe(403);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You do not have permission');
  await expect(page.getByLabel('Time zone')).toHaveCount(0);
  await page.context().close();
});
