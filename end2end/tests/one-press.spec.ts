/** One press, one task: however often, and from wherever, the same form is sent. */

import { type Page } from '@playwright/test';
import { expect, withSandbox } from '../fixtures.ts';
import type { Sandbox } from '../program.ts';
import { goodNumbers, launch, launchButton, leadsOf, lookAgainUntil, newDraft, readyLaunchButton, submitButton, taskState, toLaunch } from '../steps.ts';

/** Makes a draft and has it checked: the page shows its launch. Answers the address of the review. */
async function readyToSubmit(page: Page, name: string): Promise<string> {
  const address = await newDraft(page, { name, sheet: leadsOf(goodNumbers(3)) });
  await page.getByRole('button', { name: 'Check with AIRudder' }).click();
  await lookAgainUntil(page, () => expect(submitButton(page)).toBeVisible({ timeout: 1_000 }));
  await toLaunch(page);
  return address;
}

/** The task was created, and neither the provider nor the history has another one of that name. */
async function expectOneTask(page: Page, sandbox: Sandbox, name: string) {
  await lookAgainUntil(page, () => expect(taskState(page)).toHaveText('Created', { timeout: 1_000 }));
  const all = await sandbox.tasks();
  expect(all.filter((task) => task.startsWith(`${name}-`))).toHaveLength(1);
  await page.goto(`/tasks?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole('table').getByRole('link', { name })).toHaveCount(1);
}

for (const javaScriptEnabled of [true, false]) {
  const way = javaScriptEnabled ? 'with scripts' : 'without scripts';

  withSandbox.describe(way, () => {
    withSandbox.use({ javaScriptEnabled });

    withSandbox(`a double click submits once, ${way}`, async ({ page, sandbox }) => {
      await readyToSubmit(page, `Twice ${way}`);
      await (await readyLaunchButton(page)).dblclick();
      await page.waitForURL(/\/tasks\/[0-9a-f-]{36}$/);
      await expectOneTask(page, sandbox, `Twice ${way}`);
    });

    withSandbox(`the same form in two tabs submits once, ${way}`, async ({ page, context, sandbox }) => {
      const address = await readyToSubmit(page, `Two tabs ${way}`);
      const other = await context.newPage();
      await other.goto(`${address}/launch`);
      await expect(launchButton(other)).toBeVisible();
      await Promise.all([launch(page), launch(other)]);
      expect(other.url()).toBe(page.url());
      await expectOneTask(page, sandbox, `Two tabs ${way}`);
    });

    withSandbox(`a form that is sent again after its task was made shows that task, ${way}`, async ({ page, context, sandbox }) => {
      const address = await readyToSubmit(page, `Again ${way}`);
      const old = await context.newPage();
      await old.goto(`${address}/launch`);
      await expect(launchButton(old)).toBeVisible();
      await launch(page);
      const task = page.url();
      await page.reload();
      await expect(page).toHaveURL(task);
      await page.goBack();
      // The review of what was submitted leads to its task.
      await page.goto(address);
      await expect(page).toHaveURL(task);

      await launch(old);
      await expect(old).toHaveURL(task);
      await expect(old.locator('#notice .bad')).toHaveCount(0);
      await expectOneTask(page, sandbox, `Again ${way}`);
    });

    withSandbox(`going back from the task shows the task that was made, ${way}`, async ({ page, sandbox }) => {
      await readyToSubmit(page, `Back ${way}`);
      await launch(page);
      const task = page.url();
      await page.goBack();
      // Nothing of the launch is kept by the browser: asked for again, it leads to the task.
      await expect(page).toHaveURL(task);
      await expect(launchButton(page)).toHaveCount(0);
      await expectOneTask(page, sandbox, `Back ${way}`);
    });
  });
}
