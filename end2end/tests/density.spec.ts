/** How much of a list is in sight, and what stays in sight with it. */

import { type Page, expect } from '@playwright/test';
import { signedIn } from '../fixtures.ts';
import { csv, goodNumbers, leadsOf, newDraft, sample } from '../steps.ts';

/** The rows of which all is in the window, between the headers and the bar. */
function rowsInSight(page: Page): Promise<number> {
  return page.evaluate(() => {
    const edge = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    const [header, scroller, bar] = [edge('#lead-rows thead'), edge('.grid-scroll'), edge('.bottom-bar')];
    if (!header || !scroller || !bar) return 0;
    const bottom = Math.min(bar.top, scroller.bottom, window.innerHeight);
    const boxes = [...document.querySelectorAll('#lead-rows tbody tr')].map((row) => row.getBoundingClientRect());
    return boxes.filter((box) => box.top >= header.bottom - 1 && box.bottom <= bottom + 1).length;
  });
}

/** A list with every field filled, wider than a screen. */
function wide(count: number) {
  const text = 'a comment of many words that fills its column';
  const lead = (number: string) => `Siti Nurhaliza,${number},INSTAGRAM,${text},female,Voucher 40,Jakarta Selatan,31 Desember`;
  return csv('wide.csv', ['Customer,Mobile,Platform,Comments,Gender,ExtraA,ExtraB,ExtraC', ...goodNumbers(count).map(lead)]);
}

signedIn('the first row to fix is above the fold, with a question and without', async ({ page }) => {
  await page.setViewportSize({ width: 1360, height: 900 });
  await newDraft(page, { name: 'Fold', sheet: sample('messy-300.csv') });
  expect(await rowsInSight(page)).toBeGreaterThanOrEqual(5);
  const asked = csv('asked.csv', ['Name,Lama,Baru', 'Siti,+6281233508801,+6281233508811', 'Budi,+6281233508802,+6281233508812']);
  await newDraft(page, { name: 'Fold with a question', sheet: asked });
  await expect(page.getByRole('group', { name: 'Which column has the phone numbers?' })).toBeVisible();
  expect(await rowsInSight(page)).toBeGreaterThanOrEqual(1);
});

signedIn('twenty rows are in sight at the list, each one line', async ({ page }) => {
  await page.setViewportSize({ width: 1360, height: 900 });
  const address = await newDraft(page, { name: 'Dense', sheet: sample('messy-300.csv') });
  await page.goto(`${address}?show=all#leads`);
  await expect(page.getByRole('grid')).toBeVisible();
  await expect.poll(() => rowsInSight(page)).toBeGreaterThanOrEqual(20);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeInViewport();
  const heights = await page.locator('#lead-rows tbody tr').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
  expect(Math.max(...heights)).toBeLessThanOrEqual(37);
});

for (const width of [1360, 1024]) {
  signedIn(`headers, row, customer, mobile and problem stay while the list scrolls at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await newDraft(page, { name: `Stay ${width}`, sheet: wide(60) });
    const boxes = () =>
      page.evaluate(() => {
        const places = ['thead th:nth-child(4)', 'tbody tr:last-child th', 'tbody tr:last-child [data-field=mobile]', 'thead .reasons'];
        const [header, row, mobile, reasons] = places.map((place) => document.querySelector(`#lead-rows ${place}`)?.getBoundingClientRect());
        return { header: header?.top, row: row?.left, mobile: mobile?.left, reasons: reasons?.right };
      });
    const before = await boxes();
    await page.locator('.grid-scroll').evaluate((scroller) => scroller.scrollTo(10_000, 10_000));
    const scrolled = await page.locator('.grid-scroll').evaluate(({ scrollTop, scrollLeft }) => [scrollTop > 100, scrollLeft > 100]);
    expect(scrolled).toEqual([true, true]);
    expect(await boxes()).toEqual(before);
    const cut = await page.locator('#lead-rows thead th').evaluateAll((headers) =>
      headers.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1).map(({ textContent }) => textContent),
    );
    expect(cut).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

signedIn('at the width of a phone a row is a card and nothing is cut', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await newDraft(page, { name: 'Cards', sheet: wide(3) });
  const cells = page.locator('#lead-rows tbody :is(td, th)');
  const cut = await cells.evaluateAll((cells) => {
    const boxes = cells.filter((cell) => cell.getClientRects().length > 0).map((cell) => cell.getBoundingClientRect());
    return boxes.filter((box) => box.left < 0 || box.right > window.innerWidth).length;
  });
  expect(cut).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expect(page.getByRole('button', { name: 'Check with AIRudder' })).toBeInViewport({ ratio: 1 });
});

signedIn('the bar is in sight wherever the page is scrolled to', async ({ page }) => {
  await page.setViewportSize({ width: 1360, height: 600 });
  await newDraft(page, { name: 'Bar', sheet: leadsOf(goodNumbers(80)) });
  const check = page.getByRole('button', { name: 'Check with AIRudder' });
  for (const place of [0, 300, 10_000]) {
    await page.evaluate((place) => window.scrollTo(0, place), place);
    await expect(check).toBeInViewport({ ratio: 1 });
    await expect(page.getByText('80 of 80 will be called')).toBeInViewport({ ratio: 1 });
  }
});
