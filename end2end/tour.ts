/** Every screen in every state that it has, and how to get there, in a program whose database `cargo xtask seed` has filled. */

import { type Page, expect } from '@playwright/test';
import type { Exhibits } from './fixtures.ts';
import type { Program } from './program.ts';
import { check, chooseSheet, expectKept, goodNumbers, leadsOf, line, newDraft, openColumns, review, robotWithVariables, sample, submitButton, toCallMe, toLaunch, unnamed } from './steps.ts';
import {
  allAccounts,
  appSetup,
  confirmByCode,
  factorSetup,
  heldNumber,
  listedNumber,
  newRecoveryCodes,
  nothingToList,
  profileWithApp,
  recoveryCodes,
  secondFactor,
  wrongRetention,
} from './ways.ts';

export interface Screen {
  name: string;
  /** Its route, as `src/web/app.rs` spells it; what is at no address has none. */
  route?: string;
  /** Who looks at it; nobody is signed in where it is left out. */
  by?: 'administrator' | 'member';
  /** Whether something on it needs the script. */
  island: boolean;
  open: (page: Page, exhibits: Exhibits, coxswain: Program) => Promise<unknown>;
}

/** Whether an address is of that route, or of a search on it whose answer is the page. */
export function isOf(route: string, address: string): boolean {
  const within = route.replaceAll(/:\w+/g, '[^/]+');
  return new RegExp(`^(/a/[^/]+)?${within}(/find)?$`).test(new URL(address).pathname);
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
  { name: 'sign-in', route: '/sign-in', island: false, open: to('/sign-in') },
  { name: 'sign-in-to-open', route: '/sign-in', island: false, open: to('/drafts') },
  { name: 'sign-in-wrong', route: '/sign-in', island: false, open: wrongSignIn },
  { name: 'setup-used', route: '/setup', island: false, open: to('/setup') },
  { name: 'robots', route: '/robots', by, island: false, open: to('/robots') },
  { name: 'robots-none', route: '/robots', by, island: false, open: to('/robots?q=lighthouse&mode=group') },
  { name: 'robot', route: '/robots/:id', by, island: false, open: firstRobot },
  { name: 'robot-results', route: '/robots/:id/results', by, island: false, open: resultsOfRobot },
  { name: 'robot-results-problems', route: '/robots/:id/results', by, island: false, open: wrongResults },
  { name: 'new-task', route: '/tasks/new', by, island: true, open: to('/tasks/new') },
  { name: 'new-task-problems', route: '/tasks/new', by, island: true, open: exhibit('wrong-form') },
  { name: 'new-task-later', route: '/tasks/new', by, island: true, open: laterWindow },
  { name: 'new-task-kept', route: '/tasks/new', by, island: true, open: keptList },
  { name: 'new-task-like', route: '/tasks/new', by, island: true, open: likeTask },
  { name: 'drafts', route: '/drafts', by, island: false, open: to('/drafts') },
  { name: 'drafts-question', route: '/drafts', by, island: false, open: discardQuestion },
  { name: 'drafts-discarded', route: '/drafts', by, island: false, open: exhibit('discarded') },
  { name: 'drafts-none', route: '/drafts', by, island: false, open: to('/drafts?q=lighthouse') },
  { name: 'draft', route: '/drafts/:id', by, island: true, open: exhibit('reviewed') },
  { name: 'draft-problem', route: '/drafts/:id', by, island: true, open: exhibit('reviewed', '?show=to_fix&problem=mobile.missing') },
  { name: 'draft-to-fix', route: '/drafts/:id', by, island: true, open: exhibit('reviewed', '?show=to_fix') },
  { name: 'lead', route: '/drafts/:id/leads/:row', by, island: false, open: leadToFix },
  { name: 'draft-duplicates', route: '/drafts/:id', by, island: true, open: exhibit('reviewed', '?show=duplicate') },
  { name: 'draft-columns', route: '/drafts/:id/columns', by, island: false, open: columnsOf },
  { name: 'draft-columns-problems', route: '/drafts/:id/columns', by, island: false, open: contestedColumns },
  { name: 'draft-replace', route: '/drafts/:id/replace', by, island: false, open: replacement },
  { name: 'draft-warnings', route: '/drafts/:id', by, island: true, open: exhibit('warnings') },
  { name: 'draft-question', route: '/drafts/:id', by, island: true, open: exhibit('question') },
  { name: 'draft-unmatched', route: '/drafts/:id', by, island: true, open: exhibit('unmatched') },
  { name: 'draft-checking', route: '/drafts/:id', by, island: true, open: startCheck },
  { name: 'draft-accepted', route: '/drafts/:id', by, island: true, open: acceptedCheck },
  { name: 'draft-refused', route: '/drafts/:id', by, island: true, open: exhibit('refused') },
  { name: 'draft-unnamed', route: '/drafts/:id', by, island: true, open: unnamedRefusal },
  { name: 'draft-stale', route: '/drafts/:id', by, island: true, open: staleCheck },
  { name: 'launch', route: '/drafts/:id/launch', by, island: true, open: readyToLaunch },
  { name: 'launch-scheduled', route: '/drafts/:id/launch', by, island: true, open: scheduledLaunch },
  { name: 'launch-outside', route: '/drafts/:id/launch', by, island: true, open: launchOutside },
  { name: 'launch-blocked', route: '/drafts/:id/launch', by, island: true, open: blockedLaunch },
  { name: 'call-me', route: '/drafts/:id/call-me', by, island: true, open: callMeFirst },
  { name: 'call-me-robot', route: '/robots/:id/call-me', by, island: true, open: callMeByRobot },
  { name: 'tasks', route: '/tasks', by, island: false, open: to('/tasks') },
  { name: 'tasks-needing-attention', route: '/tasks', by, island: false, open: to('/tasks?state=needs_attention') },
  { name: 'tasks-none', route: '/tasks', by, island: false, open: to('/tasks?q=lighthouse') },
  { name: 'tasks-number', route: '/tasks', by, island: false, open: to('/tasks?q=00001') },
  { name: 'tasks-no-number', route: '/tasks', by, island: false, open: to('/tasks?q=99999') },
  { name: 'task-sending', route: '/tasks/:id', by, island: true, open: exhibit('sending') },
  { name: 'task-created', route: '/tasks/:id', by, island: true, open: exhibit('created') },
  { name: 'task-without-refused', route: '/tasks/:id', by, island: true, open: exhibit('without_refused') },
  { name: 'task-calling', route: '/tasks/:id', by, island: true, open: exhibit('calling') },
  { name: 'task-calls', route: '/tasks/:id/calls', by, island: false, open: exhibit('calling', '/calls') },
  { name: 'task-finished', route: '/tasks/:id', by, island: false, open: exhibit('finished') },
  { name: 'task-list', route: '/tasks/:id/list', by, island: false, open: exhibit('finished', '/list') },
  { name: 'task-list-rows', route: '/tasks/:id/list/rows', by, island: false, open: exhibit('finished', '/list/rows?show=all') },
  { name: 'task-batches', route: '/tasks/:id/batches', by, island: false, open: exhibit('finished', '/batches') },
  { name: 'task-activity', route: '/tasks/:id/activity', by, island: false, open: exhibit('finished', '/activity') },
  { name: 'task-results', route: '/tasks/:id', by, island: false, open: weeklyResults },
  { name: 'task-follow-up', route: '/tasks/:id/follow-up', by, island: false, open: followUp },
  { name: 'task-calls-numbers', route: '/tasks/:id/calls', by, island: false, open: exhibit('finished', '/calls?numbers=whole') },
  { name: 'task-unknown', route: '/tasks/:id', by, island: true, open: exhibit('unknown') },
  { name: 'task-absent', route: '/tasks/:id', by, island: false, open: exhibit('absent') },
  { name: 'task-given-up', route: '/tasks/:id', by, island: false, open: exhibit('given_up') },
  { name: 'task-partly-created', route: '/tasks/:id', by, island: false, open: exhibit('partly_created') },
  { name: 'task-refused', route: '/tasks/:id', by, island: false, open: exhibit('refused_task') },
  { name: 'task-not-sent', route: '/tasks/:id', by, island: false, open: exhibit('not_sent') },
  { name: 'task-stopped', route: '/tasks/:id', by, island: false, open: exhibit('stopped') },
  { name: 'insights', route: '/insights', by, island: false, open: to('/insights') },
  { name: 'insights-none', route: '/insights', by, island: false, open: to('/insights?robot=nobody') },
  { name: 'settings', route: '/settings', by, island: false, open: to('/settings') },
  { name: 'settings-problems', route: '/settings', by, island: false, open: wrongSettings },
  { name: 'settings-forbidden', route: '/settings', by: 'member', island: false, open: to('/settings') },
  { name: 'calling-rules', route: '/settings/calling-rules', by, island: false, open: to('/settings/calling-rules') },
  { name: 'calling-rule', route: '/settings/calling-rules/:country/:sector', by, island: false, open: to('/settings/calling-rules/ID/finance') },
  { name: 'calling-rules-forbidden', route: '/settings/calling-rules', by: 'member', island: false, open: to('/settings/calling-rules') },
  { name: 'people', route: '/settings/people', by, island: false, open: to('/settings/people') },
  { name: 'people-invited', route: '/settings/people', by, island: false, open: invited },
  { name: 'people-problems', route: '/settings/people', by, island: false, open: wrongInvitation },
  { name: 'people-forbidden', route: '/settings/people', by: 'member', island: false, open: to('/settings/people') },
  { name: 'audit', route: '/settings/audit', by, island: false, open: to('/settings/audit') },
  { name: 'audit-none', route: '/settings/audit', by, island: false, open: to('/settings/audit?object=none') },
  { name: 'audit-forbidden', route: '/settings/audit', by: 'member', island: false, open: to('/settings/audit') },
  { name: 'profile', route: '/profile', by, island: false, open: to('/profile') },
  { name: 'link', route: '/link/:key', by, island: false, open: openInvitation },
  { name: 'not-found', by, island: false, open: to('/boats') },
  { name: 'profile-with-app', route: '/profile', island: false, open: profileWithApp },
  { name: 'second-factor-code', route: '/sign-in/second-factor', island: false, open: secondFactor },
  { name: 'second-factor-choice', route: '/profile/second-factor', island: false, open: factorSetup },
  { name: 'second-factor-app', route: '/profile/second-factor', island: false, open: appSetup },
  { name: 'recovery-codes', route: '/profile/recovery-codes', island: false, open: recoveryCodes },
  { name: 'recovery-codes-once', route: '/profile/recovery-codes', island: false, open: newRecoveryCodes },
  { name: 'confirm', route: '/confirm', by, island: false, open: to('/confirm') },
  { name: 'confirm-by-code', route: '/confirm', island: false, open: confirmByCode },
  { name: 'do-not-call', route: '/do-not-call', by, island: false, open: to('/do-not-call') },
  { name: 'do-not-call-problems', route: '/do-not-call', by, island: false, open: nothingToList },
  { name: 'do-not-call-number', route: '/do-not-call', by, island: false, open: listedNumber },
  { name: 'do-not-call-new-list', route: '/do-not-call/upload', by, island: false, open: to('/do-not-call/upload') },
  { name: 'do-not-call-newer-list', route: '/do-not-call/upload', by, island: false, open: exhibit('newer_list') },
  { name: 'retention-days', route: '/settings/retention', by, island: false, open: to('/settings/retention') },
  { name: 'retention-no-days', route: '/settings/retention', by, island: false, open: wrongRetention },
  { name: 'erase-number', route: '/settings/erasures', by, island: false, open: to('/settings/erasures') },
  { name: 'erase-number-held', route: '/settings/erasures', by, island: false, open: heldNumber },
  { name: 'erase-number-receipt', route: '/settings/erasures/:id', by, island: false, open: exhibit('receipt') },
  { name: 'account-new', route: '/settings/accounts', by, island: false, open: to('/settings/accounts') },
  { name: 'accounts-several', route: '/', by, island: false, open: allAccounts },
];
