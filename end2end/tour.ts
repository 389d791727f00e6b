/** Every screen in every state that it has, and how to get there, in a program whose database `cargo xtask seed` has filled. */

import { type Page, expect } from '@playwright/test';
import type { Exhibits } from './fixtures.ts';
import { check, chooseSheet, expectKept, goodNumbers, leadsOf, line, newDraft, openColumns, review, robotWithVariables, sample, submitButton, toCallMe, toLaunch, unnamed } from './steps.ts';

export interface Screen {
  name: string;
  /** Who looks at it; nobody is signed in where it is left out. */
  by?: 'administrator' | 'member';
  /** Whether something on it needs the script. */
  island: boolean;
  open: (page: Page, exhibits: Exhibits) => Promise<unknown>;
}

/** Opens an address. */
const to = (address: string) => (page: Page) => page.goto(address);

/** Opens something that the database was filled with. */
const exhibit =
  (name: string, query = '') =>
  (page: Page, exhibits: Exhibits) =>
    page.goto(`${pathOf(exhibits, name)}${query}`);

function pathOf(exhibits: Exhibits, name: string): string {
  const path = exhibits[name];
  if (!path) {
    throw new Error(`The database was not filled with “${name}”.`);
  }
  return path;
}

/** Starts a check that nobody answers: it is under way for as long as anybody looks at it. */
async function startCheck(page: Page) {
  await newDraft(page, { name: 'Slow sandbox-check-timeout-before', sheet: leadsOf(goodNumbers(40)) });
  await page.getByRole('button', { name: 'Check with AIRudder' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
}

/** A check of now: that of the draft which the database was filled with may be too old by the time the tour comes there. */
async function acceptedCheck(page: Page) {
  await newDraft(page, { name: 'Everything is fine', sheet: leadsOf(goodNumbers(60)) });
  await check(page);
}

/** A check with a refusal that names no lead. */
async function unnamedRefusal(page: Page) {
  await newDraft(page, { name: 'One of them', sheet: leadsOf([...goodNumbers(8), unnamed]) });
  await page.getByRole('button', { name: 'Check with AIRudder' }).click();
  await expect(page.getByRole('button', { name: 'Find it' })).toBeVisible();
}

async function staleCheck(page: Page) {
  await acceptedCheck(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await openColumns(other);
  await other.getByRole('button', { name: 'Save columns' }).click();
  await expect(other.getByText('Columns saved.')).toBeVisible();
  await other.close();
  await submitButton(page).click();
  await expect(page.locator('#notice .bad')).toBeVisible();
}

/** The launch of a list with something in every line of it, for a robot that says variables. */
async function readyToLaunch(page: Page) {
  await page.goto('/tasks/new');
  await page.getByLabel('Robot', { exact: true }).selectOption({ label: robotWithVariables });
  await page.getByLabel('Line', { exact: true }).selectOption(line);
  await page.getByLabel('Task name').fill('Weekend promo');
  await page.getByLabel('Now', { exact: true }).check();
  await page.getByLabel('List', { exact: true }).setInputFiles(sample('messy-300.csv'));
  await review(page);
  await check(page);
  await toLaunch(page);
}

/** A launch whose calls start another day. */
async function scheduledLaunch(page: Page) {
  await newDraft(page, { name: 'Tomorrow', sheet: leadsOf(goodNumbers(60)) });
  await schedule(page, { day: 1, opens: '09:00' }, { day: 1, closes: '18:00' });
}

/** A launch outside of the calling rule: through the night. */
async function launchOutside(page: Page) {
  await newDraft(page, { name: 'Through the night', sheet: leadsOf(goodNumbers(60)) });
  await choose(page, { day: 1, opens: '09:00' }, { day: 2, closes: '18:00' });
  await submitButton(page).click();
  await expect(page.getByLabel('Reason')).toBeVisible();
}

/** Chooses a window, its days counted from today, and goes on to the launch. */
async function schedule(page: Page, start: { day: number; opens: string }, end: { day: number; closes: string }) {
  await choose(page, start, end);
  await toLaunch(page);
}

/** Chooses a window and has the draft checked. */
async function choose(page: Page, start: { day: number; opens: string }, end: { day: number; closes: string }) {
  await page.getByRole('link', { name: 'Change call settings' }).click();
  await page.getByLabel('Later').check();
  await page.getByLabel('Start', { exact: true }).selectOption({ index: start.day + 1 });
  await page.getByLabel('Opens at').selectOption(start.opens);
  await page.getByLabel('End', { exact: true }).selectOption({ index: end.day + 1 });
  await page.getByLabel('Closes at').selectOption(end.closes);
  await review(page);
  await check(page);
}

/** The launch of a draft whose settings hold no longer. */
async function blockedLaunch(page: Page, exhibits: Exhibits) {
  await page.goto(`${pathOf(exhibits, 'reviewed')}/launch`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nobody can be called yet');
}

/** The page on which somebody hears the robot of a draft first. */
async function callMeFirst(page: Page, exhibits: Exhibits) {
  await toCallMe(page, `${pathOf(exhibits, 'reviewed')}/call-me`);
}

/** Likewise of a robot, with what it is to say. */
async function callMeByRobot(page: Page) {
  await firstRobot(page);
  await toCallMe(page, `${page.url()}/call-me`);
}

async function wrongSignIn(page: Page) {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill('somebody@example.com');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
}

async function wrongSettings(page: Page) {
  await page.goto('/settings');
  await page.getByLabel('Leads per batch').fill('12');
  await page.locator('[name="lines[2][name]"]').fill('ID_PHONE_JKT');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
}

async function firstRobot(page: Page) {
  await page.goto('/robots');
  await page.getByRole('link', { name: 'Ride voucher ES v3' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ride voucher ES v3');
}

/** The table of what the results of a robot mean. */
async function resultsOfRobot(page: Page) {
  await firstRobot(page);
  await page.getByRole('link', { name: 'Change', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What results mean');
}

/** The same with two results of one letter and without a name. */
async function wrongResults(page: Page) {
  await resultsOfRobot(page);
  await page.locator('#letter_1').fill(await page.locator('#letter_0').inputValue());
  await page.locator('#name_0').fill('');
  await page.getByRole('button', { name: 'Save results' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
}

async function columnsOf(page: Page, exhibits: Exhibits) {
  await page.goto(pathOf(exhibits, 'reviewed'));
  await openColumns(page);
}

/** Two columns that were chosen for the same. */
async function contestedColumns(page: Page, exhibits: Exhibits) {
  await columnsOf(page, exhibits);
  for (const column of [0, 1]) {
    await page.locator(`#column-${column}`).selectOption('comments');
  }
  await page.getByRole('button', { name: 'Save columns' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
}

/** What a replacement would do. */
async function replacement(page: Page, exhibits: Exhibits) {
  await page.goto(`${pathOf(exhibits, 'reviewed')}/replace?field=customer&find=a&with=e`);
  await expect(page.getByRole('button', { name: /^Replace in/ })).toBeVisible();
}

/** The form of one lead that has to be fixed. */
async function leadToFix(page: Page, exhibits: Exhibits) {
  await page.goto(`${pathOf(exhibits, 'reviewed')}?show=to_fix`);
  await page.locator('#lead-rows tbody a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Row \d+$/);
}

/** What is asked before a draft is discarded. */
async function discardQuestion(page: Page) {
  await page.goto('/drafts');
  await page.getByRole('button', { name: /^Discard… Review of a messy list/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

/** The form with a robot chosen, and a window that the person chooses. */
async function laterWindow(page: Page) {
  await page.goto('/tasks/new');
  await page.getByLabel('Robot', { exact: true }).selectOption({ label: robotWithVariables });
  await page.getByLabel('Redials', { exact: true }).fill('2');
  await page.getByLabel('Later').check();
  await expect(page.getByLabel('Opens at')).toBeVisible();
}

/** The form once a list was chosen: it is kept. */
async function keptList(page: Page) {
  await page.goto('/tasks/new');
  await expect(async () => {
    await chooseSheet(page, sample('messy-300.csv'));
    await expectKept(page, 'messy-300.csv');
  }).toPass();
  await page.getByText('columns of the list used').click();
}

/** The form with the settings of a task. */
async function likeTask(page: Page, exhibits: Exhibits) {
  await page.goto(pathOf(exhibits, 'created'));
  await page.getByRole('link', { name: 'New task with these settings' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^New task, like /);
}

/** The results of the last weekly task. */
async function weeklyResults(page: Page) {
  await page.goto('/tasks?q=Weekend');
  await page.getByRole('table').getByRole('link', { name: /^Weekend promo \d/ }).first().click();
  await expect(page.getByRole('heading', { name: 'From the list to interest' })).toBeVisible();
}

/** Whom of them a follow-up calls again. */
async function followUp(page: Page) {
  await weeklyResults(page);
  await page.getByRole('link', { name: 'Call people again…' }).click();
  await expect(page.getByRole('button', { name: 'Make the draft' })).toBeVisible();
}

const by = 'administrator';

/** People, with an invitation that was just made. */
async function invited(page: Page) {
  await page.goto('/settings/people');
  await page.getByLabel('Name', { exact: true }).fill('Citra Dewi');
  await page.getByLabel('Email', { exact: true }).fill('citra.dewi@example.com');
  await page.getByRole('button', { name: 'Invite' }).click();
  await expect(page.locator('#shown-once')).toContainText('/link/');
}

/** The page of a link that somebody has just got. */
async function openInvitation(page: Page) {
  await invited(page);
  await page.goto(await page.locator('#shown-once').innerText());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose your password');
}

async function wrongInvitation(page: Page) {
  await page.goto('/settings/people');
  await page.getByRole('button', { name: 'Invite' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter a name.');
}

/** The tour. */
export const screens: Screen[] = [
  { name: 'sign-in', island: false, open: to('/sign-in') },
  { name: 'sign-in-to-open', island: false, open: to('/drafts') },
  { name: 'sign-in-wrong', island: false, open: wrongSignIn },
  { name: 'setup-used', island: false, open: to('/setup') },
  { name: 'robots', by, island: false, open: to('/robots') },
  { name: 'robots-none', by, island: false, open: to('/robots?q=lighthouse&mode=group') },
  { name: 'robot', by, island: false, open: firstRobot },
  { name: 'robot-results', by, island: false, open: resultsOfRobot },
  { name: 'robot-results-problems', by, island: false, open: wrongResults },
  { name: 'new-task', by, island: true, open: to('/tasks/new') },
  { name: 'new-task-problems', by, island: true, open: exhibit('wrong-form') },
  { name: 'new-task-later', by, island: true, open: laterWindow },
  { name: 'new-task-kept', by, island: true, open: keptList },
  { name: 'new-task-like', by, island: true, open: likeTask },
  { name: 'drafts', by, island: false, open: to('/drafts') },
  { name: 'drafts-question', by, island: false, open: discardQuestion },
  { name: 'drafts-discarded', by, island: false, open: exhibit('discarded') },
  { name: 'drafts-none', by, island: false, open: to('/drafts?q=lighthouse') },
  { name: 'draft', by, island: true, open: exhibit('reviewed') },
  { name: 'draft-problem', by, island: true, open: exhibit('reviewed', '?show=to_fix&problem=mobile.missing') },
  { name: 'draft-to-fix', by, island: true, open: exhibit('reviewed', '?show=to_fix') },
  { name: 'lead', by, island: false, open: leadToFix },
  { name: 'draft-duplicates', by, island: true, open: exhibit('reviewed', '?show=duplicate') },
  { name: 'draft-columns', by, island: false, open: columnsOf },
  { name: 'draft-columns-problems', by, island: false, open: contestedColumns },
  { name: 'draft-replace', by, island: false, open: replacement },
  { name: 'draft-warnings', by, island: true, open: exhibit('warnings') },
  { name: 'draft-question', by, island: true, open: exhibit('question') },
  { name: 'draft-unmatched', by, island: true, open: exhibit('unmatched') },
  { name: 'draft-checking', by, island: true, open: startCheck },
  { name: 'draft-accepted', by, island: true, open: acceptedCheck },
  { name: 'draft-refused', by, island: true, open: exhibit('refused') },
  { name: 'draft-unnamed', by, island: true, open: unnamedRefusal },
  { name: 'draft-stale', by, island: true, open: staleCheck },
  { name: 'launch', by, island: true, open: readyToLaunch },
  { name: 'launch-scheduled', by, island: true, open: scheduledLaunch },
  { name: 'launch-outside', by, island: true, open: launchOutside },
  { name: 'launch-blocked', by, island: true, open: blockedLaunch },
  { name: 'call-me', by, island: true, open: callMeFirst },
  { name: 'call-me-robot', by, island: true, open: callMeByRobot },
  { name: 'tasks', by, island: false, open: to('/tasks') },
  { name: 'tasks-needing-attention', by, island: false, open: to('/tasks?state=needs_attention') },
  { name: 'tasks-none', by, island: false, open: to('/tasks?q=lighthouse') },
  { name: 'tasks-number', by, island: false, open: to('/tasks?q=00001') },
  { name: 'tasks-no-number', by, island: false, open: to('/tasks?q=99999') },
  { name: 'task-sending', by, island: true, open: exhibit('sending') },
  { name: 'task-created', by, island: true, open: exhibit('created') },
  { name: 'task-without-refused', by, island: true, open: exhibit('without_refused') },
  { name: 'task-calling', by, island: true, open: exhibit('calling') },
  { name: 'task-calls', by, island: false, open: exhibit('calling', '/calls') },
  { name: 'task-finished', by, island: false, open: exhibit('finished') },
  { name: 'task-list', by, island: false, open: exhibit('finished', '/list') },
  { name: 'task-list-rows', by, island: false, open: exhibit('finished', '/list/rows?show=all') },
  { name: 'task-batches', by, island: false, open: exhibit('finished', '/batches') },
  { name: 'task-activity', by, island: false, open: exhibit('finished', '/activity') },
  { name: 'task-results', by, island: false, open: weeklyResults },
  { name: 'task-follow-up', by, island: false, open: followUp },
  { name: 'task-calls-numbers', by, island: false, open: exhibit('finished', '/calls?numbers=whole') },
  { name: 'task-unknown', by, island: true, open: exhibit('unknown') },
  { name: 'task-absent', by, island: false, open: exhibit('absent') },
  { name: 'task-given-up', by, island: false, open: exhibit('given_up') },
  { name: 'task-partly-created', by, island: false, open: exhibit('partly_created') },
  { name: 'task-refused', by, island: false, open: exhibit('refused_task') },
  { name: 'task-not-sent', by, island: false, open: exhibit('not_sent') },
  { name: 'task-stopped', by, island: false, open: exhibit('stopped') },
  { name: 'insights', by, island: false, open: to('/insights') },
  { name: 'insights-none', by, island: false, open: to('/insights?robot=nobody') },
  { name: 'settings', by, island: false, open: to('/settings') },
  { name: 'settings-problems', by, island: false, open: wrongSettings },
  { name: 'settings-forbidden', by: 'member', island: false, open: to('/settings') },
  { name: 'calling-rules', by, island: false, open: to('/settings/calling-rules') },
  { name: 'calling-rule', by, island: false, open: to('/settings/calling-rules/ID/finance') },
  { name: 'calling-rules-forbidden', by: 'member', island: false, open: to('/settings/calling-rules') },
  { name: 'people', by, island: false, open: to('/settings/people') },
  { name: 'people-invited', by, island: false, open: invited },
  { name: 'people-problems', by, island: false, open: wrongInvitation },
  { name: 'people-forbidden', by: 'member', island: false, open: to('/settings/people') },
  { name: 'audit', by, island: false, open: to('/settings/audit') },
  { name: 'audit-none', by, island: false, open: to('/settings/audit?object=none') },
  { name: 'audit-forbidden', by: 'member', island: false, open: to('/settings/audit') },
  { name: 'profile', by, island: false, open: to('/profile') },
  { name: 'link', by, island: false, open: openInvitation },
  { name: 'not-found', by, island: false, open: to('/boats') },
];
