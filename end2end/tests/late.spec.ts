/** A task that the provider lists only after Coxswain has stopped looking for it. */

import { expect, withSandbox } from '../fixtures.ts';
import { decide, lose, made, taskState, taskTab } from '../steps.ts';

// An answer that does not come is given up after five seconds, and five looks end five seconds later: long before the task turns up.
withSandbox.use({
  options: 'late-list-lag=40s',
  pace: { COXSWAIN_RECONCILE_EVERY_SECONDS: '1', AIRUDDER_TIMEOUT_SECONDS: '5' },
});

withSandbox('a task that turns up late is found, and sending again has not made a second one', async ({ page, sandbox }) => {
  await lose(page, 'Late sandbox-late');
  await expect(taskState(page)).toHaveText('Not found');
  // However often: AIRudder refuses the name that it has already, or the look before the sending finds it.
  await expect(async () => {
    if (await page.getByRole('button', { name: 'Send batch 1 again…' }).isVisible()) {
      await decide(page, 'Send batch 1 again', 'under the same name');
    }
    await expect(taskState(page)).toHaveText('Created', { timeout: 1_000 });
  }).toPass();
  await taskTab(page, 'Activity');
  await expect(page.locator('#history')).toContainText('Batch 1: waiting to be sent again.');
  await expect(page.locator('#history')).toContainText('Batch 1: found as');
  expect(await made(sandbox, 'Late sandbox-late')).toHaveLength(1);
});

withSandbox('a batch that was given up is found by a refresh when it turns up after all', async ({ page, sandbox }) => {
  await lose(page, 'Later sandbox-late');
  await expect(taskState(page)).toHaveText('Not found');
  await decide(page, 'Give up batch 1', '“Refresh now” finds it');
  await expect(taskState(page)).toHaveText('Given up');
  await expect.poll(() => made(sandbox, 'Later sandbox-late')).toHaveLength(1);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(taskState(page)).toHaveText(/Created|Calling|Finished/);
});
