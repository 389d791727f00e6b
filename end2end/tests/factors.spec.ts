/** Second factors: passkeys, authenticator apps, recovery codes, and confirming that it is still the same person. */

import { type Browser, type Page } from '@playwright/test';
import { codeOf } from '../codes.ts';
import { errorsOf, expect, expectReadable, openPage, test } from '../fixtures.ts';
import { repeat, weeklyRepeat } from '../hand.ts';
import { expectEveryLanguage } from '../languages.ts';
import { type Program } from '../program.ts';
import { check, goodNumbers, launch, launchButton, leadsOf, newDraft, readyLaunchButton, submitButton, taskState, toLaunch } from '../steps.ts';

test.use({ host: 'localhost', environment: { COXSWAIN_SECOND_FACTOR: 'required' } });

const password = 'seven lanterns over the quay';

/** Gives the browser a device that makes passkeys and says that its person has shown their finger. */
async function withAuthenticator(page: Page) {
  const browser = await page.context().newCDPSession(page);
  await browser.send('WebAuthn.enable');
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Somebody new, who has just chosen a password; they owe a second factor. */
async function newcomer(browser: Browser, coxswain: Program, name: string): Promise<Page> {
  const email = `${name}@example.com`;
  await coxswain.run(['user', 'add', '--email', email, '--name', name, '--role', 'launcher'], `${password}\n`);
  const page = await openPage(browser, coxswain);
  await typePassword(page, email);
  await expect(page).toHaveURL(/\/a\/[^/]+\/profile\/second-factor$/);
  return page;
}

async function typePassword(page: Page, email: string) {
  await page.goto('/sign-in');
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function keepCodes(page: Page): Promise<string[]> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recovery codes');
  const codes = await page.locator('.recovery-codes code').allInnerTexts();
  expect(codes).toHaveLength(10);
  await page.getByRole('link', { name: 'I have saved them' }).click();
  return codes;
}

async function createPasskey(page: Page) {
  await page.getByLabel('Name of the passkey').fill('Work laptop');
  await page.getByRole('button', { name: 'Create a passkey' }).click();
}

test('somebody is invited, makes a passkey, and submits for the first time', async ({ browser, coxswain }) => {
  await coxswain.run(['user', 'add', '--email', 'admin@example.com', '--name', 'Siti', '--role', 'admin'], `${password}\n`);
  const admin = await openPage(browser, coxswain);
  const errors = errorsOf(admin);
  await withAuthenticator(admin);
  await typePassword(admin, 'admin@example.com');
  await createPasskey(admin);
  await keepCodes(admin);
  await admin.goto('/settings/people');
  await admin.getByLabel('Name', { exact: true }).fill('Dewi Lestari');
  await admin.getByLabel('Email', { exact: true }).fill('dewi@example.com');
  await admin.getByLabel('Role', { exact: true }).selectOption('Launcher');
  await admin.getByRole('button', { name: 'Invite' }).click();
  const link = await admin.locator('#shown-once').innerText();

  const page = await openPage(browser, coxswain);
  await withAuthenticator(page);
  await page.goto(link);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Accept invitation' }).click();
  await expect(page).toHaveURL(/\/a\/[^/]+\/profile\/second-factor$/);
  await page.goto('/tasks');
  await expect(page).toHaveURL(/\/a\/[^/]+\/profile\/second-factor$/);
  await expectReadable(page, 'second-factor-set-up');
  await expectEveryLanguage(page, coxswain);
  await createPasskey(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recovery codes');
  await expectReadable(page, 'recovery-codes-new');
  await keepCodes(page);

  await newDraft(page, { name: 'First', sheet: leadsOf(goodNumbers(3)) });
  await check(page);
  await submitButton(page).click();
  await expect(page).toHaveURL(/\/launch$/);
  await expect(launchButton(page)).toHaveCount(0);
  await expectReadable(page, 'launch-to-confirm');
  await expectEveryLanguage(page, coxswain);
  await page.getByRole('link', { name: 'Confirm it is you' }).click();
  await expect(page).toHaveURL(/\/confirm\?next=/);
  await expectReadable(page, 'confirm-by-passkey');
  await expectEveryLanguage(page, coxswain);
  await page.getByRole('button', { name: 'Confirm with a passkey' }).click();
  await expect(page).toHaveURL(/\/launch$/);
  await (await readyLaunchButton(page)).click();
  await expect(page).toHaveURL(/\/tasks\/[^/]+$/);

  // The passkey signs in by itself.
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/sign-in');
  await expectReadable(page, 'sign-in-with-passkeys');
  await expectEveryLanguage(page, coxswain);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page).toHaveURL(/\/a\/[^/]+\/tasks$/);
  await page.goto('/profile');
  await expect(page.locator('#factors')).toContainText('10 recovery codes are left');
  await expectReadable(page, 'profile-with-passkey');
  await expectEveryLanguage(page, coxswain);
  expect(errors).toEqual([]);
  await admin.context().close();
  await page.context().close();
});

test('an authenticator app signs in, and a recovery code once in its place', async ({ browser, coxswain }) => {
  const page = await newcomer(browser, coxswain, 'budi');
  await page.getByRole('button', { name: 'Use an authenticator app' }).click();
  const key = await page.locator('#app-key').innerText();
  await expect(page).toHaveURL(/\/a\/[^/]+\/profile\/second-factor$/);
  await expectReadable(page, 'authenticator-app-set-up');
  await page.getByLabel('Code', { exact: true }).fill(codeOf(key));
  await page.getByRole('button', { name: 'Finish' }).click();
  const codes = await keepCodes(page);
  await expect(page).toHaveURL(/\/a\/[^/]+\/tasks$/);

  await page.context().clearCookies();
  await typePassword(page, 'budi@example.com');
  await expect(page).toHaveURL('/sign-in/second-factor');
  await page.goto('/tasks');
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/sign-in/second-factor');
  await expectReadable(page, 'second-factor');
  await page.getByLabel('Code', { exact: true }).fill('000000');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('This code is wrong or was used already');
  await page.getByLabel('Code', { exact: true }).fill(codeOf(key, 1));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/a\/[^/]+\/tasks$/);

  await page.context().clearCookies();
  await typePassword(page, 'budi@example.com');
  await page.getByText('Use a recovery code').click();
  await page.getByLabel('Recovery code').fill(codes[4] ?? '');
  await page.getByRole('button', { name: 'Sign in with a recovery code' }).click();
  await expect(page).toHaveURL(/\/a\/[^/]+\/tasks$/);
  await page.goto('/profile/recovery-codes');
  await expect(page.getByText('9 codes are left')).toBeVisible();
  await expectReadable(page, 'recovery-codes-left');
  await page.context().close();
});

