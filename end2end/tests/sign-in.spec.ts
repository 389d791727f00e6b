/** Signing in and out. */

import { expect, signIn, signedIn, test } from '../fixtures.ts';

test('a wrong password says so and keeps the email', async ({ page, administrator }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(administrator.email);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const summary = page.getByRole('alert');
  await expect(summary).toContainText('There is a problem');
  await expect(summary).toContainText('The email or password is wrong. Enter both again.');
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle('Error: Sign in · Coxswain');
  await expect(page.getByLabel('Email')).toHaveValue(administrator.email);
  await expect(page.getByLabel('Password')).toHaveValue('');
  await signIn(page, administrator);
  await expect(page).toHaveTitle('Tasks · DIDI Indonesia · Coxswain');
});

test('an email that is none is told in the summary, and stays', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill('siti at example');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await summary.getByRole('link', { name: 'The email or password is wrong.' }).click();
  await expect(page.getByLabel('Email')).toBeFocused();
  await expect(page.getByLabel('Email')).toHaveValue('siti at example');
});

test('after five failures the wait is said', async ({ page }) => {
  await page.goto('/sign-in');
  for (let failures = 0; failures < 5; failures += 1) {
    await page.getByLabel('Email').fill('nobody@example.com');
    await page.getByLabel('Password').fill(`guess ${failures}`);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert')).toContainText('The email or password is wrong.');
    await expect(page.getByLabel('Password')).toHaveValue('');
  }
  await page.getByLabel('Password').fill('guess 6');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText(/Too many failed attempts\. Try again in 1 minute\./);
  await expect(page.getByLabel('Email')).toHaveValue('nobody@example.com');
});

test('somebody who is signed out comes to the page they wanted after signing in', async ({ page, administrator }) => {
  await page.goto('/robots?q=promo&mode=single');
  await expect(page).toHaveTitle('Sign in · Coxswain');
  await page.getByLabel('Email').fill(administrator.email);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('Password').fill(administrator.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/a\/[^/]+\/robots\?q=promo&mode=single$/);
  await expect(page.getByLabel('Search')).toHaveValue('promo');
});

test('a link to another site is not followed after signing in', async ({ page, administrator }) => {
  await page.goto('/sign-in?next=//evil.example/tasks');
  await signIn(page, administrator);
  await expect(page).toHaveURL(/\/a\/[^/]+\/tasks$/);
});

test('signing out ends the session', async ({ page, administrator }) => {
  await signIn(page, administrator);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/sign-in');
  await page.goto('/tasks');
  await expect(page).toHaveURL(/\/sign-in/);
});

signedIn('every page says that the sandbox calls nobody', async ({ page }) => {
  for (const address of ['/tasks', '/drafts', '/robots', '/tasks/new', '/settings']) {
    await page.goto(address);
    await expect(page.getByText('Sandbox: no real calls')).toBeVisible();
  }
});

signedIn('an address that is no page says so and leads back', async ({ page }) => {
  const response = await page.goto('/boats');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  await page.getByRole('link', { name: 'Go to tasks' }).click();
  await expect(page).toHaveURL(/\/a\/[^/]+\/tasks$/);
  for (const address of ['/tasks/00000000-0000-0000-0000-000000000000', '/drafts/boats', '/robots/boats']) {
    expect((await page.goto(address))?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  }
});
