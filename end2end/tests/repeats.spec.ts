/** Numbers that come twice: in a file, and in a recent task. */

import { expect, expectReadable, signedIn } from '../fixtures.ts';
import { check, expectTally, goodNumbers, leadsOf, newDraft, rowWith, submitButton } from '../steps.ts';

signedIn.use({ environment: { COXSWAIN_COOLDOWN_DAYS: '7' } });

signedIn('a number in a recent task is left out, with the task that it was in, unless it is kept', async ({ page }) => {
  const [first = '', second = ''] = goodNumbers(2);
  await newDraft(page, { name: 'Monday', sheet: leadsOf([first]) });
  await check(page);
  await submitButton(page).click();
  await page.waitForURL(/\/tasks\//);

  await newDraft(page, { name: 'Tuesday', sheet: leadsOf([first, second]) });
  await expectTally(page, { 'Ready': '1', 'In a recent task': '1' });
  await expect(page.getByText('1 number left out: in a task of the last 7 days.')).toBeVisible();
  await expect(rowWith(page, 'In task')).toContainText('Monday');
  await expectReadable(page, 'draft-recent-task');
  await page.getByLabel(/^Do not call again within/).uncheck();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expectTally(page, { Ready: '2' });
});

signedIn('of several rows with one number the last can be kept', async ({ page }) => {
  const number = '+62812355777';
  await newDraft(page, { name: 'Several', sheet: leadsOf([number, number, number]) });
  await expectTally(page, { 'Ready': '1', 'Duplicates': '2' });
  await page.getByLabel('If a number is in several rows').selectOption('Keep the last');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('#row-2')).toContainText('Same number as row 4');
  await page.getByLabel('If a number is in several rows').selectOption('Keep all');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expectTally(page, { 'Ready': '3', 'Duplicates': '0' });
  await expect(page.getByText('people are called more than once')).toBeVisible();
});
