/** What the ways through the program take, counted; each fails once it takes more. */

import { expect, signedIn } from '../fixtures.ts';
import { Hand } from '../hand.ts';
import { newTask, robot, sample, submitButton } from '../steps.ts';

for (const when of ['Now', 'Tomorrow 09:00–18:00']) {
  signedIn(`a first task, ${when.toLowerCase()}, is checked after eight clicks and no key`, async ({ page }) => {
    await page.goto('/tasks');
    const hand = new Hand(page);
    await hand.click(page.getByRole('navigation').getByRole('link', { name: 'New task' }).or(page.getByRole('link', { name: 'New task' })).first());
    await hand.chooseFile(page.getByLabel('List', { exact: true }), sample('clean-500.csv'));
    await hand.select(page.getByLabel('Robot', { exact: true }), robot);
    await hand.click(page.getByLabel(when, { exact: true }));
    await hand.click(page.getByRole('button', { name: 'Check with AIRudder' }));
    await expect(submitButton(page)).toBeVisible();
    expect(hand.effort).toMatchObject({ clicks: 8, keys: 0 });
  });
}

signedIn('the weekly repeat is checked after five clicks and no key', async ({ page }) => {
  await newTask(page, { name: 'Timed', sheet: sample('messy-300.csv') });
  const hand = new Hand(page);
  await hand.click(page.getByRole('link', { name: 'New task with these settings' }));
  await hand.chooseFile(page.getByLabel('List', { exact: true }), sample('clean-500.csv'));
  await hand.click(page.getByRole('button', { name: 'Check with AIRudder' }));
  await expect(submitButton(page)).toBeVisible();
  expect(hand.effort).toMatchObject({ clicks: 5, keys: 0 });
});
