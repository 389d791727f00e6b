/** A list is kept when it is chosen: nobody loses it by leaving. */

import { type Page } from '@playwright/test';
import { expect, openPage, signIn, signedIn } from '../fixtures.ts';
import {
  chooseSheet,
  expectKept,
  expectTally,
  goodNumbers,
  leadsOf,
  line,
  pressReview,
  review,
  robot,
  rowWith,
  sample,
  type Sheet,
} from '../steps.ts';

/** Chooses a list on a new form, and waits until it is kept. */
async function keep(page: Page, sheet: Sheet, fileName: string) {
  await page.goto('/tasks/new');
  await chooseSheet(page, sheet);
  await expectKept(page, fileName);
}

/** Goes to the form of the draft with that list, by the list of drafts: its settings are not complete. */
async function findAgain(page: Page, fileName: string) {
  await page.goto('/drafts');
  await rowWith(page, fileName).first().getByRole('link').first().click();
}

signedIn('what is in a list shows before the form is sent', async ({ page }) => {
  await keep(page, sample('messy-300.csv'), '300 leads');
  const list = page.locator('#list-kept');
  await expect(list).toContainText('20 rows to fix');
  await expect(list.getByRole('listitem').nth(1)).toContainText(/ · \d+$/);
  await list.getByText('columns of the list used').click();
  await expect(list.getByRole('definition').first()).toBeVisible();
  await expect(page.getByText('There is a problem')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Check with AIRudder' })).toBeVisible();
  await list.getByRole('link', { name: '20 rows to fix' }).click();
  await expectTally(page, { 'Rows to fix': '20' });
});

signedIn('a list and what was filled in are there again after going to Robots', async ({ page }) => {
  await keep(page, leadsOf(goodNumbers(3), 'robots-and-back.csv'), 'robots-and-back.csv');
  await page.getByLabel('Robot', { exact: true }).selectOption({ label: robot });
  await expect(page.getByRole('complementary', { name: 'Summary' })).toContainText(robot);
  await page.getByLabel('Platform').fill('Harbour');
  await page.getByRole('link', { name: 'Robots' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Robots');

  await findAgain(page, 'robots-and-back.csv');
  await expectKept(page, 'robots-and-back.csv');
  await expect(page.getByLabel('Robot', { exact: true }).locator(':checked')).toHaveText(robot);
  await expect(page.getByLabel('Platform')).toHaveValue('Harbour');
});

signedIn('a closed tab loses nothing', async ({ page, browser, coxswain, administrator }) => {
  const tab = await openPage(browser, coxswain, administrator);
  await keep(tab, leadsOf(goodNumbers(3), 'closed-tab.csv'), 'closed-tab.csv');
  await tab.getByLabel('Redials', { exact: true }).fill('4');
  await tab.close({ runBeforeUnload: true });
  await expect(async () => {
    await findAgain(page, 'closed-tab.csv');
    await expect(page.getByLabel('Redials', { exact: true })).toHaveValue('4', { timeout: 500 });
  }).toPass();
  await tab.context().close();
});

signedIn('a page that is loaded again has its list', async ({ page }) => {
  await keep(page, leadsOf(goodNumbers(3), 'again.csv'), 'again.csv');
  await expect(page).toHaveURL(/draft=/);
  await page.reload();
  await expectKept(page, 'again.csv');
  await expect(page.getByText('There is a problem')).toHaveCount(0);
});

signedIn('an ended session is said, and the list that was kept is there after signing in', async ({ page, context, administrator }) => {
  await keep(page, leadsOf(goodNumbers(3), 'signed-out.csv'), 'signed-out.csv');
  await context.clearCookies();
  await page.getByLabel('Now', { exact: true }).check();
  await expect(page.locator('#sheet-answer')).toContainText('Your session has ended');
  await pressReview(page);
  await signIn(page, administrator);
  await expectKept(page, 'signed-out.csv');
  await expect(page.getByLabel('Now', { exact: true })).toBeChecked();
});

signedIn('a button that is pressed during the upload waits for it', async ({ page }) => {
  await page.goto('/tasks/new');
  await page.getByLabel('Robot', { exact: true }).selectOption({ label: robot });
  await page.getByLabel('Line', { exact: true }).selectOption({ label: line });
  await page.getByLabel('Now', { exact: true }).check();
  await chooseSheet(page, leadsOf(goodNumbers(60_000), 'pressed-early.csv'));
  await review(page);
  await expectTally(page, { Ready: '60,000' });
  await page.goto('/drafts');
  await expect(rowWith(page, 'pressed-early.csv')).toHaveCount(1);
});

signedIn('a file that replaces another while that is read is the one that is kept', async ({ page }) => {
  await page.goto('/tasks/new');
  await chooseSheet(page, leadsOf(goodNumbers(60_000), 'first.csv'));
  await chooseSheet(page, leadsOf(goodNumbers(5), 'second.csv'));
  await expectKept(page, 'second.csv');
  await expect(page.locator('#list-kept')).toContainText('5 leads');
  await page.goto('/drafts');
  await expect(rowWith(page, 'first.csv')).toHaveCount(0);
  await expect(rowWith(page, 'second.csv')).toHaveCount(1);
});

signedIn('how much of a large list has been sent is told', async ({ page }) => {
  await page.goto('/tasks/new');
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  const line = { offline: false, latency: 0, downloadThroughput: -1 };
  await network.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: 200_000 });
  const told = page.locator('#sheet-sent + p');
  await page.getByLabel('List', { exact: true }).setInputFiles(leadsOf(goodNumbers(30_000), 'a-large-list.csv'));
  await expect(told).toHaveText(/^[1-9]\d?% sent$/);
  expect(Number(await page.locator('#sheet-sent').getAttribute('value'))).toBeGreaterThan(0);
  await network.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: -1 });
  await expectKept(page, 'a-large-list.csv');
});
