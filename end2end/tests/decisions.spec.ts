/** Parts that are not listed, parts that wait, and what a person decides about them. */

import { type Page } from '@playwright/test';
import { expect, expectReadable, withSandbox } from '../fixtures.ts';
import {
  decide,
  goodNumbers,
  isSamePage,
  leadsOf,
  lookAgainUntil,
  lose,
  made,
  mark,
  newDraft,
  newTask,
  batchRow,
  submit,
  submitButton,
  taskState,
} from '../steps.ts';

// What `sandbox-slow` holds up lasts long enough to be looked at and decided about.
withSandbox.use({ options: 'slow=15s', pace: { COXSWAIN_RECONCILE_EVERY_SECONDS: '1', AIRUDDER_TIMEOUT_SECONDS: '60' } });

/** Makes parts as small as a list of this length allows, and submits one of six parts: four are sent at once. */
async function sendSixBatches(page: Page, name: string) {
  await page.goto('/settings');
  await page.getByLabel('Leads per batch').fill('2000');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Settings saved.')).toBeVisible();
  await newDraft(page, { name, sheet: leadsOf(goodNumbers(10_001)) });
  await page.getByRole('button', { name: 'Check with AIRudder' }).click();
  await expect(page.getByText('AIRudder accepts all 10,001 leads.')).toBeVisible();
  await submit(page);
}

withSandbox('a batch that is never listed is sent again by a person only, then given up', async ({ page, sandbox }) => {
  await lose(page, 'Gone sandbox-close');
  await expect(taskState(page)).toHaveText('Not found');
  const part = batchRow(page);
  await expect(part).toContainText('not listed by AIRudder after 5 searches');
  await expectReadable(page, 'task-not-found');

  await page.getByRole('button', { name: 'Send batch 1 again…' }).click();
  await expect(page.getByRole('dialog', { name: 'Send batch 1 again?' })).toBeVisible();
  await expectReadable(page, 'task-send-again-asked');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(taskState(page)).toHaveText('Not found');

  await decide(page, 'Send batch 1 again', 'people might be called twice');
  await expect(page.getByText('Batch 1 is waiting to be sent again.')).toBeVisible();
  await expect(taskState(page)).toHaveText('Not found');
  const history = page.locator('#history');
  await expect(history).toContainText('Batch 1: waiting to be sent again.');
  await expect(history.getByText('Batch 1: unknown.')).toHaveCount(2);

  await page.getByRole('button', { name: 'Give up batch 1…' }).click();
  await expectReadable(page, 'task-give-up-asked');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await decide(page, 'Give up batch 1', 'Its 3 leads count as not called');
  await expect(taskState(page)).toHaveText('Given up');
  await expect(part).toContainText('Cannot be sent again: This batch was given up. Start a new task to send its leads.');
  await expect(part.getByRole('button')).toHaveCount(0);
  await expectReadable(page, 'task-given-up');
  expect(await made(sandbox, 'Gone sandbox-close')).toEqual([]);
});

withSandbox('why a refused batch cannot be sent again is said', async ({ page }) => {
  await newTask(page, { name: 'No sandbox-refuse', sheet: leadsOf(goodNumbers(3)) }, 'Refused');
  const sentence = 'Cannot be sent again: AIRudder refused this batch. Fix its leads and send them in a new task.';
  await expect(batchRow(page)).toContainText(sentence);
  await expect(batchRow(page).getByRole('button')).toHaveCount(0);
  await expectReadable(page, 'task-refused-part');
});

withSandbox('the batches of a task show how far they are without another load of the page', async ({ page, sandbox }) => {
  await sendSixBatches(page, 'Six sandbox-slow');
  await mark(page);
  await expect(batchRow(page, 1)).toContainText('Created');
  await expect(page.locator('#history')).toContainText('Batch 1: created as');
  await expect(batchRow(page, 6)).toContainText('Sending');
  await expect(page.getByRole('status').filter({ hasText: '8,000 of 10,001 leads processed' })).toBeVisible();
  expect(await isSamePage(page)).toBe(true);
  await expect(taskState(page)).toHaveText('Created');
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect.poll(() => made(sandbox, 'Six sandbox-slow')).toHaveLength(6);
});

withSandbox('the rest is stopped, and a stopped batch can be sent later', async ({ page, sandbox }) => {
  await sendSixBatches(page, 'Stopped sandbox-slow');
  await expect(page.getByText('2 batches with 2,001 leads are not sent yet.')).toBeVisible();
  await expect(batchRow(page, 6)).toContainText('Waiting');
  await page.getByRole('button', { name: /^Stop \d+ batch/ }).click();
  await expect(page.getByText('2 batches stopped.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Stop \d+ batch/ })).toHaveCount(0);
  for (const number of [5, 6]) {
    await expect(batchRow(page, number)).toContainText('Stopped before it was sent. Nobody is called.');
  }
  await expect(taskState(page)).toHaveText('Partly created');
  await expectReadable(page, 'task-partly-created');
  await expect(page.getByRole('button', { name: 'Send batch 5' })).toBeVisible();

  await page.getByRole('button', { name: 'Send batch 6' }).click();
  await expect(page.getByText('Batch 6 is waiting to be sent again.')).toBeVisible();
  await expect(batchRow(page, 6)).toContainText('Created');
  await expect(batchRow(page, 5)).toContainText('Stopped');
  await expect(taskState(page)).toHaveText('Partly created');
  await expect.poll(() => made(sandbox, 'Stopped sandbox-slow')).toHaveLength(5);
});

withSandbox.describe('without scripts', () => {
  withSandbox.use({ javaScriptEnabled: false });

  withSandbox('a batch that is never listed is decided about without scripts', async ({ page, sandbox }) => {
    await newDraft(page, { name: 'Plain sandbox-close', sheet: leadsOf(goodNumbers(3)) });
    await page.getByRole('button', { name: 'Check with AIRudder' }).click();
    await lookAgainUntil(page, () => expect(submitButton(page)).toBeVisible({ timeout: 1_000 }));
    await submit(page);
    const notFound = () => expect(taskState(page)).toHaveText('Not found', { timeout: 1_000 });
    await lookAgainUntil(page, notFound);
    await decide(page, 'Send batch 1 again', 'people might be called twice');
    await expect(page.getByText('Batch 1 is waiting to be sent again.')).toBeVisible();
    await lookAgainUntil(page, notFound);
    await decide(page, 'Give up batch 1', 'will never be sent');
    await expect(taskState(page)).toHaveText('Given up');
    expect(await made(sandbox, 'Plain sandbox-close')).toEqual([]);
  });
});
