/** The form of a new task: what it refuses, and that nothing typed is lost. */

import { type Page } from '@playwright/test';
import { expect, signedIn } from '../fixtures.ts';
import { zone } from '../program.ts';
import { chooseSheet, expectKept, fillTask, line, pressReview, review, robot, sample } from '../steps.ts';

/** A day of the account's zone, so many days from now, as the controls for times write it. */
function day(ahead: number): string {
  return new Date(Date.now() + ahead * 86_400_000).toLocaleDateString('sv-SE', { timeZone: zone });
}

/** Chooses the days and hours of a window. */
async function chooseWindow(page: Page, [start, opens]: [string, string], [end, closes]: [string, string]) {
  await page.getByLabel('Start').selectOption(start);
  await page.getByLabel('Opens at').selectOption(opens);
  await page.getByLabel('End').selectOption(end);
  await page.getByLabel('Closes at').selectOption(closes);
}

function redials(page: Page) {
  return page.getByLabel('Redials', { exact: true });
}

signedIn('every problem is told at once, and leads to its field', async ({ page }) => {
  await page.goto('/tasks/new');
  await redials(page).fill('');
  await page.getByLabel('Minutes between redials').fill('');
  await page.getByLabel('Platform').fill('');
  await pressReview(page);

  await expect(page).toHaveTitle(/^Error: .+ · Coxswain$/);
  const summary = page.getByRole('alert');
  await expect(summary.getByRole('heading')).toHaveText('There is a problem');
  await expect(summary).toBeFocused();
  const fields: [string, string][] = [
    ['sheet', 'Choose your list.'],
    ['robot', 'Choose a robot.'],
    ['name', 'Enter a task name.'],
    ['when', 'Choose when to call.'],
    ['redials', 'Enter a whole number of redials from 0 to 15.'],
    ['redial_minutes', 'Enter a whole number of minutes between redials from 0 to 30.'],
    ['platform', 'Enter the platform of the leads.'],
  ];
  await expect(summary.getByRole('link')).toHaveText(fields.map(([, sentence]) => sentence));
  for (const [id, sentence] of fields) {
    await expect(page.locator(`#${id}-error`)).toHaveText(sentence);
    await summary.getByRole('link', { name: sentence }).click();
    await expect(page.locator(`#${id}`)).toBeFocused();
    const described = id === 'when' ? page.getByRole('group', { name: 'When to call' }) : page.locator(`#${id}`);
    await expect(described).toHaveAccessibleDescription(new RegExp(sentence.replaceAll('.', '\\.')));
  }
});

