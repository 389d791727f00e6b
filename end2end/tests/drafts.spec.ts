/** The list of drafts: where work goes on, and the way back from a draft that somebody has discarded. */

import type { Page } from '@playwright/test';
import { expect, openPage, signedIn, test } from '../fixtures.ts';
import { goodNumbers, leadsOf, newDraft, rowWith, sample, tally } from '../steps.ts';

/** Presses “Discard…” in a draft's row, reads what it asks, and presses it for good. */
async function discard(page: Page, name: string, sentence: string) {
  await rowWith(page, name).getByRole('button', { name: /^Discard…/ }).click();
  const question = page.getByRole('dialog', { name: `Discard “${name}”?` });
  await expect(question).toContainText(`${sentence} You can undo this for 7 days.`);
  await question.getByRole('button', { name: 'Discard draft', exact: true }).click();
  await expect(page.locator('#notice')).toContainText(`“${name}” was discarded.`);
  await expect(rowWith(page, name)).toHaveCount(0);
}

signedIn('a draft that a colleague discards comes back with every lead and fix', async ({ page, browser, coxswain, administrator, member }) => {
  const address = await newDraft(page, { name: 'Weekend promo', sheet: sample('messy-300.csv') });
  await page.goto(`${address}?show=to_fix`);
  await page.getByRole('link', { name: /^Row \d+|^\d+$/ }).first().click();
  await page.getByLabel('Mobile').fill('+62812343062');
  await page.getByRole('button', { name: 'Save row' }).click();
  await page.goto(address);
  const before = await tally(page);

  const other = await openPage(browser, coxswain, member);
  await other.goto('/drafts');
  await expect(rowWith(other, 'Weekend promo')).toContainText('to fix');
  await discard(other, 'Weekend promo', `${administrator.name}’s 300 leads and 1 fix go too.`);
  expect((await page.goto(address))?.status()).toBe(404);
  await other.getByRole('button', { name: 'Undo' }).click();
  await expect(other.getByText('“Weekend promo” was restored.')).toBeVisible();
  await page.goto(address);
  expect(await tally(page)).toEqual(before);
});

signedIn('a draft is discarded and brought back by the keyboard alone', async ({ page }) => {
  await newDraft(page, { name: 'By keyboard', sheet: leadsOf(goodNumbers(2)) });
  await page.goto('/drafts');
  await rowWith(page, 'By keyboard').getByRole('link', { name: 'Continue' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog', { name: 'Discard “By keyboard”?' });
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(question.getByRole('button', { name: 'Discard draft', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  await expect(rowWith(page, 'By keyboard')).toContainText('Ready');
});

signedIn('a draft opens where work is left, and is found by its file', async ({ page }) => {
  await newDraft(page, { name: 'Opens at its rows', sheet: leadsOf(['call me', ...goodNumbers(2)], 'rows-to-open.csv') });
  await page.goto('/drafts');
  await page.getByLabel('Search').fill('rows-to-open');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await expect(rowWith(page, 'Opens at its rows')).toContainText('1 to fix');
  await rowWith(page, 'Opens at its rows').getByRole('link', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/\/drafts\/[0-9a-f-]{36}\?show=to_fix#leads$/);
});

signedIn('nothing of the list is cut off, at any width', async ({ page }) => {
  await newDraft(page, { name: 'A name as long as a name may be, to see where it goes', sheet: leadsOf(goodNumbers(2), `${'long-'.repeat(12)}list.csv`) });
  for (const [width, height] of [[1360, 900], [1024, 768], [390, 844], [320, 640]] as const) {
    await page.setViewportSize({ width, height });
    await page.goto('/drafts');
    const region = page.getByRole('region', { name: 'Drafts' });
    expect(await region.evaluate((it) => it.scrollWidth - it.clientWidth), `${width} px`).toBeLessThanOrEqual(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width} px`).toBeLessThanOrEqual(0);
  }
});

test.describe('without scripts', () => {
  signedIn.use({ javaScriptEnabled: false });

  signedIn('a draft is discarded, undone, and restored from the list', async ({ page }) => {
    await newDraft(page, { name: 'No scripts needed', sheet: leadsOf(goodNumbers(2)) });
    await page.goto('/drafts');
    await discard(page, 'No scripts needed', '2 leads go too.');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(rowWith(page, 'No scripts needed')).toContainText('Ready');
    await discard(page, 'No scripts needed', '2 leads go too.');
    await page.getByLabel('Status').selectOption('Discarded');
    await page.getByRole('button', { name: 'Search' }).click();
    await rowWith(page, 'No scripts needed').getByRole('button', { name: 'Restore draft' }).click();
    await expect(page.getByText('“No scripts needed” was restored.')).toBeVisible();
  });
});
