/** “Call me first”: a person hears the robot on a number of their own before anybody else does. */

import { errorsOf, expect, expectReadable, withSandbox } from '../fixtures.ts';
import { callMeButton, goodNumbers, leadsOf, made, newDraft, taskState } from '../steps.ts';

withSandbox('a person has themselves called once, and comes back to a draft that is as it was', async ({ page, sandbox }) => {
  const errors = errorsOf(page);
  const review = await newDraft(page, { name: 'Heard first', sheet: leadsOf(goodNumbers(3)) });
  await page.getByRole('link', { name: 'Call me first' }).click();
  await expect(page.getByRole('heading', { name: 'Which number is yours?' })).toBeFocused();
  await expectReadable(page, 'call-me-number');
  await page.getByLabel('Your own number').fill('0812 335 088');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Call me first' })).toBeFocused();
  await page.getByLabel('Row of the list').fill('3');
  await page.getByRole('button', { name: 'Use this row' }).click();
  await expect(page.getByText('Values of row 3, Customer 2.')).toBeVisible();
  await expect(callMeButton(page)).toHaveCSS('animation-name', 'deaf');
  await expectReadable(page, 'call-me');
  await expect(callMeButton(page)).toHaveCSS('pointer-events', 'auto');
  await callMeButton(page).dblclick();
  await page.waitForURL(/\/tasks\/[0-9a-f-]{36}$/);
  await expect(taskState(page)).toHaveText('Created');
  await expect(page.locator('.page-head').getByText('Test', { exact: true })).toBeVisible();
  expect(await made(sandbox, 'Test: Heard first')).toHaveLength(1);
  await page.getByRole('link', { name: 'Back to the review' }).click();
  await expect(page).toHaveURL(review);
  await expect(page.getByRole('button', { name: 'Check with AIRudder' })).toBeVisible();
  await page.goto('/tasks?state=tests');
  await expect(page.getByRole('link', { name: 'Test: Heard first' })).toBeVisible();
  expect(errors).toEqual([]);
});
