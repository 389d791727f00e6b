/** People: invited, shut out, and their own passwords and sessions. */

import { type Browser, type Page } from '@playwright/test';
import { expect, expectReadable, openPage, signIn, test } from '../fixtures.ts';
import { type Program } from '../program.ts';

const password = 'seven lanterns over the quay';

/** The row of a person. */
function row(page: Page, name: string) {
  return page.locator('#people').getByRole('row').filter({ hasText: name });
}

/** Invites somebody; the address that is shown once. */
async function invite(page: Page, name: string, email: string): Promise<string> {
  await page.goto('/settings/people');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByRole('button', { name: 'Invite' }).click();
  return page.locator('#shown-once').innerText();
}

/** Opens a link in a browser of its own and chooses a password. */
async function accept(browser: Browser, coxswain: Program, link: string, chosen: string): Promise<Page> {
  const page = await openPage(browser, coxswain);
  await page.goto(link);
  await page.getByLabel('Password', { exact: true }).fill(chosen);
  await page.getByRole('button', { name: /^(Accept invitation|Change password)$/ }).click();
  await expect(page).toHaveURL(/\/a\/[^/]+\/tasks$/);
  return page;
}

async function expectSignedOut(page: Page) {
  await page.goto('/tasks');
  await expect(page).toHaveURL(/\/sign-in/);
}

test('somebody is invited, resets the password, is disabled while signed in, and enabled', async ({ browser, coxswain, administrator }) => {
  const page = await openPage(browser, coxswain, administrator);
  const link = await invite(page, 'Dewi Lestari', 'dewi@example.com');
  await expectReadable(page, 'people-invitation');
  const dewi = await accept(browser, coxswain, link, password);
  await dewi.goto('/profile');
  await expectReadable(dewi, 'profile-of-launcher');

  await page.goto('/settings/people');
  await row(page, 'Dewi Lestari').getByRole('button', { name: 'Reset password' }).click();
  await page.getByRole('button', { name: 'Start a reset' }).click();
  const reset = await page.locator('#shown-once').innerText();
  const chosen = `${password} again`;
  const elsewhere = await accept(browser, coxswain, reset, chosen);
  await expectSignedOut(dewi);
  await dewi.goto(reset);
  await expect(dewi.getByRole('heading', { level: 1 })).toHaveText('This link does not work');
  await expectReadable(dewi, 'link-gone');

  await page.goto('/settings/people');
  await row(page, 'Dewi Lestari').getByRole('button', { name: 'Disable…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByText('Dewi Lestari is disabled and signed out.')).toBeVisible();
  await elsewhere.getByRole('link', { name: 'Robots' }).click();
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await elsewhere.getByLabel('Email', { exact: true }).fill('dewi@example.com');
  await elsewhere.getByLabel('Password', { exact: true }).fill(chosen);
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  await expect(elsewhere.getByRole('alert')).toContainText('The email or password is wrong.');

  await row(page, 'Dewi Lestari').getByRole('button', { name: 'Enable' }).click();
  await signIn(elsewhere, { email: 'dewi@example.com', password: chosen });
  for (const opened of [page, dewi, elsewhere]) {
    await opened.context().close();
  }
});

test('the last administrator cannot be disabled', async ({ browser, coxswain, administrator }) => {
  const page = await openPage(browser, coxswain, administrator);
  await page.goto('/settings/people');
  await row(page, administrator.name).getByRole('button', { name: 'Disable…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByText(`${administrator.name} is the only administrator who can sign in`)).toBeVisible();
  await page.context().close();
});

test('another own session is ended', async ({ browser, coxswain, administrator }) => {
  const link = await openPage(browser, coxswain, administrator).then((page) => invite(page, 'Eka Putra', 'eka@example.com'));
  const here = await accept(browser, coxswain, link, password);
  const there = await openPage(browser, coxswain);
  await signIn(there, { email: 'eka@example.com', password });
  await here.goto('/profile');
  await expect(here.locator('#sessions').getByText('This session')).toHaveCount(1);
  await here.locator('#sessions').getByRole('button', { name: 'End', exact: true }).click();
  await expect(here.getByText('Session ended.')).toBeVisible();
  await expectSignedOut(there);
  await here.goto('/profile');
  await expect(here.getByRole('heading', { level: 1 })).toHaveText('Profile');
});
