/** Nobody is called at night before somebody has said so. */

import { expect, expectReadable, signedIn } from '../fixtures.ts';
import { zoneWhereItIs } from '../program.ts';
import { batchRow, check, fillTask, goodNumbers, launch, launchButton, leadsOf, newDraft, readyLaunchButton, review, submitButton, taskTab, toLaunch } from '../steps.ts';

signedIn.use({ environment: { COXSWAIN_ZONE: zoneWhereItIs(23) } });

const atNight = 'people would be called now, at night. People complain about calls between 21:00 and 08:00';

for (const javaScriptEnabled of [true, false]) {
  signedIn.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    signedIn.use({ javaScriptEnabled });

    signedIn('a task for now is submitted at night only with a tick of its own', async ({ page }) => {
      await page.goto('/tasks/new');
      await expect(page.getByText(atNight)).toBeVisible();
      await newDraft(page, { name: 'At night', sheet: leadsOf(goodNumbers(3)) });
      await expect(page.getByText(atNight)).toBeVisible();
      await page.getByRole('button', { name: 'Check with AIRudder' }).click();
      await expect(async () => {
        await page.reload();
        await expect(submitButton(page)).toBeVisible({ timeout: 1_000 });
      }).toPass();
      await toLaunch(page);
      await expect(page.getByText(atNight)).toBeVisible();
      const confirm = page.url();
      // Nothing is sent without the tick, and the page says so itself.
      await (await readyLaunchButton(page)).click();
      await expect(page.getByText('Nothing was submitted. Tick “Call at night anyway”')).toBeVisible();
      await expect(page).toHaveURL(confirm);
      await page.getByLabel('Call at night anyway').check();
      await launch(page);
      await taskTab(page, 'Activity');
      await expect(page.getByText('Submitted 3 leads, to be called at night anyway.')).toBeVisible();
    });
  });
}

signedIn('a window over two days says what it is', async ({ page }) => {
  const zone = zoneWhereItIs(23);
  const day = (ahead: number) =>
    new Date(Date.now() + ahead * 86_400_000).toLocaleDateString('sv-SE', { timeZone: zone });
  await newDraft(page, { name: 'Two days', sheet: leadsOf(goodNumbers(3)) });
  await page.getByRole('link', { name: /^Change/ }).first().click();
  await page.getByLabel('Later').check();
  await page.getByLabel('Start').selectOption(day(1));
  await page.getByLabel('Opens at').selectOption('09:00');
  await page.getByLabel('End').selectOption(day(2));
  await page.getByLabel('Closes at').selectOption('18:00');
  await review(page);
  await expect(page.getByText('This window runs through the night')).toBeVisible();
  await expect(page.getByText('one window of 33 hours, not 2 days of office hours')).toBeVisible();
  await check(page);
  await toLaunch(page);
  await expect(page.getByLabel('Call at night anyway')).not.toBeChecked();
  await expect(launchButton(page)).toHaveText(/^Schedule 3 calls for \w{3} \d+ \w{3}, 09:00$/);
  await expectReadable(page, 'night');
});

signedIn('a batch is sent again at night only by somebody who has read that it is night', async ({ page }) => {
  await page.goto('/tasks/new');
  await fillTask(page, { name: 'Stopped at night', sheet: leadsOf(goodNumbers(10_001)) });
  await page.getByLabel('Minutes between batches').fill('240');
  await review(page);
  await check(page);
  await toLaunch(page);
  await page.getByLabel('Call at night anyway').check();
  await launch(page);
  await expect(batchRow(page, 1)).toContainText('Created');
  await page.getByRole('button', { name: 'Stop 2 batches' }).click();
  await expect(page.getByText('2 batches stopped.')).toBeVisible();

  await page.getByRole('button', { name: 'Send batch 2…' }).click();
  const question = page.getByRole('dialog', { name: 'Call people of batch 2 at night?' });
  await expect(question).toContainText(atNight);
  await expectReadable(page, 'task-send-again-at-night');
  await question.getByRole('button', { name: 'Send batch 2', exact: true }).click();
  await expect(page.getByText('Batch 2 is waiting to be sent again.')).toBeVisible();
});
