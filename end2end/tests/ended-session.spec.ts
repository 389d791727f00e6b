/** A session that ends while a form is filled in. */

import { expect, signIn, signedIn } from '../fixtures.ts';
import { chooseSheet, expectKept, expectTally, fillTask, goodNumbers, leadsOf, line, pressReview, review, robot } from '../steps.ts';

signedIn('a long list is not sent in vain when the session has ended', async ({ page, context, administrator }) => {
  await page.goto('/tasks/new');
  await fillTask(page, { name: 'Long' });
  // The script that would keep the list at once is awake: it says which file is chosen.
  await expect(async () => {
    await chooseSheet(page, leadsOf(goodNumbers(3), 'short.csv'));
    await expect(page.locator('#list-kept')).toContainText('short.csv', { timeout: 2_000 });
  }).toPass();
  await context.clearCookies();
  await chooseSheet(page, leadsOf(goodNumbers(60_000), 'long.csv'));
  await expect(page.locator('#sheet-answer')).toContainText('Your session has ended');
  await pressReview(page);
  await expect(page.getByText('Only the file has to be chosen again.')).toBeVisible();
  await signIn(page, administrator);
  await expect(page.getByLabel('Task name')).toHaveValue('Long');
  await expect(page.locator('#sheet-error')).toHaveText('Your session had ended, so “long.csv” was not uploaded. Choose it again.');
});

for (const javaScriptEnabled of [true, false]) {
  signedIn.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    signedIn.use({ javaScriptEnabled });

    signedIn(`what was typed comes back after signing in, and the file ${javaScriptEnabled ? 'with it' : 'is asked for again'}`, async ({ page, context, administrator }) => {
      await page.goto('/tasks/new');
      await fillTask(page, { name: 'Overnight', sheet: leadsOf(goodNumbers(3)) });
      if (javaScriptEnabled) {
        await expectKept(page, 'leads.csv');
      }
      await context.clearCookies();
      await page.getByLabel('Redials', { exact: true }).fill('3');
      await page.getByLabel('Platform').fill('Harbour');
      await pressReview(page);

      await expect(page).toHaveTitle('Sign in · Coxswain');
      await expect(page.getByText('Your session has ended. What you entered is kept: sign in to continue.')).toBeVisible();
      await signIn(page, administrator);

      await expect(page.getByText('What you entered is here again but not saved yet')).toBeVisible();
      await expect(page.getByLabel('Task name')).toHaveValue('Overnight');
      await expect(page.getByLabel('Robot', { exact: true }).locator(':checked')).toHaveText(robot);
      await expect(page.getByLabel('Line', { exact: true }).locator(':checked')).toHaveText(new RegExp(line));
      await expect(page.getByLabel('Redials', { exact: true })).toHaveValue('3');
      await expect(page.getByLabel('Platform')).toHaveValue('Harbour');
      if (javaScriptEnabled) {
        await expectKept(page, 'leads.csv');
      } else {
        await expect(page.locator('#sheet-error')).toHaveText(
          'Your session had ended, so “leads.csv” was not uploaded. Choose it again.',
        );
        await chooseSheet(page, leadsOf(goodNumbers(3)));
      }
      await review(page);
      await expectTally(page, { Ready: '3' });
    });

    if (javaScriptEnabled) {
      signedIn('an answer that comes while the button is held down moves nothing away from under it', async ({ page, context }) => {
        await page.goto('/tasks/new');
        await fillTask(page, { name: 'Held', sheet: leadsOf(goodNumbers(3)) });
        await expectKept(page, 'leads.csv');
        await context.clearCookies();
        await page.getByLabel('Platform').fill('Harbour');
        await page.getByRole('button', { name: 'Review leads' }).hover();
        const refused = page.waitForResponse((answer) => answer.status() === 401);
        await page.mouse.down();
        await (await refused).finished();
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
        await expect(page.locator('#sheet-answer')).toBeEmpty();
        await page.mouse.up();
        await expect(page).toHaveTitle('Sign in · Coxswain');
      });
    }

    signedIn('the settings come back as they were typed', async ({ page, context, administrator }) => {
      await page.goto('/settings');
      const stored = await page.getByLabel('Platform').inputValue();
      await page.getByLabel('Platform').fill('Typed');
      await context.clearCookies();
      await page.getByRole('button', { name: 'Save settings' }).click();
      await signIn(page, administrator);
      await expect(page.getByLabel('Platform')).toHaveValue('Typed');
      await page.goto('/settings');
      await expect(page.getByLabel('Platform')).toHaveValue(stored);
    });
  });
}
