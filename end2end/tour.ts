/** Every screen in every state that it has, and how to get there. */

import { type Browser, type Page, expect } from '@playwright/test';
import { type Person, openPage } from './fixtures.ts';
import type { Program } from './program.ts';
import {
  blocked,
  check,
  csv,
  fillTask,
  goodNumbers,
  leadsOf,
  newDraft,
  newTask,
  batchRow,
  pressReview,
  review,
  sample,
  submit,
  submitButton,
} from './steps.ts';

/** Addresses of what the tour shows, made once. None of it changes while somebody looks at it, however long that takes. */
export interface Exhibits {
  reviewed: string;
  unmatched: string;
  refused: string;
  created: string;
  unknown: string;
  refusedTask: string;
  faulty: string;
}

export interface Screen {
  name: string;
  /** Who looks at it; nobody is signed in where it is left out. */
  by?: 'administrator' | 'member';
  /** Whether something on it needs the script. */
  island: boolean;
  open: (page: Page, exhibits: Exhibits) => Promise<unknown>;
}

/** What is unknown stays so while it is looked at: nobody looks for it meanwhile. Set it with `test.use({ environment })`. */
export const environment = { COXSWAIN_RECONCILE_EVERY_SECONDS: '3600' };

/** Makes the drafts and tasks that the tour shows. */
export async function prepare(browser: Browser, coxswain: Program, administrator: Person): Promise<Exhibits> {
  const page = await openPage(browser, coxswain, administrator);
  const reviewed = await newDraft(page, { name: 'Review of a messy list', sheet: sample('messy-300.csv') });
  const unmatched = await newDraft(page, { name: 'No numbers', sheet: csv('odd.csv', ['Name,City,Age', 'Siti,Bandung,31']) });
  const refused = await newDraft(page, { name: 'Refused leads', sheet: leadsOf([...goodNumbers(3), blocked]) });
  await check(page);
  const created = await newTask(page, { name: 'Weekend promo', sheet: sample('clean-500.csv') });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('heading', { name: 'Calls' })).toBeVisible();
  const small = leadsOf([...goodNumbers(2), '+628129000003']);
  const unknown = await newTask(page, { name: 'Lost sandbox-cut', sheet: leadsOf(goodNumbers(2)) }, 'Unknown');
  const refusedTask = await newTask(page, { name: 'Refused later', sheet: small }, 'Refused');
  await page.goto('/tasks/new');
  await fillTask(page, { name: '', sheet: sample('not-a-sheet.csv') });
  await page.getByText('Later', { exact: true }).click();
  await page.getByLabel('Redials', { exact: true }).fill('');
  await pressReview(page);
  await expect(page.getByRole('alert')).toBeVisible();
  const faulty = page.url();
  await page.context().close();
  return { reviewed, unmatched, refused, created, unknown, refusedTask, faulty };
}

const to = (address: string) => (page: Page) => page.goto(address);

