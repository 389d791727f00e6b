/** The do-not-call lists: a number is listed, is not called, and is taken off again. */

import { expect, expectReadable, openPage, test } from '../fixtures.ts';
import { check, csv, goodNumbers, leadsOf, newDraft } from '../steps.ts';

// Its lists hold in every account: nobody else is to find them.
test.use({ environment: { COXSWAIN_ACCOUNT_NAME: 'Do not call' } });

test('a number on the list is not called, and a person finds out why', async ({ browser, coxswain, administrator }) => {
  const page = await openPage(browser, coxswain, administrator);
  await page.goto('/tasks');
  await page.getByRole('link', { name: 'Do not call' }).click();
  await page.getByLabel('Numbers', { exact: true }).fill('0812 300000\nnobody');
  await page.getByLabel('Reason', { exact: true }).fill('Asked by email');
  await page.getByRole('button', { name: 'Add numbers' }).click();
  await expect(page.getByRole('alert')).toContainText('Line 2 is not a phone number.');
  await expectReadable(page, 'do-not-call-refused');
  await page.getByLabel('Numbers', { exact: true }).fill('0812 300000');
  await page.getByRole('button', { name: 'Add numbers' }).click();
  await expect(page.locator('#notice')).toContainText('1 number added to the company list.');
  await page.getByLabel('File with numbers').setInputFiles(csv('complaints.csv', ['Phone', '+62812300000', '+62812399999']));
  await page.getByLabel('Reason', { exact: true }).fill('Complained');
  await page.getByRole('button', { name: 'Add numbers' }).click();
  await expect(page.locator('#notice')).toContainText('1 number added to the company list; 1 was already on it.');

  await newDraft(page, { name: 'Listed', sheet: leadsOf(goodNumbers(3)) });
  await page.getByRole('link', { name: /^Do not call 1/ }).click();
  await expect(page.locator('.leads-card')).toContainText('On a do-not-call list: Company list');
  await expectReadable(page, 'review-do-not-call');

  await page.goto('/do-not-call');
  await page.getByLabel('Phone number').fill('+62812300000');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.locator('#found')).toContainText('“Asked by email”');
  await page.getByRole('button', { name: 'Take off the list' }).click();
  await expect(page.getByRole('alert')).toContainText('Write why, in a few words.');
  await expectReadable(page, 'do-not-call-found');
  await page.getByLabel('Reason for taking it off').fill('Signed up again');
  await page.getByRole('button', { name: 'Take off the list' }).click();
  await expect(page.locator('#notice')).toContainText('The number was taken off the list.');
});

test('a list is uploaded, is out of date, and what is checked with it is refused', async ({ browser, coxswain, administrator }) => {
  const page = await openPage(browser, coxswain, administrator);
  await page.goto('/do-not-call');
  await page.getByRole('link', { name: 'Upload a list' }).click();
  await page.getByLabel('Kind').selectOption('reus');
  await expect(page.getByLabel('Current for (days)')).toHaveValue('45');
  await expect(page.getByLabel('Applied in accounts that sell')).toHaveValue('finance');
  await page.getByLabel('Kind').selectOption('client');
  await expect(page.getByLabel('Applied in accounts that sell')).toHaveValue('every');
  await expect(page.getByLabel('List of')).toHaveValue('');
  await page.getByLabel('Name', { exact: true }).fill('Client 2025');
  await page.getByLabel('List of').fill('2025-01-01');
  await page.getByLabel('Current for (days)').fill('30');
  await page.getByLabel('File').setInputFiles(csv('clientes.csv', ['Telefono', '+62812300001', 'nadie', '+62812300002']));
  await expectReadable(page, 'do-not-call-upload');
  await page.getByRole('button', { name: 'Upload the list' }).click();
  await expect(page.locator('#notice')).toContainText('2 numbers of the column “Telefono”. 1 row was left out without a readable number: row 3.');
  await expect(page.locator('#lists')).toContainText('Out of date');
  await expectReadable(page, 'do-not-call-lists');

  await page.getByRole('link', { name: 'Upload newer' }).click();
  await page.getByLabel('List of').fill('2024-12-31');
  const older = csv('clientes.csv', ['Telefono', '+62812300001', '+62812300002']);
  await page.getByLabel('File').setInputFiles(older);
  await page.getByRole('button', { name: 'Upload the list' }).click();
  await expect(page.getByRole('alert')).toContainText('This list is dated 31 Dec 2024, but the one it would replace is newer: 1 Jan 2025.');
  await expectReadable(page, 'do-not-call-older');
  await page.getByLabel('Replace the newer list').check();
  await page.getByLabel('List of').fill('2025-01-01');
  await page.getByLabel('File').setInputFiles(older);
  await page.getByRole('button', { name: 'Upload the list' }).click();
  await expect(page.locator('#notice')).toContainText('2 numbers of the column “Telefono”.');

  await newDraft(page, { name: 'Outdated', sheet: leadsOf(goodNumbers(4)) });
  await expect(page.locator('#questions')).toContainText('This do-not-call list is out of date: Client 2025 (of 1 Jan 2025).');
  await check(page);
  const review = page.url();
  await page.goto('/do-not-call');
  await page.getByRole('button', { name: 'Refuse instead' }).click();
  await expect(page.getByRole('button', { name: 'Only warn' })).toBeVisible();
  await page.goto(review);
  await expect(page.getByRole('button', { name: /^Submit/ })).toHaveCount(0);

  await page.goto('/do-not-call');
  await page.getByRole('button', { name: 'Remove…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.locator('#notice')).toContainText('The list was removed.');
});
