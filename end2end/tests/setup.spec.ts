/** A program that nobody has used yet. */

import { type Page } from '@playwright/test';
import { chooseRetention, expect, expectReadable, test } from '../fixtures.ts';
import { expectEveryLanguage } from '../languages.ts';

// A program of its own: whatever differs starts one.
test.use({ environment: { COXSWAIN_ACCOUNT_NAME: 'An empty account' } });

test('the set-up key makes the first administrator, and works once', async ({ page, coxswain }) => {
  await page.goto('/setup');
  await expectEveryLanguage(page, coxswain);
  await page.getByLabel('Set-up key').fill('guessed');
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await page.getByRole('alert').getByRole('link', { name: /^This key is wrong/ }).click();
  await expect(page.getByLabel('Set-up key')).toBeFocused();
  await expect(page.getByLabel('Set-up key')).toHaveValue('guessed');
  await page.goto('/setup');
  await page.getByLabel('Set-up key').fill(coxswain.setupKey);
  await expectReadable(page, 'setup');
  await page.getByLabel('Email').fill('siti at example');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expect(page).toHaveTitle('Error: Create the first administrator · Coxswain');
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(6);
  await summary.getByRole('link', { name: 'Write an email address such as name@example.com.' }).click();
  await expect(page.getByLabel('Email')).toBeFocused();
  await expect(page.getByLabel('Email')).toHaveValue('siti at example');
  await expect(page.getByLabel('Password')).toHaveValue('');
  await expectReadable(page, 'setup-faults');

  await page.getByLabel('Name').fill('Siti Rahma');
  await page.getByLabel('Email').fill('siti@example.com');
  await page.getByLabel('Password').fill('a quiet harbour at dawn');
  await chooseRetention(page);
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expect(page).toHaveURL(/\/a\/[^/]+\/tasks$/);
  await expect(page.getByText('Siti Rahma')).toBeVisible();
  await whatIsEmptySaysWhatBelongsThere(page);

  const response = await page.goto('/setup');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Coxswain is already set up');
  await expect(page).toHaveTitle('Coxswain is already set up · Coxswain');
  await expectReadable(page, 'setup-used');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Email')).toBeVisible();
});

async function whatIsEmptySaysWhatBelongsThere(page: Page) {
  await expect(page.getByRole('heading', { name: 'No tasks yet' })).toBeVisible();
  await expectReadable(page, 'tasks-empty');
  await page.getByRole('link', { name: /^Drafts/ }).click();
  await expect(page.getByRole('heading', { name: 'No drafts' })).toBeVisible();
  await expectReadable(page, 'drafts-empty');
  await page.getByRole('main').getByRole('link', { name: 'New task' }).click();
  await expect(page).toHaveURL(/\/a\/[^/]+\/tasks\/new$/);
}
