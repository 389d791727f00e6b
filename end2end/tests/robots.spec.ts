/** The account's robots. */

import { expect, signedIn } from '../fixtures.ts';
import { robotWithVariables } from '../steps.ts';

signedIn('robots are found by their words', async ({ page }) => {
  await page.goto('/robots');
  await expect(page.getByText('12 robots')).toBeVisible();
  await expect(page.getByText(/As of .+ \(UTC[+−]\d\d:00\)/)).toBeVisible();
  await page.getByLabel('Search').fill('promo id');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/[?&]q=promo(\+|%20)id/);
  await expect(page.getByRole('link', { name: robotWithVariables })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Birthday ES' })).toHaveCount(0);
  await expect(page.getByLabel('Search')).toHaveValue('promo id');
});

signedIn('robots are filtered by their mode', async ({ page }) => {
  await page.goto('/robots');
  await page.getByLabel('Mode').selectOption({ label: 'Group' });
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/mode=group/);
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(page.getByLabel('Mode').locator(':checked')).toHaveText('Group');
});

signedIn('a search without a result offers all robots', async ({ page }) => {
  await page.goto('/robots?q=lighthouse');
  await expect(page.getByRole('heading', { name: 'No robots match' })).toBeVisible();
  await page.getByRole('link', { name: 'Show all robots' }).click();
  await expect(page.getByRole('row')).toHaveCount(13);
});

signedIn('a refresh asks AIRudder for the list', async ({ page }) => {
  await page.goto('/robots');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('Robots updated.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Robots updated.')).toHaveCount(0);
});

signedIn('a robot tells what it says, what it needs, what its results mean, and everything else that AIRudder tells', async ({ page }) => {
  await page.goto('/robots');
  await page.getByRole('link', { name: 'Ride voucher ES v3' }).click();
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText('What it says');
  await expect(page.getByText(/^Saluda por el nombre, ofrece un cupón/)).toBeVisible();
  const variables = page.getByRole('region', { name: 'Variables' });
  await expect(variables.getByRole('listitem').first()).toHaveText(/^Oferta fills ExtraA\s*El cupón/);
  await expect(page.getByText('Lucía')).toBeHidden();
  await page.getByText('More from AIRudder').click();
  await expect(page.getByText('Lucía')).toBeVisible();
  await expect(page.getByText('Can be interrupted')).toBeVisible();
});

signedIn('the ID of a robot is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/robots');
  await page.getByRole('link', { name: 'Ride voucher ES v3' }).click();
  await page.getByRole('button', { name: 'Copy ID' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').pop();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(id);
});
