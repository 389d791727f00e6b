/** The main job, from signing in to the history. */

import { errorsOf, expect, signedIn, test } from '../fixtures.ts';
import { check, line, newTask, pressReview, review, robot, rowWith, sample, submit, submitButton, tally, taskState, taskTab } from '../steps.ts';

// As most people have it: what moves may fail too.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test('a campaign manager takes a spreadsheet from signing in to the history', async ({ page, administrator }) => {
  const errors = errorsOf(page);
  await page.goto('/');
  await page.getByLabel('Email').fill(administrator.email);
  await page.getByLabel('Password').fill(administrator.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveTitle('Tasks · DIDI Indonesia · Coxswain');

  await page.getByRole('link', { name: 'Robots' }).click();
  await page.getByRole('link', { name: robot }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(robot);
  await page.getByRole('link', { name: 'New task with this robot' }).click();
  await expect(page.getByLabel('Robot', { exact: true }).locator(':checked')).toHaveText(robot);
  await page.getByLabel('Line', { exact: true }).selectOption(line);
  await page.getByLabel('Task name').fill('Weekend promo');
  await page.getByLabel('Now', { exact: true }).check();
  await page.getByLabel('List', { exact: true }).setInputFiles(sample('messy-300.csv'));
  await review(page);

  await expect.poll(() => tally(page)).toEqual({
    'Ready': '277',
    'Rows to fix': '20',
    'Warnings': '1',
    'Duplicates': '2',
    'All': '300',
  });
  await page.getByRole('link', { name: 'Rows to fix' }).click();
  const gender = rowWith(page, 'Write male or female, or leave it empty.');
  await expect(gender).toHaveCount(2);
  await expect(gender.first().locator('td.bad')).toContainText('Write male or female');

  await check(page);
  await expect(page.getByText('AIRudder accepts all 278 leads.')).toBeVisible();
  await expect(submitButton(page)).toHaveText('Submit 278 leads');
  await submit(page);
  await expect(taskState(page)).toHaveText('Created');
  await taskTab(page, 'List');
  await expect(page.getByText('messy-300.csv')).toBeVisible();

  await page.getByRole('link', { name: 'Tasks', exact: true }).click();
  await page.getByLabel('Search').fill('weekend messy');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
  await page.getByRole('link', { name: 'Weekend promo' }).click();

  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('status').getByText('Updated from AIRudder.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'From the list to interest' })).toBeVisible();
  expect(errors).toEqual([]);
});

signedIn('the weekly repeat takes five clicks', async ({ page }) => {
  await newTask(page, { name: 'Weekly', sheet: sample('messy-300.csv') });

  await page.getByRole('link', { name: 'New task with these settings' }).click();
  await page.waitForURL(/\/tasks\/new\?like=/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New task, like Weekly');
  await expect(page.getByLabel('Task name')).toHaveValue(/^Weekly minggu \d+$/);
  await expect(page.getByLabel('Now', { exact: true })).toBeChecked();
  await expect(page.getByLabel('Robot', { exact: true }).locator(':checked')).toHaveText(robot);
  await expect(page.getByLabel('Line', { exact: true })).toHaveValue(line);
  await expect(page.getByText('There is a problem')).toHaveCount(0);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByLabel('List', { exact: true }).click()]);
  await chooser.setFiles(sample('clean-500.csv'));
  await page.getByRole('button', { name: 'Check with AIRudder' }).click();
  await page.waitForURL(/\/drafts\//);
  await submit(page);

  await expect(taskState(page)).toHaveText('Created');
  await taskTab(page, 'List');
  await expect(page.getByText('clean-500.csv')).toBeVisible();
});

signedIn('a repeat without a file says that the file is missing, and keeps the settings', async ({ page }) => {
  await newTask(page, { name: 'Repeated', sheet: sample('messy-300.csv') });
  await page.getByRole('link', { name: 'New task with these settings' }).click();
  await pressReview(page);
  await expect(page.getByRole('alert')).toContainText('Choose your list.');
  await expect(page.getByLabel('Task name')).toHaveValue(/^Repeated minggu \d+$/);
  await expect(page.getByLabel('Line', { exact: true })).toHaveValue(line);
});
