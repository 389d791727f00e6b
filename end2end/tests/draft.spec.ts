/** The review of a draft: its leads, its columns, and what happens to it in the meantime. */

import type { Locator } from '@playwright/test';
import { expect, signedIn } from '../fixtures.ts';
import {
  check,
  csv,
  expectTally,
  goodNumbers,
  leadsOf,
  matchColumn,
  newDraft,
  openColumns,
  review,
  rowWith,
  sample,
  showKind,
  submit,
  submitButton,
  tally,
} from '../steps.ts';

signedIn('the review opens on the rows to fix, and every count leads to its leads', async ({ page }) => {
  await newDraft(page, { name: 'Problems', sheet: sample('messy-300.csv') });
  await expect(page.getByRole('link', { name: 'Rows to fix 20' })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('heading', { name: 'Rows to fix' })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(21);
  const row = page.getByRole('row', { name: /^Row 140 / });
  await expect(row.locator('td.bad[data-field]')).toHaveCount(1);
  await expect(row.locator('td.bad[data-field]')).toContainText('Write male or female, or leave it empty.');
  await expect(row.locator('td.reasons')).toHaveText('Gender: not male or female');
  await expect(page.getByText('278 of 300 will be called · 20 have errors · 2 duplicates')).toBeVisible();

  await showKind(page, 'Duplicates 2');
  await expect(page.locator('td.reasons', { hasText: /Same number as row \d+/ })).toHaveCount(2);
  await showKind(page, 'Warnings 1');
  await expect(page).toHaveURL(/\?show=warning$/);
  await expect(rowWith(page, 'This number range is not in use.')).toHaveCount(1);
  await showKind(page, 'All 300');
  await expect(page).toHaveURL(/\?show=all$/);
  await expect(page.getByRole('link', { name: 'All 300' })).toHaveAttribute('aria-current', 'page');
});

signedIn('a number stands as it will be called, and is written as the file has it', async ({ page }) => {
  await newDraft(page, { name: 'Numbers', sheet: leadsOf(['0812335088']) });
  const mobile = page.locator('#row-2 td[data-field=mobile]');
  await expect(mobile.locator('.grid-cell')).toHaveText('+62 812 335 088');
  await expect(page.getByRole('grid')).toBeVisible();
  await mobile.dblclick();
  await expect(page.getByRole('textbox', { name: 'Mobile, row 2' })).toHaveValue('0812335088');
});

signedIn('the sentence of a problem is told in the bar while the keyboard is in its row', async ({ page }) => {
  await newDraft(page, { name: 'Told', sheet: sample('messy-300.csv') });
  await expect(page.getByRole('grid')).toBeVisible();
  await page.locator('#row-140 td[data-field=customer]').click();
  await expect(page.locator('#row-detail')).toBeInViewport();
  await expect(page.locator('#row-detail')).toContainText('Write male or female, or leave it empty.');
});

signedIn('the page of the leads is in the address', async ({ page }) => {
  await newDraft(page, { name: 'Pages', sheet: sample('messy-300.csv') });
  await showKind(page, 'All 300');
  await expect(page.getByRole('row')).toHaveCount(101);
  await expect(page.getByText('1–100 of 300').first()).toBeVisible();
  await page.getByRole('link', { name: 'Next page' }).first().click();
  await expect(page).toHaveURL(/\?show=all&from=100#leads$/);
  await expect(page.getByText('101–200 of 300')).toHaveCount(2);
  await expect(page.getByRole('row').nth(1)).toHaveAccessibleName(/^Row 102 /);
  await page.reload();
  await expect(page.getByRole('row').nth(1)).toHaveAccessibleName(/^Row 102 /);
  await page.getByRole('link', { name: 'Next page' }).last().click();
  await expect(page.getByText('201–300 of 300').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Next page' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Previous page' }).last().click();
  await page.getByRole('link', { name: 'Previous page' }).last().click();
  await expect(page).toHaveURL(/\?show=all#leads$/);
});

signedIn('columns are chosen again, and every lead is read again', async ({ page }) => {
  const sheet = csv('columns.csv', [
    'Customer,Old,New',
    'Siti,not a number,+62812335088',
    'Budi,none,later',
    'Agus,none,later',
  ]);
  await newDraft(page, { name: 'Columns', sheet });
  await expect(page.getByText('No column is used for Mobile. Match the columns.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check with AIRudder' })).toHaveCount(0);

  await openColumns(page);
  await matchColumn(page, 'Old', 'Mobile');
  await expectTally(page, { 'Ready': '0', 'Rows to fix': '3' });
  await expect(page.getByText('No lead is ready. Fix the rows, or upload another list.')).toBeVisible();

  await openColumns(page);
  await matchColumn(page, 'New', 'Mobile');
  await expect(page.getByText('Replaced: “Old”.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check with AIRudder' })).toBeVisible();
  await expectTally(page, { 'Ready': '1', 'Rows to fix': '2' });
});

