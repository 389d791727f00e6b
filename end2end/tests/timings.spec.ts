/** What the ways through the program take, counted; each fails once it takes more. */

import { expect, signedIn } from '../fixtures.ts';
import { Hand, confirm, repeat, weeklyRepeat } from '../hand.ts';
import { goodNumbers, leadsOf, newTask, robot, sample, taskState } from '../steps.ts';

for (const when of ['Now', 'Tomorrow 09:00–18:00']) {
  signedIn(`a first task, ${when.toLowerCase()}, is called after nine clicks, the recap and no key`, async ({ page }) => {
    await page.goto('/tasks');
    const hand = new Hand(page);
    await hand.click(page.getByRole('navigation').getByRole('link', { name: 'New task' }).or(page.getByRole('link', { name: 'New task' })).first());
    await hand.chooseFile(page.getByLabel('List', { exact: true }), sample('clean-500.csv'));
    await hand.select(page.getByLabel('Robot', { exact: true }), robot);
    await hand.click(page.getByLabel(when, { exact: true }));
    await hand.click(page.getByRole('button', { name: 'Check with AIRudder' }));
    await confirm(page, hand);
    expect(hand.effort).toMatchObject({ clicks: 10, keys: 0 });
  });
}

signedIn('the weekly repeat is called after five steps, seven clicks and no key from the list of tasks', async ({ page }) => {
  await newTask(page, { name: 'Timed', sheet: sample('messy-300.csv') });
  await page.goto('/tasks');
  expect(await repeat(page, 'Timed')).toMatchObject(weeklyRepeat);
});

signedIn('after a refusal the others are checked after two clicks, and called after the recap', async ({ page }) => {
  // Good in the check, refused when the task is created.
  const refused = '+628129000003';
  await newTask(page, { name: 'Refused at last', sheet: leadsOf([...goodNumbers(2), refused]) }, 'Refused');
  const hand = new Hand(page);
  await hand.click(page.getByRole('button', { name: 'Send the other 2 leads…' }));
  await page.waitForURL(/\/drafts\//);
  await expect(page.getByText('2 of 3 will be called · 1 left out by hand')).toBeVisible();
  await hand.click(page.getByRole('button', { name: 'Check with AIRudder' }));
  await confirm(page, hand);
  expect(hand.effort).toMatchObject({ clicks: 4, keys: 0 });
  await expect(taskState(page)).toHaveText('Created');
});
