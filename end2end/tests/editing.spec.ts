/** Editing leads: in the grid by keyboard, in groups, as a file, and without scripts. */

import type { Page } from '@playwright/test';
import { expect, signedIn } from '../fixtures.ts';
import {
  check,
  csv,
  expectTally,
  goodNumbers,
  leadsOf,
  newDraft,
  rowWith,
  sample,
  showKind,
  submitButton,
  tally,
} from '../steps.ts';

/** Waits until the grid answers to the keyboard. */
async function awake(page: Page) {
  await expect(page.getByRole('grid')).toBeVisible();
}

/** The cell of a field in a row. */
function cell(page: Page, row: number, field: string) {
  return page.locator(`#row-${row} td[data-field=${field}]`);
}

/** Puts a text on the clipboard as another program would, and pastes it into the cell that has the keyboard. */
async function paste(page: Page, text: string) {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

signedIn('a wrong number is fixed by keyboard alone, undone and done again', async ({ page }) => {
  const sheet = csv('wrong.csv', ['Customer,Mobile', 'Siti,call me', 'Budi,+62812335088', 'Agus,12']);
  await newDraft(page, { name: 'Keyboard', sheet });
  await showKind(page, 'All 3');
  await awake(page);
  await cell(page, 2, 'customer').focus();
  await page.keyboard.press('Tab');
  await expect(cell(page, 2, 'mobile')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('0812343062');
  await page.keyboard.press('Tab');
  await expect(cell(page, 4, 'mobile')).toBeFocused();
  await expect(cell(page, 2, 'mobile')).toContainText('+62 812 343 062');
  await expect(cell(page, 2, 'mobile')).toContainText('In the file: call me');
  await expect(page.locator('#grid-said')).toHaveText(/^Row 2: Ready\./);
  await expectTally(page, { 'Ready': '2', 'Rows to fix': '1' });

  // A letter opens the cell and replaces what it says; Escape leaves everything as it was.
  await page.keyboard.type('9');
  await page.keyboard.press('Escape');
  await expect(cell(page, 4, 'mobile')).toBeFocused();
  await expect(cell(page, 4, 'mobile').locator('.grid-cell')).toHaveText('12');

  await page.keyboard.press('ControlOrMeta+Z');
  await expectTally(page, { 'Ready': '1', 'Rows to fix': '2' });
  await expect(cell(page, 2, 'mobile')).toHaveClass(/bad/);
  await page.keyboard.press('ControlOrMeta+Y');
  await expectTally(page, { 'Ready': '2', 'Rows to fix': '1' });

  // All of it was saved as it was done.
  await page.reload();
  await expect(cell(page, 2, 'mobile').locator('.grid-cell')).toHaveText('+62 812 343 062');
  await page.getByRole('button', { name: /^Undo: Mobile in row 2/ }).click();
  await expect(page.getByText('Undone: Mobile in row 2.')).toBeVisible();
});

signedIn('the arrow keys move, and the grid is one stop of the keyboard', async ({ page }) => {
  await newDraft(page, { name: 'Arrows', sheet: leadsOf(goodNumbers(3)) });
  await awake(page);
  await cell(page, 2, 'customer').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, 3, 'mobile')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+End');
  await expect(cell(page, 4, 'mobile')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Home');
  await expect(cell(page, 2, 'customer')).toBeFocused();
  await expect(page.locator('#lead-rows td[tabindex="0"]')).toHaveCount(1);
  // Without a fault to go to, Tab leaves.
  await page.keyboard.press('Tab');
  await expect(page.locator('#lead-rows td:focus')).toHaveCount(0);
});

signedIn('a block from a spreadsheet is pasted, and undone in one step', async ({ page }) => {
  await newDraft(page, { name: 'Block', sheet: leadsOf(goodNumbers(3)) });
  await awake(page);
  await cell(page, 3, 'customer').focus();
  await paste(page, 'Ana\t+62812355501\r\n"Eva\nMaria"\tnobody\r\nToo far\t1\r\n');
  await expect(cell(page, 3, 'customer').locator('.grid-cell')).toHaveText('Ana');
  await expect(cell(page, 4, 'mobile')).toHaveClass(/bad/);
  await expectTally(page, { 'Ready': '2', 'Rows to fix': '1' });
  await page.getByRole('button', { name: 'Undo: 4 cells' }).click();
  await expectTally(page, { 'Ready': '3', 'Rows to fix': '0' });
});

signedIn('what cannot be saved at once is kept, told, and saved later', async ({ page, context }) => {
  await newDraft(page, { name: 'Offline', sheet: leadsOf(goodNumbers(2)) });
  await awake(page);
  await cell(page, 2, 'customer').focus();
  await context.setOffline(true);
  await page.keyboard.type('Ana');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Changes not saved: 1. Coxswain is not responding. Trying again…')).toBeVisible();
  await expect(cell(page, 2, 'customer')).toHaveClass(/unsaved/);
  await context.setOffline(false);
  await expect(page.getByRole('button', { name: /^Undo: Customer in row 2/ })).toBeVisible();
  await expect(page.getByText('Coxswain is not responding. Trying again…')).toBeHidden();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(cell(page, 2, 'customer')).not.toHaveClass(/unsaved/);
  await page.reload();
  await expect(cell(page, 2, 'customer').locator('.grid-cell')).toHaveText('Ana');
});

signedIn('a fixed number becomes a duplicate, and the check has to be made again', async ({ page }) => {
  const [first = '', second = ''] = goodNumbers(2);
  await newDraft(page, { name: 'Becomes', sheet: leadsOf([first, second]) });
  await check(page);
  await expect(submitButton(page)).toBeVisible();
  await awake(page);
  await cell(page, 3, 'mobile').focus();
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(first);
  await page.keyboard.press('Enter');
  await expect(page.locator('#row-3')).toContainText('Same number as row 2');
  await expect(submitButton(page)).toHaveCount(0);
  await check(page);
  await expect(submitButton(page)).toHaveText('Submit 1 lead');
});

signedIn('bulk fixes fix whole groups, and are taken back', async ({ page }) => {
  await newDraft(page, { name: 'Whole groups', sheet: sample('messy-300.csv') });
  const before = await tally(page);
  await expect(page.getByRole('button', { name: /^Shorten/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Comments: too long 2' }).click();
  await page.getByRole('button', { name: 'Shorten 2 comments to 64 characters' }).click();
  await expect(page.getByText('Shortened Comments in 2 rows.')).toBeVisible();
  await page.getByRole('link', { name: 'Mobile: empty 2' }).click();
  await expect(page.getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: 'Leave out 2 rows', exact: true }).click();
  await expectTally(page, { 'Rows to fix': '16', 'Left out': '2' });
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: /^Undo: / }).click();
  await expect.poll(() => tally(page)).toEqual(before);
});

signedIn('leads are searched, filtered by problem, sorted, and replaced in', async ({ page }) => {
  await newDraft(page, { name: 'Find', sheet: sample('messy-300.csv') });
  await page.getByRole('link', { name: /^Mobile: empty 2/ }).click();
  await expect(page.getByRole('row')).toHaveCount(3);
  await showKind(page, 'All 300');
  await page.getByLabel('Search leads').fill('rina');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.locator('#lead-rows tbody tr').first()).toContainText('Rina Wijaya');
  await page.getByRole('columnheader', { name: 'Mobile' }).getByRole('link').click();
  await expect(page.getByRole('columnheader', { name: /Mobile/ })).toHaveAttribute('aria-sort', 'ascending');
  await page.getByText('Find and replace').click();
  await page.getByLabel('Find', { exact: true }).fill('Rina');
  await page.getByLabel('Replace with').fill('Ina');
  await page.getByRole('button', { name: 'Find cells' }).click();
  await page.getByRole('button', { name: /^Replace in \d+ cells?$/ }).click();
  await expect(page.getByText(/^Replaced “Rina” in \d+ cells? of Customer\.$/)).toBeVisible();
  // What the file says is found too.
  await expect(page.locator('#lead-rows tbody tr').first()).toContainText('In the file: Rina Wijaya');
});

signedIn('rows to fix go out as a file and come back', async ({ page }) => {
  const sheet = csv('out.csv', ['Customer,Mobile', '=HYPERLINK("x"),call me', 'Budi,+62812335088']);
  await newDraft(page, { name: 'Out', sheet });
  await page.getByText('Rows to fix as a file').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()]);
  expect(download.suggestedFilename()).toBe('rows-to-fix.csv');
  let text = '';
  for await (const chunk of await download.createReadStream()) {
    text += String(chunk);
  }
  expect(text).toContain('"\'=HYPERLINK');
  const fixed = text.replace('call me', '+62812343062');
  await page.getByLabel('Fixed file').setInputFiles({ name: 'fixed.csv', mimeType: 'text/csv', buffer: Buffer.from(fixed) });
  await page.getByRole('button', { name: 'Upload fixed rows' }).click();
  await expect(page.getByText('1 lead changed.')).toBeVisible();
  await expectTally(page, { 'Ready': '2', 'Rows to fix': '0' });
  await expect(cell(page, 2, 'customer').locator('.grid-cell')).toHaveText('=HYPERLINK("x")');
});

