/** What a campaign manager does, a step at a time, in the words of the screens; and the spreadsheets for it. */

import { type Page, expect } from '@playwright/test';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sandbox } from './program.ts';

/** A robot of the sandbox that says nothing but what it has learnt, one that says three variables, and a line of the account. */
export const robot = 'Fleet survey EN-IN';
export const robotWithVariables = 'Promo akhir pekan ID v2';
export const line = 'ID_PHONE_JKT';

/** A number that the sandbox refuses; its README lists them. */
export const blocked = '+628129000000';

/** One that it refuses without saying so of it. */
export const unnamed = '+628129000005';

/** A file as the browser takes it: a path, or bytes with a name. */
export type Sheet = string | { name: string; mimeType: string; buffer: Buffer };

/** The path of a sample spreadsheet. */
export function sample(name: string): string {
  return resolve(dirname(fileURLToPath(import.meta.url)), '../tests/data/leads', name);
}

/** A CSV file with these lines. */
export function csv(name: string, lines: string[]) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) };
}

/** A spreadsheet of one lead for each number. */
export function leadsOf(mobiles: string[], name = 'leads.csv') {
  return csv(name, ['Customer,Mobile', ...mobiles.map((mobile, index) => `Customer ${index + 1},${mobile}`)]);
}

/** So many good numbers of Indonesia, none twice. */
export function goodNumbers(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `+62812${300_000 + index}`);
}

/** Fills in the form of a new task; `sheet` may be left out where the draft has one. */
export async function fillTask(page: Page, task: { name: string; sheet?: Sheet; robot?: string }) {
  const { name, sheet } = task;
  await page.getByLabel('Robot', { exact: true }).selectOption({ label: task.robot ?? robot });
  await page.getByLabel('Line', { exact: true }).selectOption({ label: line });
  await page.getByLabel('Task name').fill(name);
  await page.getByLabel('Now', { exact: true }).check();
  if (sheet) {
    await chooseSheet(page, sheet);
  }
}

/** Chooses the spreadsheet of the form. */
export async function chooseSheet(page: Page, sheet: Sheet) {
  await page.getByLabel('List', { exact: true }).setInputFiles(sheet);
}

/** The list has arrived and is kept in a draft. */
export async function expectKept(page: Page, fileName: string) {
  await expect(page.locator('#list-kept')).toContainText(fileName);
}

/** Presses the button of the form; it leads to the review when all is good, and back to the form otherwise. */
export async function pressReview(page: Page) {
  await page.getByRole('button', { name: 'Review leads' }).click();
}

/** Goes on from the form to the review. */
export async function review(page: Page) {
  await pressReview(page);
  await page.waitForURL(/\/drafts\/[0-9a-f-]{36}$/);
}

/** Makes a draft and stops at its review; the address of the review. */
export async function newDraft(page: Page, task: { name: string; sheet: Sheet }): Promise<string> {
  await page.goto('/tasks/new');
  await fillTask(page, task);
  await review(page);
  return page.url();
}

/** The button of the review that leads to the launch; it is there once the draft is checked. It calls nobody. */
export function submitButton(page: Page) {
  return page.getByRole('button', { name: /^Submit [\d,]+ leads?$/ });
}

/** Has AIRudder check the draft, and waits for what it says: the page shows that by itself. */
export async function check(page: Page) {
  await page.getByRole('button', { name: 'Check with AIRudder' }).click();
  await expect(submitButton(page)).toBeVisible();
}

/** Follows “Reload page”, which stands there without scripts, until the page shows what is waited for. */
export async function lookAgainUntil(page: Page, done: () => Promise<void>) {
  await expect(async () => {
    const again = page.getByRole('link', { name: 'Reload page' });
    if (await again.isVisible()) {
      await again.click();
    }
    await done();
  }).toPass();
}

/** The one button of the launch: people are called once it is pressed. */
export function launchButton(page: Page) {
  return page.locator('form').getByRole('button', { name: /^(Call [\d,]+ (person|people) now|(Place|Schedule) [\d,]+ calls? )/ });
}

/** Goes on from the review of a draft that was checked to its launch. */
export async function toLaunch(page: Page) {
  await submitButton(page).click();
  await page.waitForURL(/\/drafts\/[0-9a-f-]{36}\/launch$/);
  await expect(launchButton(page)).toBeVisible();
}

/** Submits the draft that was checked, and comes to the page of the task. */
export async function submit(page: Page) {
  await toLaunch(page);
  await launch(page);
}

/** The button of the launch, once it takes presses. Without scripts Playwright tries a click only once, whatever is in its way. */
export async function readyLaunchButton(page: Page) {
  const button = launchButton(page);
  await expect(button).toBeVisible();
  // Before its styles are there it seems to take them already.
  await page.waitForLoadState();
  await expect(button).toHaveCSS('pointer-events', 'auto');
  return button;
}

