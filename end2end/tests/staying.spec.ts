/** The review stays where it is: nothing that is pressed throws the reader elsewhere, and the last fix leads on. */

import { expect, signedIn } from '../fixtures.ts';
import { csv, goodNumbers, leadsOf, newDraft, showKind } from '../steps.ts';

signedIn('links and forms of the review come back to the same place, with the same panel open', async ({ page }) => {
  await page.setViewportSize({ width: 1360, height: 700 });
  // Both problems have more rows than a screen.
  const rows = goodNumbers(60).flatMap(() => ['Siti,call me', 'Budi,12']);
  await newDraft(page, { name: 'Stays', sheet: csv('stays.csv', ['Customer,Mobile', ...rows]) });
  const place = () => page.evaluate(() => Math.round(scrollY));
  const tools = page.locator('details', { hasText: 'Find and replace' });
  await tools.locator('summary').click();
  await tools.getByLabel('Column').selectOption('customer');
  await tools.getByLabel('Find', { exact: true }).fill('a');
  await tools.getByLabel('Replace with').fill('b');
  await page.evaluate(() => scrollTo(0, 240));
  const before = await place();
  expect(before).toBeGreaterThan(200);
  for (const chip of [0, 1]) {
    const link = page.getByRole('list', { name: 'Problems' }).getByRole('link').nth(chip);
    const href = (await link.getAttribute('href')) ?? '';
    await link.click();
    await expect(page).toHaveURL(new RegExp(`${href.slice(href.indexOf('problem='), href.indexOf('#')).replaceAll('+', '\\+')}`));
    await expect(page.getByRole('list', { name: 'Problems' }).locator('[aria-current]')).toBeFocused();
    await expect.poll(place).toBe(before);
    await expect(tools.getByLabel('Find', { exact: true })).toBeVisible();
  }
});

signedIn('the last fix leads on to the check, and leaving the grid scrolls nothing', async ({ page }) => {
  await page.setViewportSize({ width: 1360, height: 700 });
  const good = goodNumbers(40).map((number) => `Siti,${number}`);
  await newDraft(page, { name: 'Last fix', sheet: csv('last.csv', ['Customer,Mobile', 'Ana,12', ...good]) });
  await showKind(page, 'All 41');
  await expect(page.getByRole('grid')).toBeVisible();
  const mobile = page.locator('#row-2 td[data-field=mobile]');
  await mobile.focus();
  const place = await page.evaluate(() => scrollY);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Check with AIRudder' })).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(place);

  await mobile.focus();
  const row = await page.locator('#row-2').boundingBox();
  await page.keyboard.press('Enter');
  await expect(page.locator('.cell-editor')).toBeFocused();
  expect((await page.locator('#row-2').boundingBox())?.height).toBe(row?.height);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('0812343062');
  await page.keyboard.press('Tab');
  await expect(page.locator('#grid-said')).toHaveText('Row 2: Ready. Nothing is left to fix.');
  await expect(page.getByRole('button', { name: 'Check with AIRudder' })).toBeFocused();
  await expect(page.getByText('Nothing is left to fix. A dry run')).toBeVisible();
  await page.goto(`${page.url().split('?')[0]}?show=to_fix`);
  await expect(page.getByText('41 leads are ready.')).toBeVisible();
});

signedIn('a check is cancelled while AIRudder is asked', async ({ page }) => {
  await newDraft(page, { name: 'Cancelled sandbox-check-slow', sheet: leadsOf(goodNumbers(3)) });
  await page.getByRole('button', { name: 'Check with AIRudder' }).click();
  await page.getByRole('button', { name: 'Cancel the check' }).click();
  await expect(page.getByText('The check is cancelled.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check with AIRudder' })).toBeVisible();
});
