/** What the script in every page adds: keys, and a question before changed values are left. */

import { errorsOf, expect, signedIn } from '../fixtures.ts';

signedIn('keys lead to the search, to a new task and to the help', async ({ page }) => {
  const errors = errorsOf(page);
  await page.goto('/tasks');
  await page.keyboard.press('/');
  await expect(page.getByLabel('Search')).toBeFocused();
  await expect(page.getByLabel('Search')).toHaveValue('');

  await page.goto('/tasks');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help).toBeVisible();
  await expect(help).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();

  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/a\/[^/]+\/tasks\/new$/);
  expect(errors).toEqual([]);
});

signedIn('in a field, and with a modifier, a key is only a key', async ({ page }) => {
  await page.goto('/tasks');
  await page.getByLabel('Search').pressSequentially('n/?');
  await expect(page.getByLabel('Search')).toHaveValue('n/?');
  await page.getByLabel('Status').focus();
  await page.keyboard.press('n');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Alt+n');
  await page.keyboard.press('Shift+N');
  await expect(page).toHaveURL(/\/a\/[^/]+\/tasks$/);
  await expect(page.getByRole('dialog')).toBeHidden();
});

signedIn('single keys can be turned off, and the browser remembers it', async ({ page }) => {
  await page.goto('/tasks');
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await help.getByLabel('Use single keys').uncheck();
  await help.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('n');
  await page.goto('/robots');
  await page.keyboard.press('/');
  await page.keyboard.press('?');
  await expect(page.getByLabel('Search')).not.toBeFocused();
  await expect(help).toBeHidden();
  await expect(page).toHaveURL(/\/a\/[^/]+\/robots$/);

  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(help.getByLabel('Use single keys')).not.toBeChecked();
  await help.getByLabel('Use single keys').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.getByLabel('Search')).toBeFocused();
});

signedIn('Ctrl+Enter presses the button that leads on, in a field too', async ({ page }) => {
  await page.goto('/settings');
  const stored = await page.getByLabel('Account name').inputValue();
  await page.getByLabel('Account name').fill('');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('Enter the account name.');
  await page.goto('/settings');
  await expect(page.getByLabel('Account name')).toHaveValue(stored);
});