signedIn('everything typed stays when something has to be fixed, and so does the sheet', async ({ page }) => {
  await page.goto('/tasks/new');
  await page.getByLabel('Robot', { exact: true }).selectOption({ label: robot });
  await page.getByLabel('Line', { exact: true }).selectOption('');
  await page.getByLabel('Task name').fill('Kept <b>&amp; whole</b>');
  await page.getByLabel('Later').check();
  const then = day(2);
  await chooseWindow(page, [then, '09:30'], [then, '11:30']);
  await redials(page).fill('4');
  await page.getByLabel('Minutes between redials').fill('12');
  await page.getByLabel('Platform').fill('Harbour');
  await page.getByText('Advanced').click();
  await page.getByLabel('Let AIRudder create the task in the background').check();
  await chooseSheet(page, sample('messy-300.csv'));
  await pressReview(page);

  await expect(page.getByRole('alert').getByRole('link')).toHaveText(['Choose a line.']);
  await expect(page.getByLabel('Robot', { exact: true }).locator(':checked')).toHaveText(robot);
  await expect(page.getByLabel('Task name')).toHaveValue('Kept <b>&amp; whole</b>');
  await expect(page.getByLabel('Later')).toBeChecked();
  await expect(page.getByLabel('Start')).toHaveValue(then);
  await expect(page.getByLabel('Opens at')).toHaveValue('09:30');
  await expect(page.getByLabel('End')).toHaveValue(then);
  await expect(page.getByLabel('Closes at')).toHaveValue('11:30');
  await expect(redials(page)).toHaveValue('4');
  await expect(page.getByLabel('Minutes between redials')).toHaveValue('12');
  await expect(page.getByLabel('Platform')).toHaveValue('Harbour');
  await expect(page.getByLabel('Let AIRudder create the task in the background')).toBeChecked();
  await expectKept(page, 'messy-300.csv');

  await page.getByLabel('Line', { exact: true }).selectOption(line);
  await review(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kept <b>&amp; whole</b>');
  await expect(page.getByText('4 redials, 12 minutes apart')).toBeVisible();
});

const refusedFiles: [string, string | RegExp][] = [
  ['empty.csv', 'The file is empty. Choose another file.'],
  ['header-only.csv', 'The list has no leads below the headers. Choose another file.'],
  ['not-a-sheet.csv', 'This is a picture, not a spreadsheet. Ask for the list as .xlsx or CSV.'],
  ['broken.xlsx', /^This workbook is damaged\..* save it again as \.xlsx\.$/],
];

for (const [file, sentence] of refusedFiles) {
  signedIn(`the file ${file} gets a sentence, and everything else stays`, async ({ page }) => {
    await page.goto('/tasks/new');
    await fillTask(page, { name: 'Wrong file', sheet: sample(file) });
    await pressReview(page);
    await expect(page.locator('#sheet-error')).toHaveText(sentence);
    await expect(page.getByRole('alert').getByRole('link')).toHaveText([sentence]);
    await expect(page.getByLabel('Task name')).toHaveValue('Wrong file');
    await expect(page.getByLabel('Line', { exact: true })).toHaveValue(line);

    await chooseSheet(page, sample('spanish.xlsx'));
    await review(page);
    await expect(page.getByText('spanish.xlsx')).toBeVisible();
  });
}

signedIn('a file that cannot be used does not take the place of a good one', async ({ page }) => {
  await page.goto('/tasks/new');
  await page.getByLabel('Task name').fill('Two files');
  await chooseSheet(page, sample('messy-300.csv'));
  await expectKept(page, 'messy-300.csv');
  await fillTask(page, { name: 'Two files', sheet: sample('broken.xlsx') });
  await pressReview(page);
  await expect(page.locator('#sheet-error')).toContainText('This workbook is damaged');
  await expectKept(page, 'messy-300.csv');
});

signedIn('a window needs a start and an end', async ({ page }) => {
  await page.goto('/tasks/new');
  await fillTask(page, { name: 'Window', sheet: sample('clean-500.csv') });
  await page.getByLabel('Later').check();
  await pressReview(page);
  await expect(page.locator('#start-error')).toHaveText('Choose the start day.');
  await expect(page.locator('#end-error')).toHaveText('Choose the end day.');

  const then = day(1);
  await chooseWindow(page, [then, ''], [then, '10:00']);
  await pressReview(page);
  await expect(page.locator('#start_time-error')).toHaveText('Choose the start time.');
  await chooseWindow(page, [then, '10:00'], [then, '10:00']);
  await pressReview(page);
  await expect(page.locator('#end-error')).toContainText('The window is shorter than 30 minutes. Choose an end at');
  await expect(page.locator('#start-error')).toHaveCount(0);

  await page.getByLabel('Closes at').selectOption('18:00');
  await review(page);
  await expect(page.getByText(/10:00–18:00/)).toBeVisible();
});

signedIn('what the controls themselves would refuse is told like any other problem', async ({ page }) => {
  await page.goto('/tasks/new');
  const name = 'Out of bounds '.repeat(5).trim();
  await fillTask(page, { name, sheet: sample('clean-500.csv') });
  await redials(page).fill('99');
  await page.getByLabel('Minutes between redials').fill('31');
  await pressReview(page);

  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  const faults: [string, string, string][] = [
    ['name', 'The name has 69 characters. Shorten it to 54.', name],
    ['redials', 'Enter a whole number of redials from 0 to 15.', '99'],
    ['redial_minutes', 'Enter a whole number of minutes between redials from 0 to 30.', '31'],
  ];
  await expect(summary.getByRole('link')).toHaveText(faults.map(([, sentence]) => sentence));
  for (const [id, sentence, typed] of faults) {
    await summary.getByRole('link', { name: sentence }).click();
    await expect(page.locator(`#${id}`)).toBeFocused();
    await expect(page.locator(`#${id}`)).toHaveValue(typed);
  }
});

signedIn('what does not apply is not asked for', async ({ page }) => {
  await page.goto('/tasks/new');
  await expect(page.getByLabel('Use AIRudder’s do-not-call list')).toHaveCount(0);
  await expect(page.getByLabel('Minutes between batches')).toHaveCount(0);
  await expect(page.getByLabel('Start')).toBeHidden();
  const minutes = page.getByLabel('Minutes between redials');
  await expect(minutes).toBeHidden();
  await redials(page).fill('2');
  await expect(minutes).toBeVisible();
  await redials(page).fill('0');
  await expect(minutes).toBeHidden();
});

signedIn('nothing that calls people is chosen before somebody chooses it', async ({ page }) => {
  await page.goto('/tasks/new');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(page.getByLabel('Line', { exact: true })).toHaveValue(line);
  await page.getByLabel('Tomorrow 09:00–18:00').check();
  await page.getByLabel('Robot', { exact: true }).selectOption({ label: robot });
  await chooseSheet(page, sample('clean-500.csv'));
  await expect(page.getByLabel('Task name')).toHaveValue(/^clean-500 minggu \d+$/);
  await expect(page.getByRole('complementary', { name: 'Summary' })).toContainText(/09:00–18:00/);
  await review(page);
  await expect(page.getByText(/, 09:00–18:00/)).toBeVisible();
});