test('after 12 hours the launch asks, and nothing is lost by it', async ({ browser, coxswain }) => {
  const page = await newcomer(browser, coxswain, 'citra');
  await page.getByRole('button', { name: 'Use an authenticator app' }).click();
  const key = await page.locator('#app-key').innerText();
  await page.getByLabel('Code', { exact: true }).fill(codeOf(key));
  await page.getByRole('button', { name: 'Finish' }).click();
  const codes = await keepCodes(page);
  await newDraft(page, { name: 'Late', sheet: leadsOf(goodNumbers(3)) });
  await check(page);
  await coxswain.query("update tower_sessions.session set is_new_device = false, confirmed_at = now()");
  await toLaunch(page);
  const button = await readyLaunchButton(page);
  await coxswain.query("update tower_sessions.session set confirmed_at = now() - interval '13 hours'");
  await button.click();
  await expect(page).toHaveURL(/\/confirm\?next=/);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByLabel('Code', { exact: true }).fill(codes[0] ?? '');
  await expectReadable(page, 'confirm-by-password');
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page).toHaveURL(/\/launch$/);
  await (await readyLaunchButton(page)).click();
  await expect(page).toHaveURL(/\/tasks\/[^/]+$/);
  await page.context().close();
});

test('in a browser that is known the weekly repeat takes no more clicks with a second factor', async ({ browser, coxswain }) => {
  const page = await newcomer(browser, coxswain, 'galih');
  await page.getByRole('button', { name: 'Use an authenticator app' }).click();
  const key = await page.locator('#app-key').innerText();
  await page.getByLabel('Code', { exact: true }).fill(codeOf(key));
  await page.getByRole('button', { name: 'Finish' }).click();
  const codes = await keepCodes(page);
  // The first launch asks: this browser is new.
  await newDraft(page, { name: 'Weekly', sheet: leadsOf(goodNumbers(3)) });
  await check(page);
  await submitButton(page).click();
  await page.getByRole('link', { name: 'Confirm it is you' }).click();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByLabel('Code', { exact: true }).fill(codes[0] ?? '');
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page).toHaveURL(/\/launch$/);
  await launch(page);
  await expect(taskState(page)).toHaveText('Created');

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/sign-in');
  await typePassword(page, 'galih@example.com');
  await expect(page).toHaveURL('/sign-in/second-factor');
  await page.getByLabel('Code', { exact: true }).fill(codeOf(key, 1));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/a\/[^/]+\/tasks$/);
  expect(await repeat(page, 'Weekly')).toMatchObject(weeklyRepeat);
  await page.context().close();
});
