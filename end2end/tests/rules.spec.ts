/** Nobody is called outside of a calling rule before somebody has said why. */

import { type Page } from '@playwright/test';
import { expect, expectReadable, signedIn } from '../fixtures.ts';
import { zoneWhereItIs } from '../program.ts';
import { check, fillTask, goodNumbers, launch, launchButton, leadsOf, newDraft, readyLaunchButton, review, submitButton, taskTab, toLaunch, batchRow } from '../steps.ts';

// In the account it is 22 o'clock: two hours after the hours of the shipped rule.
signedIn.use({ environment: { COXSWAIN_ZONE: zoneWhereItIs(22) } });

const tooLate = /Calls could fall outside the calling rule for Indonesia, other products and services/;
const giveReason = 'Save the reason';

/** Writes a reason on the launch that is open. */
async function reasonFor(page: Page, reason: string) {
  await page.getByLabel('Reason').fill(reason);
  await page.getByRole('button', { name: giveReason }).click();
  await expect(page.getByText(`“${reason}”`)).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  signedIn.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    signedIn.use({ javaScriptEnabled });

    signedIn('a task in the evening is launched with a reason', async ({ page }) => {
      await page.goto('/tasks/new');
      await expect(page.getByText(tooLate)).toBeVisible();
      await newDraft(page, { name: 'In the evening', sheet: leadsOf(goodNumbers(3)) });
      await expect(page.getByText(tooLate)).toBeVisible();
      await page.getByRole('button', { name: 'Check with AIRudder' }).click();
      await expect(async () => {
        await page.reload();
        await expect(submitButton(page)).toBeVisible({ timeout: 1_000 });
      }).toPass();
      await submitButton(page).click();
      await expect(page.getByText(tooLate)).toBeVisible();
      await expect(launchButton(page)).toHaveCount(0);
      if (javaScriptEnabled) {
        await expectReadable(page, 'launch-outside');
      }
      await reasonFor(page, 'They asked for the evening');
      if (javaScriptEnabled) {
        await expectReadable(page, 'launch-with-reason');
      }
      await launch(page);
      await expect(page.getByText('They asked for the evening')).toBeVisible();
      await taskTab(page, 'Activity');
      await expect(page.getByText('Submitted 3 leads, to be called outside of the calling rule for a reason.')).toBeVisible();
    });

    signedIn('the form puts the window that is offered into its fields', async ({ page }) => {
      const moveTo = page.getByRole('button', { name: /^Move to \w{3} \d+ \w{3}, 08:00–18:00$/ });
      await newDraft(page, { name: 'Other hours', sheet: leadsOf(goodNumbers(3)) });
      await page.goto(page.url().replace(/\/drafts\/(.*)$/, '/tasks/new?draft=$1'));
      await moveTo.click();
      await expect(page.getByText('The time to call was changed.')).toBeVisible();
      await expect(page.getByLabel('Later', { exact: true })).toBeChecked();
      await expect(page.getByLabel('Opens at')).toHaveValue('08:00');
      await expect(page.getByLabel('Closes at')).toHaveValue('18:00');
      await expect(page.locator('#list-kept')).toContainText('leads.csv');
      await expect(moveTo).toHaveCount(0);
      await review(page);
      await expect(page.getByText(tooLate)).toHaveCount(0);
    });

    signedIn('the window that is offered is taken with one press', async ({ page }) => {
      await newDraft(page, { name: 'Another time', sheet: leadsOf(goodNumbers(3)) });
      await expect(page.getByText(tooLate)).toBeVisible();
      if (javaScriptEnabled) {
        await expectReadable(page, 'review-outside');
      }
      await page.getByRole('button', { name: /^Move to \w{3} \d+ \w{3}, 08:00–18:00$/ }).click();
      await expect(page.getByText('The time to call was changed. Check again.')).toBeVisible();
      await expect(page.getByText(tooLate)).toHaveCount(0);
      await page.getByRole('button', { name: 'Check with AIRudder' }).click();
      await expect(async () => {
        await page.reload();
        await expect(submitButton(page)).toBeVisible({ timeout: 1_000 });
      }).toPass();
      await toLaunch(page);
      await expect(await readyLaunchButton(page)).toHaveText(/^Schedule 3 calls for \w{3} \d+ \w{3}, 08:00$/);
    });
  });
}

signedIn('a batch is sent again outside of the rule only with a reason', async ({ page }) => {
  await page.goto('/tasks/new');
  await fillTask(page, { name: 'Stopped in the evening', sheet: leadsOf(goodNumbers(10_001)) });
  await page.getByLabel('Minutes between batches').fill('240');
  await review(page);
  await check(page);
  await submitButton(page).click();
  await reasonFor(page, 'Agreed');
  await launch(page);
  await expect(batchRow(page, 1)).toContainText('Created');
  await page.getByRole('button', { name: 'Stop 2 batches' }).click();
  await expect(page.getByText('2 batches stopped.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send batch 2' })).toBeVisible();
});
