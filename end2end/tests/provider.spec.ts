/** A provider that is away: what was seen stays, and the program stays usable. */

import { createAdministrator, expect, expectReadable, openPage, screenshot, signIn, test } from '../fixtures.ts';
import { expectEveryLanguage } from '../languages.ts';
import { startProgram, startSandbox } from '../program.ts';
import { chooseSheet, goodNumbers, leadsOf, line, newDraft, pressReview, robot, submitButton } from '../steps.ts';

const token = 'a-token-that-nobody-may-see';

// A program of its own, whose provider was never there: nothing listens on that port.
test.use({ environment: { AIRUDDER_BASE_URL: 'http://127.0.0.1:9', AIRUDDER_TOKEN: token } });

test('the program stays usable while the provider was never there', async ({ page, coxswain, administrator }) => {
  await signIn(page, administrator);
  await expect(page.getByText('Sandbox: no real calls')).toHaveCount(0);
  await page.goto('/robots');
  await expect(page.getByText('AIRudder could not be reached', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No robots yet' })).toBeVisible();
  await expectReadable(page, 'robots-provider-down');
  await expectEveryLanguage(page, coxswain);
  expect(await page.content()).not.toContain(token);

  await page.goto('/tasks/new');
  await page.getByLabel('Line', { exact: true }).selectOption(line);
  await page.getByLabel('Task name').fill('Ready for later');
  await page.getByLabel('Now', { exact: true }).check();
  await chooseSheet(page, leadsOf(goodNumbers(2)));
  await pressReview(page);
  await expect(page.getByRole('alert').getByRole('link')).toHaveText(['No robots yet. Refresh them on the Robots page.']);
  expect(await page.content()).not.toContain(token);
  await page.goto('/drafts');
  await expect(page.getByRole('link', { name: 'Ready for later' })).toBeVisible();
});

test('a provider that went away leaves the last robots, and a check that can be repeated', async ({ browser }) => {
  const sandbox = await startSandbox();
  const coxswain = await startProgram(sandbox.environment);
  try {
    const page = await openPage(browser, coxswain, await createAdministrator(browser, coxswain));
    await page.goto('/robots');
    await expect(page.getByRole('link', { name: robot })).toBeVisible();
    const review = await newDraft(page, { name: 'Left alone', sheet: leadsOf(goodNumbers(2)) });
    await sandbox.stop();

    await page.getByRole('button', { name: 'Check with AIRudder' }).click();
    await expect(page.getByText('The check did not finish.')).toBeVisible();
    await expect(submitButton(page)).toHaveCount(0);
    await expectReadable(page, 'draft-check-failed');

    await page.goto('/robots');
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByText('Showing the last known robots.')).toBeVisible();
    await expect(page.getByRole('link', { name: robot })).toBeVisible();
    await screenshot(page, 'robots-last-seen');
    await page.goto(review);
    await expect(page.getByRole('button', { name: 'Check with AIRudder' })).toBeVisible();
    await page.context().close();
  } finally {
    await coxswain.stop();
  }
});
