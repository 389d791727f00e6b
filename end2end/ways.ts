/** How the tour comes to the screens of second factors, of numbers that are not called or erased, and of accounts. */

import { type Page, expect } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { codeOf } from './codes.ts';
import { type Exhibits, chooseRetention, signIn } from './fixtures.ts';
import type { Program } from './program.ts';

/** The page shows what has that title. */
async function expectTitle(page: Page, title: string) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}

/** Somebody new, who has just signed in: ten minutes later nobody changes their ways in without confirming that it is still them. */
async function newcomer(page: Page, coxswain: Program) {
  const person = { email: `dewi-${randomBytes(4).toString('hex')}@example.com`, password: 'seven lanterns over the quay' };
  const words = ['--email', person.email, '--name', 'Dewi Lestari', '--role', 'launcher', '--account', 'didi-indonesia'];
  await coxswain.run(['user', 'add', ...words], `${person.password}\n`);
  await signIn(page, person);
  return person;
}

/** Somebody new, with an authenticator app that works. */
async function withApp(page: Page, coxswain: Program) {
  const person = await newcomer(page, coxswain);
  await startApp(page);
  await page.getByLabel('Code', { exact: true }).fill(codeOf(await page.locator('#app-key').innerText()));
  await page.getByRole('button', { name: 'Finish' }).click();
  await expectTitle(page, 'Recovery codes');
  return person;
}

async function startApp(page: Page) {
  await page.goto('/profile/second-factor');
  await page.getByRole('button', { name: 'Use an authenticator app' }).click();
  await expect(page.locator('#app-key')).toBeVisible();
}

/** What can be a second factor. */
export async function factorSetup(page: Page, _: Exhibits, coxswain: Program) {
  await newcomer(page, coxswain);
  await page.goto('/profile/second-factor');
  await expectTitle(page, 'Set up a second factor');
}

/** The key of an app that is being set up. */
export async function appSetup(page: Page, _: Exhibits, coxswain: Program) {
  await newcomer(page, coxswain);
  await startApp(page);
}

export async function profileWithApp(page: Page, _: Exhibits, coxswain: Program) {
  await withApp(page, coxswain);
  await page.goto('/profile');
  await expect(page.locator('#factors')).toContainText('10 recovery codes are left');
}

/** How many codes are left. */
export async function recoveryCodes(page: Page, _: Exhibits, coxswain: Program) {
  await withApp(page, coxswain);
  await page.goto('/profile/recovery-codes');
  await expect(page.getByText('10 codes are left')).toBeVisible();
}

/** The codes themselves, which are shown once: each time that the page is loaded again they are made again. */
export async function newRecoveryCodes(page: Page, exhibits: Exhibits, coxswain: Program) {
  await recoveryCodes(page, exhibits, coxswain);
  await page.getByRole('button', { name: 'Make new codes' }).click();
  await expect(page.locator('.recovery-codes code')).toHaveCount(10);
}

/** What asks somebody with an app whether it is still them. */
export async function confirmByCode(page: Page, _: Exhibits, coxswain: Program) {
  await withApp(page, coxswain);
  await page.goto('/confirm?next=%2Ftasks');
  await expect(page.getByLabel('Code', { exact: true })).toBeVisible();
}

/** What is asked for after the password. */
export async function secondFactor(page: Page, _: Exhibits, coxswain: Program) {
  const person = await withApp(page, coxswain);
  await page.context().clearCookies();
  await signIn(page, person);
  await expectTitle(page, 'Second factor');
}

/** Numbers that are to be put on the company's list, and are missing. */
export async function nothingToList(page: Page) {
  await page.goto('/do-not-call');
  await page.getByRole('button', { name: 'Add numbers' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
}

/** A number that the database was filled with on the company's list. */
export async function listedNumber(page: Page) {
  await page.goto('/do-not-call');
  await page.getByLabel('Phone number').fill('+62812509805');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.locator('#found')).toContainText('“Asked by email”');
}

/** What is held of a number of a task. */
export async function heldNumber(page: Page) {
  await page.goto('/settings/erasures');
  await page.getByLabel('Phone number').fill('+62812500000');
  await page.getByRole('button', { name: 'Show what is held' }).click();
  await expect(page.locator('#held')).toContainText('Task “Driver survey”: 1 row');
}

export async function wrongRetention(page: Page) {
  await page.goto('/settings/retention');
  await page.getByLabel('Delete leads and calls after (days)').fill('0');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
}

/**
 * All accounts of somebody who has several. Every page of theirs offers to switch from then on, so that this comes last; what an address
 * without an account leads to stays the same.
 */
export async function allAccounts(page: Page) {
  await page.goto('/settings/accounts');
  const other = page.getByRole('link', { name: 'DIDI Mexico' });
  if ((await other.count()) === 0) {
    await page.getByLabel('Account name', { exact: true }).fill('DIDI Mexico');
    await page.getByLabel('Country', { exact: true }).selectOption('MX');
    await page.getByLabel('Time zone', { exact: true }).selectOption('America/Mexico_City');
    await chooseRetention(page);
    await page.getByRole('button', { name: 'Add account' }).click();
    await page.waitForURL(/\/a\/didi-mexico\/settings$/);
  }
  await page.goto('/');
  await expectTitle(page, 'Accounts');
  await expect(other).toBeVisible();
}
