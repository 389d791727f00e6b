/** After the calls: what came of them, taken as a file, and people called again; with scripts and without. */

import { readFileSync } from 'node:fs';
import { type Page } from '@playwright/test';
import { expect, expectNoAxeViolations, withSandbox } from '../fixtures.ts';
import { goodNumbers, leadsOf, lookAgainUntil, newDraft, readyLaunchButton, submitButton, taskState, taskTab } from '../steps.ts';

// All numbers are dialled at once, and a dial lasts no longer than a second.
withSandbox.use({ options: 'calls-at-once=1000, call-duration=1s' });

/** The number on a tile of the results. */
async function tile(page: Page, name: string): Promise<number> {
  const text = await page.locator('.tiles').getByRole('link', { name: new RegExp(`^${name}`) }).locator('b').textContent();
  return Number(text?.replaceAll(',', ''));
}

/** The rows of the first CSV file that the page offers, without its headers. */
async function rowsOf(page: Page): Promise<string[]> {
  const link = page.getByRole('link', { name: 'As CSV' }).first();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const lines = readFileSync(await download.path(), 'utf8').trimEnd().split('\r\n');
  return lines.slice(1);
}

/** How somebody waits for AIRudder, and what is looked at on the way. */
interface Way {
  wait(page: Page, done: () => Promise<void>): Promise<void>;
  look(page: Page): Promise<void>;
}

async function story(page: Page, name: string, { wait, look }: Way) {
  await newDraft(page, { name, sheet: leadsOf(goodNumbers(500)) });
  await page.getByRole('button', { name: 'Check with AIRudder' }).click();
  await wait(page, () => expect(submitButton(page)).toBeVisible({ timeout: 1_000 }));
  await submitButton(page).click();
  await (await readyLaunchButton(page)).click();
  await wait(page, () => expect(page.locator('.tiles')).toContainText(/Dialled\s*500/, { timeout: 1_000 }));
  await look(page);

  // Every number opens its calls, and the file has the same.
  const reached = await tile(page, 'Reached');
  expect(reached).toBeGreaterThan(100);
  await page.locator('.tiles').getByRole('link', { name: /^Reached/ }).click();
  await expect(page.getByText(`${reached} of 500 calls`)).toBeVisible();
  await look(page);
  expect(await rowsOf(page)).toHaveLength(reached);
  await taskTab(page, 'Calls');
  await page.getByLabel('Search').fill('300000');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.locator('.calls-list tbody tr')).toHaveCount(1);
  await taskTab(page, 'List');
  await look(page);
  expect(await rowsOf(page)).toHaveLength(500);
  await taskTab(page, 'Results');

  // Two clicks make the draft of those who are called again.
  await page.getByRole('link', { name: 'Call people again…' }).click();
  await look(page);
  const again = Number(await page.locator('.figure').textContent());
  await page.getByRole('button', { name: 'Make the draft' }).click();
  await expect(page.getByText('calls people again by what came of their calls in')).toBeVisible();
  await page.getByRole('button', { name: 'Check with AIRudder' }).click();
  await wait(page, () => expect(submitButton(page)).toHaveText(`Submit ${again} leads`, { timeout: 1_000 }));
  await submitButton(page).click();
  await (await readyLaunchButton(page)).click();
  await wait(page, () => expect(page.locator('.tiles')).toContainText(new RegExp(`Dialled\\s*${again}\\s*100`), { timeout: 1_000 }));
  const more = await tile(page, 'Reached');
  const chain = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Follow-ups' }) });
  await expect(chain.locator('tbody tr')).toHaveCount(2);
  await page.reload();
  await expect(chain).toContainText('Over all of them, each number once: 500 numbers');
  await expect(chain.locator('tbody tr').nth(1)).toContainText(String(more));
}

withSandbox('500 people are called, counted, exported and called again', async ({ page }) => {
  // The page follows by itself.
  await story(page, 'Story', { wait: (_, done) => expect(done).toPass(), look: expectNoAxeViolations });
  await page.getByText('Summary for a chat').click();
  await expect(page.getByRole('button', { name: 'Copy summary' })).toBeVisible();
  await expect(page.locator('#summary-text')).toHaveText(/^Story \(2\): results/);
  await expect(taskState(page)).toHaveText(/Finished|Calling|Created/);
});

withSandbox.describe('without scripts', () => {
  withSandbox.use({ javaScriptEnabled: false });

  withSandbox('500 people are called, counted, exported and called again without scripts', async ({ page }) => {
    // axe is a script.
    await story(page, 'Plain story', { wait: lookAgainUntil, look: async () => {} });
  });
});
