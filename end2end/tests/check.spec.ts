/** What AIRudder says to the leads, and what is submitted after it. */

import { expect, signedIn } from '../fixtures.ts';
import { blocked, check, goodNumbers, launch, launchButton, leadsOf, newDraft, rowWith, submit, submitButton, taskState, taskTab, toLaunch, unnamed } from '../steps.ts';

signedIn('refused leads are named, and left out only by choice', async ({ page }) => {
  const address = await newDraft(page, { name: 'Refused leads', sheet: leadsOf([...goodNumbers(2), blocked]) });
  await check(page);
  const refused = page.getByRole('region', { name: 'AIRudder refused 1 of 3 leads' });
  await expect(page.getByText('2 of 3 will be called · 1 refused by AIRudder')).toBeVisible();
  await expect(submitButton(page)).toHaveText('Submit 2 leads');
  await refused.getByRole('link', { name: 'Show 1 refused lead' }).click();
  await expect(page.getByRole('link', { name: 'Refused by AIRudder 1' })).toHaveAttribute('aria-current', 'page');
  await expect(page.locator('#row-4')).toContainText('Customer 3');
  await expect(page.locator('td.bad[data-field]')).toContainText('AIRudder: “Number Blocked');

  await page.goto(address);
  await toLaunch(page);
  await expect(page.getByRole('link', { name: '1 refused by AIRudder' })).toBeVisible();
  await expect(launchButton(page)).toHaveText('Call 2 people now');
  await launch(page);
  await expect(taskState(page)).toHaveText('Created');
  await expect(page.getByRole('heading', { name: 'AIRudder refused 1 lead' })).toBeVisible();
  await expect(page.getByText('Left out', { exact: true })).toBeVisible();
  const lead = rowWith(page, 'Number Blocked');
  await expect(lead).toContainText('0000');
  expect(await page.content()).not.toContain(blocked);
  expect(await page.content()).not.toContain(blocked.slice(1, -4));
});

signedIn('a list of which every lead is refused cannot be submitted', async ({ page }) => {
  await newDraft(page, { name: 'All refused', sheet: leadsOf([blocked]) });
  await page.getByRole('button', { name: 'Check with AIRudder' }).click();
  await expect(page.getByText('AIRudder refused every lead. Fix them, then check again.')).toBeVisible();
  await expect(submitButton(page)).toHaveCount(0);
});

signedIn('a check shows how far it has come, goes on without the page, and ends by itself', async ({ page }) => {
  const address = await newDraft(page, { name: 'Slow sandbox-check-slow', sheet: leadsOf(goodNumbers(3)) });
  await page.getByRole('button', { name: 'Check with AIRudder' }).click();
  await expect(page.getByRole('progressbar')).toHaveAttribute('max', '3');
  await expect(page.getByRole('status').filter({ hasText: '0 of 3 leads checked' })).toBeVisible();
  await page.goto('/tasks');
  await page.goto(address);
  await expect(page.getByRole('progressbar')).toHaveAttribute('max', '3');
  await expect(page.getByText('AIRudder accepts all 3 leads.')).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
});

signedIn('a check that AIRudder refuses says its words, and is asked for again', async ({ page }) => {
  await newDraft(page, { name: 'Words sandbox-check-refuse', sheet: leadsOf(goodNumbers(3)) });
  await page.getByRole('button', { name: 'Check with AIRudder' }).click();
  const refused = page.getByRole('region', { name: 'AIRudder would refuse this task' });
  await expect(refused).toContainText('its name asks for it');
  await expect(submitButton(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Check/ })).toBeVisible();
});

signedIn('a list of 10,240 leads is split in three batches', async ({ page }) => {
  await newDraft(page, { name: 'Long list', sheet: leadsOf(goodNumbers(10_240)) });
  await expect(page.getByText('10,240 leads in 3 batches: 2 of 5,000 and one of 240.')).toBeVisible();
  await page.getByRole('button', { name: 'Check with AIRudder' }).click();
  await expect(submitButton(page)).toHaveText('Submit 10,240 leads');
  await submit(page);
  await expect(taskState(page)).toHaveText('Created');
  await taskTab(page, 'Batches');
  const parts = page.getByRole('region', { name: 'Batches' }).getByRole('row').filter({ hasText: 'AIRudder created the task.' });
  await expect(parts).toHaveCount(3);
  await expect(parts).toContainText(['5,000', '5,000', '240']);
  await expect.poll(async () => new Set((await page.locator('#support').textContent())?.match(/(?<=· )[0-9a-f]{32}/g)).size).toBe(3);
});

signedIn('a lead that AIRudder refuses without naming it is found by halves of the list', async ({ page }) => {
  await newDraft(page, { name: 'Found', sheet: leadsOf([...goodNumbers(8), unnamed]) });
  await page.getByRole('button', { name: 'Check with AIRudder' }).click();
  await expect(page.getByRole('heading', { name: 'AIRudder refuses a lead that it does not name' })).toBeVisible();
  await expect(submitButton(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Find it' }).click();
  await page.getByRole('link', { name: 'Show 1 refused lead' }).click();
  await expect(page.locator('#lead-rows tbody tr')).toHaveCount(1);
  await expect(page.locator('#row-10')).toContainText('+62 812 9000 005');
  await expect(submitButton(page)).toHaveText('Submit 8 leads');
});
