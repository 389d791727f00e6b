/** The account's settings. */

import { expect, openPage, signedIn, test } from '../fixtures.ts';
import { zone } from '../program.ts';

signedIn('settings are saved, and a new task offers them', async ({ page }) => {
  await page.goto('/settings');
  const lines = await page.getByLabel('Lines').inputValue();
  await page.getByLabel('Lines').fill(`${lines}\nID_PHONE_BDG Bandung`);
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('The settings are saved.')).toBeVisible();
  await expect(page.getByLabel('Lines')).toHaveValue(/ID_PHONE_BDG.*Bandung/);
  await page.goto('/tasks/new');
  await page.getByLabel('Line', { exact: true }).selectOption({ label: 'ID_PHONE_BDG · Bandung' });

  await page.goto('/settings');
  await page.getByLabel('Lines').fill(lines);
  await page.getByLabel('Do-not-call pool is arranged with AIRudder').check();
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('The settings are saved.')).toBeVisible();
  await page.goto('/tasks/new');
  await expect(page.getByLabel('Leave out AIRudder’s do-not-call pool')).toBeEnabled();

  await page.goto('/settings');
  await page.getByLabel('Do-not-call pool is arranged with AIRudder').uncheck();
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('The settings are saved.')).toBeVisible();
  await expect(page.getByLabel('Do-not-call pool is arranged with AIRudder')).not.toBeChecked();
});

signedIn('wrong settings are told at once, and nothing is saved', async ({ page }) => {
  await page.goto('/settings');
  await page.getByLabel('Country').fill('Indonesia');
  await page.getByLabel('Zone').fill('Atlantis');
  await page.getByLabel('Leads in a part').fill('10001');
  await page.getByLabel('Name', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page).toHaveTitle('Error: Settings · Coxswain');
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveText([
    'Give the account a name.',
    'Write the two letters of a country that has phone numbers, such as ID, IN, MX or PH.',
    'Write the zone as IANA names it, such as America/Mexico_City.',
    'Leads in a part are a whole number from 100 to 10000, digits only.',
  ]);
  await expect(page.getByLabel('Country')).toHaveValue('Indonesia');
  await expect(page.getByLabel('Zone')).toHaveValue('Atlantis');
  await expect(page.getByLabel('Leads in a part')).toHaveValue('10001');
  await page.goto('/settings');
  await expect(page.getByLabel('Zone')).toHaveValue(zone);
});

test('a member may not see the settings', async ({ browser, coxswain, member }) => {
  const page = await openPage(browser, coxswain, member);
  await page.goto('/tasks');
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link')).toHaveText(['Tasks', 'Robots']);
  const response = await page.goto('/settings');
  expect(response?.status()).toBe(403);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You may not see this page');
  await expect(page.getByLabel('Zone')).toHaveCount(0);
  await page.context().close();
});