signedIn('columns are matched by keyboard, and two of them for one field are told', async ({ page }) => {
  const sheet = csv('keys.csv', ['Customer,Mobile,Rute', ...goodNumbers(2).map((number) => `Siti,${number},Kota`)]);
  await newDraft(page, { name: 'Twice', sheet });
  const tabTo = async (target: Locator) => {
    const isThere = () => target.evaluate((element) => element === document.activeElement);
    for (let stops = 0; stops < 80 && !(await isThere()); stops += 1) {
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  const save = page.getByRole('button', { name: 'Save columns' });
  await tabTo(page.getByRole('link', { name: 'Match columns' }));
  await page.keyboard.press('Enter');
  const [customer, route] = [page.getByLabel('Customer', { exact: true }), page.getByLabel('Rute')];
  for (const column of [customer, route]) {
    await tabTo(column);
    await page.keyboard.type('Comm');
  }
  await tabTo(save);
  await page.keyboard.press('Enter');
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('Comments: “Customer” and “Rute” are chosen. Choose one');
  await expect(route).toHaveValue('comments');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(customer).toHaveAttribute('aria-invalid', 'true');
  await tabTo(customer);
  await page.keyboard.type('Cust');
  await tabTo(save);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Columns saved.')).toBeVisible();
  await expectTally(page, { Ready: '2' });
  await expect(page.getByText('3 of 3 used')).toBeVisible();
});

signedIn('a draft that changed must be checked again', async ({ page }) => {
  await newDraft(page, { name: 'Changed', sheet: leadsOf(goodNumbers(4)) });
  await check(page);
  await page.getByRole('link', { name: 'Change call settings' }).click();
  await page.getByLabel('Redials', { exact: true }).fill('2');
  await page.getByLabel('Minutes between redials').fill('5');
  await review(page);
  await expect(page.getByText(/^The draft changed after the check/)).toBeVisible();
  await expect(submitButton(page)).toHaveCount(0);
  await expect(page.getByText('2 redials, 5 minutes apart')).toBeVisible();
  await check(page);
  await expect(submitButton(page)).toHaveText('Submit 4 leads');
});

/** A sheet whose columns are matched by hand: how is remembered for these headers, and must not reach other tests. */
function ofBatch(count: number) {
  return csv('batch.csv', ['Customer,Mobile,Batch', ...goodNumbers(count).map((number) => `Siti,${number},7`)]);
}

signedIn('what another tab changed is told, and nothing is lost', async ({ page, context }) => {
  const address = await newDraft(page, { name: 'Two tabs', sheet: ofBatch(3) });
  await check(page);
  const other = await context.newPage();
  await other.goto(address);
  await expect(submitButton(other)).toBeVisible();

  await openColumns(page);
  await matchColumn(page, 'Customer', 'Not used');

  const changed = 'Not done: the draft was changed in another tab or by someone else. This is the current version.';
  const staleColumns = await context.newPage();
  await staleColumns.goto(address);
  await openColumns(staleColumns);
  await submitButton(other).click();
  await expect(other.getByText(changed)).toBeVisible();
  await expect(other).toHaveURL(address);
  await expect(submitButton(other)).toHaveCount(0);
  await expectTally(other, { Ready: '3' });

  await openColumns(page);
  await matchColumn(page, 'Customer', 'Comments');
  await staleColumns.getByRole('button', { name: 'Save columns' }).click();
  await expect(staleColumns.getByText(changed)).toBeVisible();
  await staleColumns.getByRole('link', { name: 'Back to the review' }).click();
  await check(staleColumns);
  await expect(submitButton(staleColumns)).toHaveText('Submit 3 leads');
});

signedIn('a draft that was submitted in another tab leads to its task', async ({ page, context }) => {
  const address = await newDraft(page, { name: 'Submitted twice', sheet: leadsOf(goodNumbers(3)) });
  await check(page);
  const other = await context.newPage();
  await other.goto(address);
  await submit(page);
  await submitButton(other).click();
  await expect(other).toHaveURL(page.url());
  await other.goto(address);
  await expect(other).toHaveURL(page.url());
});

signedIn('a draft survives a restart of the program', async ({ page, coxswain }) => {
  await newDraft(page, { name: 'Survivor', sheet: sample('messy-300.csv') });
  const before = await tally(page);
  await coxswain.restart();
  await page.reload();
  await expect.poll(() => tally(page)).toEqual(before);
  await page.goto('/drafts');
  await page.getByRole('link', { name: 'Survivor' }).click();
  await check(page);
  await expect(submitButton(page)).toHaveText('Submit 278 leads');
});

signedIn('a draft is discarded', async ({ page }) => {
  const address = await newDraft(page, { name: 'Unwanted', sheet: leadsOf(goodNumbers(2)) });
  await page.getByRole('button', { name: /^Discard…/ }).click();
  await page.getByRole('button', { name: 'Discard draft', exact: true }).click();
  await expect(page).toHaveURL(/\/a\/[^/]+\/drafts$/);
  await expect(page.getByText('“Unwanted” was discarded.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Unwanted' })).toHaveCount(0);
  expect((await page.goto(address))?.status()).toBe(404);
});

signedIn('a draft without a sheet is found again', async ({ page }) => {
  await page.goto('/tasks/new');
  await page.getByLabel('Task name').fill('Half done');
  await page.getByRole('button', { name: 'Review leads' }).click();
  await page.goto('/drafts');
  await expect(rowWith(page, 'Half done')).toContainText('No list yet');
  await page.getByRole('link', { name: 'Half done' }).click();
  await expect(page.getByLabel('Task name')).toHaveValue('Half done');
});