/** Starts a check that nobody answers: it is under way for as long as anybody looks at it. */
async function startCheck(page: Page) {
  await newDraft(page, { name: 'Slow sandbox-check-timeout-before', sheet: leadsOf(goodNumbers(40)) });
  await page.getByRole('button', { name: 'Check with AIRudder' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
}

/** Submits a long list whose first part is sent at once and the next one in four hours. */
async function startSending(page: Page) {
  await page.goto('/tasks/new');
  await page.getByLabel('Minutes between batches').fill('240');
  await fillTask(page, { name: 'A part every four hours', sheet: leadsOf(goodNumbers(10_001)) });
  await review(page);
  await page.getByRole('button', { name: 'Check with AIRudder' }).click();
  await expect(submitButton(page)).toBeVisible();
  await submit(page);
  await expect(batchRow(page, 1)).toContainText('Created');
  await expect(page.getByRole('progressbar')).toBeVisible();
}

async function acceptedCheck(page: Page) {
  await newDraft(page, { name: 'Everything is fine', sheet: leadsOf(goodNumbers(60)) });
  await check(page);
}

async function staleCheck(page: Page) {
  await acceptedCheck(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.locator('summary').filter({ hasText: 'the columns' }).click();
  await other.getByRole('button', { name: 'Save columns' }).click();
  await expect(other.getByText('Columns saved.')).toBeVisible();
  await other.close();
  await submitButton(page).click();
  await expect(page.locator('main > .notice.bad')).toBeVisible();
}

async function wrongSignIn(page: Page) {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill('somebody@example.com');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
}

async function wrongSettings(page: Page) {
  await page.goto('/settings');
  await page.getByLabel('Time zone').fill('Atlantis');
  await page.getByLabel('Lines').fill('ONE first\nONE again');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
}

async function firstRobot(page: Page) {
  await page.goto('/robots');
  await page.getByRole('link', { name: 'Ride voucher ES v3' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ride voucher ES v3');
}

async function columnsOpen(page: Page, { refused }: Exhibits) {
  await page.goto(refused);
  await page.locator('summary').filter({ hasText: 'the columns' }).click();
}

/** The form of one lead that has to be fixed. */
async function leadToFix(page: Page, { reviewed }: Exhibits) {
  await page.goto(`${reviewed}?show=to_fix`);
  await page.locator('#leads tbody a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Row \d+$/);
}

const by = 'administrator';

/** The tour. */
export const screens: Screen[] = [
  { name: 'sign-in', island: false, open: to('/sign-in') },
  { name: 'sign-in-wrong', island: false, open: wrongSignIn },
  { name: 'setup-used', island: false, open: to('/setup') },
  { name: 'robots', by, island: false, open: to('/robots') },
  { name: 'robots-none', by, island: false, open: to('/robots?q=lighthouse&mode=group') },
  { name: 'robot', by, island: false, open: firstRobot },
  { name: 'new-task', by, island: true, open: to('/tasks/new') },
  { name: 'new-task-faults', by, island: true, open: (page, { faulty }) => page.goto(faulty) },
  { name: 'drafts', by, island: false, open: to('/drafts') },
  { name: 'draft', by, island: true, open: (page, { reviewed }) => page.goto(reviewed) },
  { name: 'draft-to-fix', by, island: true, open: (page, { reviewed }) => page.goto(`${reviewed}?show=to_fix`) },
  { name: 'lead', by, island: false, open: leadToFix },
  { name: 'draft-duplicates', by, island: true, open: (page, { reviewed }) => page.goto(`${reviewed}?show=duplicate`) },
  { name: 'draft-columns', by, island: true, open: columnsOpen },
  { name: 'draft-unmatched', by, island: true, open: (page, { unmatched }) => page.goto(unmatched) },
  { name: 'draft-checking', by, island: true, open: startCheck },
  { name: 'draft-accepted', by, island: true, open: acceptedCheck },
  { name: 'draft-refused', by, island: true, open: (page, { refused }) => page.goto(refused) },
  { name: 'draft-stale', by, island: true, open: staleCheck },
  { name: 'tasks', by, island: false, open: to('/tasks') },
  { name: 'tasks-none', by, island: false, open: to('/tasks?q=lighthouse') },
  { name: 'task-sending', by, island: true, open: startSending },
  { name: 'task-created', by, island: false, open: (page, { created }) => page.goto(created) },
  { name: 'task-unknown', by, island: true, open: (page, { unknown }) => page.goto(unknown) },
  { name: 'task-refused', by, island: false, open: (page, { refusedTask }) => page.goto(refusedTask) },
  { name: 'settings', by, island: false, open: to('/settings') },
  { name: 'settings-faults', by, island: false, open: wrongSettings },
  { name: 'settings-forbidden', by: 'member', island: false, open: to('/settings') },
  { name: 'not-found', by, island: false, open: to('/boats') },
];
