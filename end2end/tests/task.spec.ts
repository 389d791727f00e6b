/** The page of a task: what was sent, and what became of it. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, signedIn } from '../fixtures.ts';
import { batchRow, goodNumbers, leadsOf, line, newTask, robot, rowWith, sample, taskState, taskTab } from '../steps.ts';
import { filesOf } from '../zip.ts';

// Nobody looks for what has no answer but who asks for it.
signedIn.use({ environment: { COXSWAIN_RECONCILE_EVERY_SECONDS: '3600' } });

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

signedIn('a task tells what was sent, by whom and from which file', async ({ page, administrator }) => {
  await newTask(page, { name: 'Told in full', sheet: sample('clean-500.csv') });
  const digest = sha256(readFileSync(sample('clean-500.csv')));
  await taskTab(page, 'List');
  await expect(page.getByText('clean-500.csv')).toBeVisible();
  await expect(page.locator('.page-head')).toContainText(`submitted by ${administrator.name}`);
  await expect(page.locator('.page-head')).toContainText(/\(UTC[+−]\d\d:00\)/);
  const sent = page.locator('section').filter({ has: page.getByRole('heading', { name: 'What was sent' }) });
  await expect(sent).toContainText(robot);
  await expect(sent).toContainText(line);
  await taskTab(page, 'Batches');
  await expect(batchRow(page)).toContainText('AIRudder created the task.');
  await page.getByText('For AIRudder’s support').click();
  await expect(page.getByText(/Told in full-[2-9a-z]{8} · [0-9a-f]{32}/)).toBeVisible();
  await expect(page.getByText(digest)).toBeVisible();
  await taskTab(page, 'Activity');
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible();
});

signedIn('the proof of a task is an archive of a page, the list and the opt-outs, with their digests', async ({ page }) => {
  const numbers = goodNumbers(3);
  const address = await newTask(page, { name: 'Proven', sheet: leadsOf(numbers) });
  await taskTab(page, 'List');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download the proof' }).click()]);
  expect(download.suggestedFilename()).toBe(`proof-${address.split('/').at(-1)}.zip`);
  const files = filesOf(readFileSync(await download.path()));
  const names = ['proof.html', 'list-with-calls.csv', 'opt-outs.csv'];
  expect([...files.keys()]).toEqual([...names, 'SHA256SUMS']);
  const textOf = (name: string) => files.get(name)?.toString('utf8') ?? '';
  expect(textOf('SHA256SUMS')).toBe(names.map((name) => `${sha256(files.get(name) ?? Buffer.alloc(0))}  ${name}\n`).join(''));
  expect(textOf('proof.html')).toContain('Proof of “Proven”');
  expect(textOf('proof.html')).toContain('Whose clock counts');
  for (const number of numbers) {
    expect(textOf('list-with-calls.csv')).toContain(number.slice(1));
  }
  // Its headers: nobody has asked not to be called again.
  expect(textOf('opt-outs.csv').trimEnd().split('\r\n')).toHaveLength(1);
});

signedIn('a refresh tells how the calls stand', async ({ page }) => {
  await newTask(page, { name: 'Calls', sheet: leadsOf(goodNumbers(5)) });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('status').getByText('Updated from AIRudder.')).toBeVisible();
  await expect(page.locator('.as-of')).toContainText(/^As of \d\d:\d\d:\d\d/);
  await expect(async () => {
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(taskState(page)).toHaveText('Finished', { timeout: 1_000 });
  }).toPass();
  await expect(page.locator('.tiles').getByRole('link').first()).toHaveText(/^Dialled\s*5\s*100.0% of 5 sent$/);
});

signedIn('a lost answer is said as unknown, and a refresh finds the task', async ({ page }) => {
  await newTask(page, { name: 'Lost sandbox-cut', sheet: leadsOf(goodNumbers(3)) }, 'Unknown');
  // Said once: not on top, at the search, and in the row of the batch as well.
  await expect(page.getByText('It is not known yet whether AIRudder created this task.')).toHaveCount(1);
  await expect(page.getByText('does not send it again')).toHaveCount(1);
  await expect(page.locator('#support')).toContainText('no ID yet');
  await page.reload();
  await expect(taskState(page)).toHaveText('Unknown');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(taskState(page)).toHaveText(/Created|Calling/);
  await taskTab(page, 'Batches');
  await expect(page.locator('#support')).toContainText(/[0-9a-f]{32}/);
});

signedIn('a refusal is told in AIRudder’s words', async ({ page }) => {
  await newTask(page, { name: 'No sandbox-refuse', sheet: leadsOf(goodNumbers(3)) }, 'Refused');
  const part = batchRow(page);
  await expect(part).toContainText('AIRudder refused this batch. Nobody is called.');
  await expect(part.locator('td').nth(1).locator('small')).toHaveCount(3);
});

signedIn('numbers are masked outside the review', async ({ page }) => {
  // Good in the check, refused when the task is made.
  const numbers = [...goodNumbers(2), '+628129000003'];
  await newTask(page, { name: 'Masked', sheet: leadsOf(numbers) }, 'Refused');
  await expect(page.getByRole('heading', { name: 'AIRudder refused 1 lead' })).toBeVisible();
  await expect(rowWith(page, 'Number Blocked').last()).toContainText('0003');
  const source = await page.content();
  for (const number of numbers) {
    expect(source).not.toContain(number.slice(1));
  }
});
