/** What the script adds to the file input. */

import { type Page } from '@playwright/test';
import { truncateSync, writeFileSync } from 'node:fs';
import { expect, signedIn } from '../fixtures.ts';
import { speak } from '../languages.ts';
import { chooseSheet, expectTally, fillTask, goodNumbers, leadsOf, review, sample } from '../steps.ts';

/** Drops a file onto the place for it. */
async function drop(page: Page, { name, buffer }: { name: string; buffer: Buffer }) {
  const dataTransfer = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name, { type: 'text/csv' }));
      return transfer;
    },
    [name, buffer.toString()] as const,
  );
  const place = page.locator('.drop');
  await place.dispatchEvent('dragover', { dataTransfer });
  await expect(place).toHaveAttribute('data-over', '', { timeout: 500 });
  await place.dispatchEvent('drop', { dataTransfer });
  await expect(place).not.toHaveAttribute('data-over', { timeout: 500 });
}

signedIn('a spreadsheet is dropped onto the form', async ({ page }) => {
  await page.goto('/tasks/new');
  await fillTask(page, { name: 'Dropped' });
  await expect(async () => {
    await drop(page, leadsOf(goodNumbers(3), 'dropped.csv'));
    await expect(page.locator('#sheet-chosen')).toContainText('dropped.csv', { timeout: 500 });
  }).toPass();
  await review(page);
  await expectTally(page, { Ready: '3' });
  await expect(page.getByText('dropped.csv')).toBeVisible();
});

signedIn('a file over 64 MB is given up at once, and everything else stays', async ({ page }, info) => {
  const large = info.outputPath('large.csv');
  writeFileSync(large, 'Customer,Mobile\n');
  truncateSync(large, 65 * 1024 * 1024);
  await page.goto('/tasks/new');
  await fillTask(page, { name: 'Far too large' });
  await expect(async () => {
    await chooseSheet(page, large);
    await expect(page.locator('#sheet-chosen')).toHaveText(
      '“large.csv” is 65 MB. The limit is 64 MB: split the list, or save it as CSV.',
      { timeout: 500 },
    );
  }).toPass();
  await expect(page.getByLabel('List', { exact: true })).toHaveValue('');
  await expect(page.getByLabel('Task name')).toHaveValue('Far too large');

  await chooseSheet(page, sample('clean-500.csv'));
  await expect(page.locator('#sheet-chosen')).toHaveText('clean-500.csv is saved in a draft: 500 leads, 0 rows to fix.');
  await review(page);
  await expect(page.getByText('clean-500.csv')).toBeVisible();
});

signedIn('the size of a file is written as the language writes numbers', async ({ page, coxswain }, info) => {
  const large = info.outputPath('large.csv');
  writeFileSync(large, 'Customer,Mobile\n');
  truncateSync(large, 65.5 * 1024 * 1024);
  for (const [language, size] of [['id', '65,5 MB'], ['es-MX', '65.5 MB']] as const) {
    await speak(page, coxswain, language);
    await page.goto('/tasks/new');
    await expect(async () => {
      await page.locator('input[type=file]').setInputFiles(large);
      await expect(page.locator('#sheet-chosen')).toContainText(size, { timeout: 500 });
    }).toPass();
  }
});

signedIn('the chosen file is named', async ({ page }) => {
  await page.goto('/tasks/new');
  await expect(async () => {
    await chooseSheet(page, sample('spanish.xlsx'));
    await expect(page.locator('#sheet-chosen')).toContainText('spanish.xlsx', { timeout: 500 });
  }).toPass();
});
