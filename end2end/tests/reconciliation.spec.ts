/** A part without a usable answer, while Coxswain looks for it by itself. */

import { expect, withSandbox } from '../fixtures.ts';
import { batchRow, isSamePage, lose, made, mark, taskState, taskTab } from '../steps.ts';

// The fourth of five looks finds it: until then there is time to see that it is looked for.
withSandbox.use({ options: 'list-lag=18s', pace: { COXSWAIN_RECONCILE_EVERY_SECONDS: '5' } });

withSandbox('a batch without an answer is found by itself, and the open page shows how far the search has come', async ({ page, sandbox }) => {
  await lose(page, 'Lost sandbox-cut');
  await expect(taskState(page)).toHaveText('Unknown');
  await expect(page.getByRole('heading', { name: 'Searching AIRudder’s tasks' })).toBeVisible();
  const part = batchRow(page);
  await expect(part).toContainText('Cannot be sent again: AIRudder might have created the task');
  await expect(part.getByRole('button')).toHaveCount(0);
  await mark(page);
  await expect(page.getByRole('status').filter({ hasText: /^1 batch not found yet\. [1-4] of 5 searches done\. Next search: .+\.$/ })).toBeVisible();
  expect(await isSamePage(page)).toBe(true);

  await expect(taskState(page)).toHaveText('Created');
  await taskTab(page, 'Batches');
  await expect(page.locator('#support')).toContainText(/[0-9a-f]{32}/);
  await taskTab(page, 'Activity');
  await expect(page.getByText('Batch 1: found as')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Searching AIRudder’s tasks' })).toHaveCount(0);
  expect(await made(sandbox, 'Lost sandbox-cut')).toHaveLength(1);
});