/** Presses the button of the launch, and comes to the page of the task. */
export async function launch(page: Page) {
  await (await readyLaunchButton(page)).click();
  await page.waitForURL(/\/tasks\/[0-9a-f-]{36}$/);
}

/** The button of the page “Call me first”: the person's own number is called once it is pressed. */
export function callMeButton(page: Page) {
  return page.getByRole('button', { name: /^Call \+62 [\d -]+ now$/ });
}

/** Opens the page “Call me first” at that address, and gives the person's own number where it asks for it. */
export async function toCallMe(page: Page, address: string) {
  await page.goto(address);
  const asked = page.getByRole('heading', { name: 'Which number is yours?' });
  if (await asked.isVisible()) {
    await page.getByLabel('Your own number').fill('0812 335 088');
    await page.getByRole('button', { name: 'Save number' }).click();
  }
  await expect(callMeButton(page)).toBeVisible();
}

/** Submits a task whose answer is lost; its name says how. */
export async function lose(page: Page, name: string) {
  await newDraft(page, { name, sheet: leadsOf(goodNumbers(3)) });
  await check(page);
  await submit(page);
}

/** The tasks that the provider has of that name. */
export async function made(sandbox: Sandbox, name: string): Promise<string[]> {
  const all = await sandbox.tasks();
  return all.filter((task) => task.startsWith(`${name}-`));
}

/** The state of the task whose page is shown. */
export function taskState(page: Page) {
  return page.locator('.page-head .badge').first();
}

/** Opens one of the ways to look at the task whose page is shown. */
export async function taskTab(page: Page, name: 'Results' | 'Calls' | 'List' | 'Batches' | 'Activity') {
  const tab = page.getByRole('navigation', { name: 'Task' }).getByRole('link', { name });
  await tab.click();
  await expect(tab).toHaveAttribute('aria-current', 'page');
}

/** Takes a spreadsheet all the way, and waits on the page of the task for a state. */
export async function newTask(page: Page, task: { name: string; sheet: Sheet }, state = 'Created'): Promise<string> {
  await newDraft(page, task);
  await check(page);
  await submit(page);
  await expect(taskState(page)).toHaveText(state);
  return page.url();
}

/** The row of a part on the page of its task; parts are counted from 1. */
export function batchRow(page: Page, number = 1) {
  return page.locator(`#batch-${number}`);
}

/** Presses a button that asks once more, reads what it asks, and presses it for good. */
export async function decide(page: Page, button: 'Send batch 1 again' | 'Give up batch 1', sentence: string | RegExp) {
  await page.getByRole('button', { name: `${button}…` }).click();
  const question = page.getByRole('dialog', { name: new RegExp(`^${button.split(' ')[0]} .*\\?$`) });
  await expect(question).toContainText(sentence);
  await question.getByRole('button', { name: button, exact: true }).click();
}

/** Notes on the page that it is this one; `isSamePage` is false once it was loaded again. */
export async function mark(page: Page) {
  await page.evaluate(() => document.documentElement.setAttribute('data-marked', ''));
}

export function isSamePage(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.hasAttribute('data-marked'));
}

/** The counts of a review, by their words; a kind without leads has none. */
export async function tally(page: Page): Promise<Record<string, string>> {
  const kinds = page.locator('#kinds a');
  const words = await kinds.locator('span').allInnerTexts();
  const counts = await kinds.locator('b').allInnerTexts();
  return Object.fromEntries(words.map((word, index) => [word, counts[index] ?? '']));
}

/** The counts come to be these; others may stand beside them. */
export async function expectTally(page: Page, counts: Record<string, string>) {
  const named = async () => {
    const now = await tally(page);
    return Object.fromEntries(Object.keys(counts).map((word) => [word, now[word] ?? '0']));
  };
  await expect.poll(named).toEqual(counts);
}

/** Shows the leads of a kind; it is what the review says of them. */
export async function showKind(page: Page, kind: string | RegExp) {
  await page.locator('#kinds').getByRole('link', { name: kind }).click();
}

/** Goes from a review to the columns of its list. */
export async function openColumns(page: Page) {
  await page.getByRole('link', { name: 'Match columns' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Match columns');
}

/** Says what a column of the list is for, as one who is at the columns, and saves that. */
export async function matchColumn(page: Page, column: string, use: string) {
  await page.getByLabel(column, { exact: true }).selectOption(use);
  await page.getByRole('button', { name: 'Save columns' }).click();
  await expect(page.getByText('Columns saved.')).toBeVisible();
}

/** Unfolds what becomes of duplicates on a review. */
export async function openRepeats(page: Page) {
  const repeats = page.locator('#repeats');
  if ((await repeats.getAttribute('open')) === null) {
    await repeats.locator('summary').click();
  }
  return repeats;
}

/** The row of a table that holds the text. */
export function rowWith(page: Page, text: string) {
  return page.getByRole('row').filter({ hasText: text });
}
