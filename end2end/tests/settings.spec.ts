/** The account's settings. */

import { type Page } from '@playwright/test';
import { expect, openPage, signedIn, test } from '../fixtures.ts';
import { zone } from '../program.ts';

/** The row of a line, counted from 1. */
function lineRow(page: Page, number: number) {
  return page.getByRole('group', { name: new RegExp(`^(New )?line ${number}$`, 'i') });
}

async function save(page: Page) {
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Settings saved.')).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  signedIn.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    signedIn.use({ javaScriptEnabled });

    signedIn('a line is added, offered, made the default and removed again', async ({ page }) => {
      await page.goto('/settings');
      await lineRow(page, 3).getByLabel('Name at AIRudder').fill('ID_PHONE_BDG');
      await lineRow(page, 3).getByLabel('Your label').fill('Bandung');
      await save(page);
      await lineRow(page, 3).getByLabel('Default').check();
      await save(page);
      await expect(lineRow(page, 1).getByLabel('Name at AIRudder')).toHaveValue('ID_PHONE_BDG');
      await page.goto('/tasks/new');
      await expect(page.getByLabel('Line', { exact: true }).locator('option').nth(1)).toHaveText('ID_PHONE_BDG · Bandung');

      await page.goto('/settings');
      await lineRow(page, 1).getByLabel('Remove').check();
      await save(page);
      await expect(lineRow(page, 1).getByLabel('Name at AIRudder')).toHaveValue('ID_PHONE_JKT');
      await expect(lineRow(page, 3).getByLabel('Name at AIRudder')).toHaveValue('');
    });
  });
}

signedIn('a country proposes its zone and says how its numbers are read', async ({ page }) => {
  await page.goto('/settings');
  await expect(page.getByText(/^0812-345-678 is read as \+62 812-345-678\.$/)).toBeVisible();
  await page.getByLabel('Country').selectOption({ label: 'Philippines' });
  await expect(page.getByLabel('Time zone').locator(':checked')).toHaveText('Manila, UTC+08:00');
  await expect(page.getByText('0905 123 4567 is read as +63 905 123 4567.')).toBeVisible();
});

signedIn('changed settings are not left without a question', async ({ page }) => {
  await page.goto('/settings');
  await page.getByLabel('Account name').fill('Half typed');
  const asked = page.waitForEvent('dialog');
  const leaving = page.getByRole('link', { name: 'Robots' }).click({ noWaitAfter: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await leaving;
  await expect(page).toHaveURL(/\/a\/[^/]+\/settings$/);
  await expect(page.getByLabel('Account name')).toHaveValue('Half typed');

  await page.getByLabel('Account name').fill('DIDI Indonesia');
  await page.getByRole('link', { name: 'Robots' }).click();
  await expect(page).toHaveURL(/\/a\/[^/]+\/robots$/);
});

signedIn('the do-not-call list is switched on for tasks, and off', async ({ page }) => {
  await page.goto('/settings');
  await page.getByLabel('AIRudder’s do-not-call list is switched on').check();
  await save(page);
  await page.goto('/tasks/new');
  await expect(page.getByLabel('Use AIRudder’s do-not-call list')).toBeEnabled();

  await page.goto('/settings');
  await page.getByLabel('AIRudder’s do-not-call list is switched on').uncheck();
  await save(page);
  await expect(page.getByLabel('AIRudder’s do-not-call list is switched on')).not.toBeChecked();
});

signedIn('wrong settings are told at once, and nothing is saved', async ({ page }) => {
  await page.goto('/settings');
  await lineRow(page, 3).getByLabel('Name at AIRudder').fill('ID_PHONE_JKT');
  await page.getByLabel('Country').selectOption({ label: 'Mexico' });
  await page.getByLabel('Leads per batch').fill('10001');
  await page.getByLabel('Account name').fill('');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page).toHaveTitle('Error: Settings · DIDI Indonesia · Coxswain');
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveText([
    'Enter the account name.',
    'Line ID_PHONE_JKT is there twice. Remove one.',
    'Enter a whole number of leads from 100 to 10,000.',
  ]);
  await summary.getByRole('link', { name: /^Line / }).click();
  await expect(lineRow(page, 3).getByLabel('Name at AIRudder')).toBeFocused();
  await expect(page.getByLabel('Country')).toHaveValue('MX');
  await expect(page.getByLabel('Time zone')).toHaveValue('America/Mexico_City');
  await expect(page.getByLabel('Leads per batch')).toHaveValue('10001');
  await page.goto('/settings');
  await expect(page.getByLabel('Time zone')).toHaveValue(zone);
});

test('a member may not see the settings', async ({ browser, coxswain, member }) => {
  const page = await openPage(browser, coxswain, member);
  await page.goto('/tasks');
  const ways = page.getByRole('navigation', { name: 'Main' }).getByRole('link').filter({ hasNotText: 'attention' });
  await expect(ways).toHaveText(['Tasks', 'Insights', 'Robots', 'Do not call']);
  const response = await page.goto('/settings');
  expect(response?.status()).toBe(403);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You do not have permission');
  await expect(page.getByLabel('Time zone')).toHaveCount(0);
  await page.context().close();
});