signedIn('a guessed encoding can be chosen otherwise', async ({ page }) => {
  await newDraft(page, { name: 'Letters', sheet: sample('semicolon-latin1.csv') });
  const before = await page.locator('#lead-rows tbody').textContent();
  await page.getByText('Do letters look wrong?').click();
  await expect(page.getByRole('radio', { name: /Western European \(windows-1252\)/ })).toBeChecked();
  // It shows what it makes of the first name.
  await page.getByRole('radio', { name: 'Marнa Fernanda Nъсez Cyrillic (windows-1251)' }).check();
  await page.getByRole('button', { name: 'Read file again' }).click();
  await expect(page.getByText('File read again. Fixes made before are gone.')).toBeVisible();
  expect(await page.locator('#lead-rows tbody').textContent()).not.toEqual(before);
});

signedIn.describe('without scripts', () => {
  signedIn.use({ javaScriptEnabled: false });

  signedIn('a lead is fixed and left out on a page of its own', async ({ page }) => {
    const sheet = csv('plain.csv', ['Customer,Mobile', 'Siti,call me', 'Budi,+62812335088']);
    const address = await newDraft(page, { name: 'Plain', sheet });
    await page.getByRole('link', { name: 'Row 2', exact: true }).click();
    await page.getByLabel('Mobile', { exact: true }).fill('+62812343062');
    await page.getByRole('button', { name: 'Save row' }).click();
    await expect(page.getByText('Row 2 saved.')).toBeVisible();
    await page.getByRole('button', { name: 'Leave out this row' }).click();
    await expect(page.getByText('Row 2 left out.')).toBeVisible();
    await page.goto(address);
    await expect(rowWith(page, 'Left out by hand')).toHaveCount(1);
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expectTally(page, { Ready: '2' });
  });

  signedIn('rows to fix are gone through one after the other', async ({ page }) => {
    const sheet = csv('several.csv', ['Customer,Mobile', 'Siti,call me', 'Budi,+62812335088', 'Agus,none', 'Rina,later']);
    await newDraft(page, { name: 'Several', sheet });
    await page.getByRole('link', { name: 'Row 2', exact: true }).click();
    await page.getByLabel('Mobile', { exact: true }).fill('+62812343062');
    await page.getByRole('button', { name: 'Save and next (3 left)' }).click();
    await expect(page.getByText('Row 2 saved.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Row 4');
    await page.getByRole('link', { name: 'Next row to fix' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Row 5');
    await page.getByLabel('Gender').selectOption('female');
    await page.getByLabel('Mobile', { exact: true }).fill('+62812343063');
    await page.getByRole('button', { name: 'Save and next (2 left)' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Row 4');
    await expect(page.getByRole('button', { name: /^Save and next/ })).toHaveCount(0);
  });
});
