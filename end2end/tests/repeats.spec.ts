/** Numbers that come twice: in a file, and in a recent task. */

import { expect, expectReadable, signedIn } from '../fixtures.ts';
import { check, expectTally, goodNumbers, leadsOf, newDraft, openRepeats, rowWith, showKind, submit } from '../steps.ts';

signedIn.use({ environment: { COXSWAIN_COOLDOWN_DAYS: '7' } });

signedIn('a number in a recent task is left out, with the task that it was in, unless it is kept', async ({ page }) => {
  const [first = '', second = ''] = goodNumbers(2);
  await newDraft(page, { name: 'Monday', sheet: leadsOf([first]) });
  await check(page);
  await submit(page);

  await newDraft(page, { name: 'Tuesday', sheet: leadsOf([first, second]) });
  await expectTally(page, { 'Ready': '1', 'In a recent task': '1' });
  await openRepeats(page);
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
  await openRepeats(page);
  await page.getByLabel('If a number is in several rows').selectOption('Keep the last');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('#row-2')).toContainText('Same number as row 4');
  await openRepeats(page);
  await page.getByLabel('If a number is in several rows').selectOption('Keep all');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expectTally(page, { 'Ready': '3', 'Duplicates': '0' });
  await openRepeats(page);
  await expect(page.getByText('people are called more than once')).toBeVisible();
});

signedIn('duplicates stand in pairs, and the row that is kept is chosen', async ({ page }) => {
  // Numbers of its own: others are in the task of another test.
  const [first, second, third] = ['+62812355781', '+62812355782', '+62812355783'];
  await newDraft(page, { name: 'Pairs', sheet: leadsOf([first, second, third, second, first]) });
  await showKind(page, 'Duplicates 2');
  const rows = page.locator('#lead-rows tbody tr');
  await expect(rows).toHaveCount(4);
  await expect(rows.locator('th')).toHaveText([/2$/, /6$/, /3$/, /5$/]);
  await page.getByRole('button', { name: 'Keep this one: row 5' }).click();
  await expect(page.getByText('Row 5 is kept. The other row with its number is left out.')).toBeVisible();
  await expectTally(page, { 'Duplicates': '1', 'Left out': '1', 'Ready': '3' });
  await expect(rows).toHaveCount(2);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expectTally(page, { 'Duplicates': '2', 'Left out': '0' });
});
