/** The launch: nobody is called by a press that was meant for something else, and everything that is confirmed is true. */

import type { Locator, Page } from '@playwright/test';
import { errorsOf, expect, signedIn, withSandbox } from '../fixtures.ts';
import { blocked, check, goodNumbers, launch, launchButton, leadsOf, lookAgainUntil, made, newDraft, readyLaunchButton, submit, submitButton, taskState, taskTab, toLaunch } from '../steps.ts';

const sizes = [
  { width: 1360, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

async function boxOf(what: Locator): Promise<Box> {
  const box = await what.boundingBox();
  expect(box).not.toBeNull();
  return box as Box;
}

function overlap(one: Box, other: Box): boolean {
  const apart =
    one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y;
  return !apart;
}

function checkButton(page: Page) {
  return page.getByRole('button', { name: 'Check with AIRudder' });
}

for (const viewport of sizes) {
  signedIn.describe(`at ${viewport.width} pixels`, () => {
    signedIn.use({ viewport });

    for (const count of [3, 60]) {
      signedIn(`the launch of ${count} leads has its button nowhere near the buttons before it`, async ({ page }) => {
        await newDraft(page, { name: 'Apart', sheet: leadsOf(goodNumbers(count)) });
        const before = [await boxOf(checkButton(page))];
        await check(page);
        before.push(await boxOf(submitButton(page)));
        // Where somebody has scrolled to it, it stands elsewhere.
        await submitButton(page).scrollIntoViewIfNeeded();
        before.push(await boxOf(submitButton(page)));
        await toLaunch(page);
        expect(await page.evaluate(() => scrollY)).toBe(0);
        const now = await boxOf(launchButton(page));
        for (const box of before) {
          expect(overlap(box, now), `${JSON.stringify(box)} and ${JSON.stringify(now)}`).toBe(false);
        }
      });
    }
  });
}

withSandbox('impatient presses where Check stood call nobody', async ({ page: first, sandbox }) => {
  for (const wait of [0, 200, 600, 1_000, 1_500, 2_000]) {
    const name = `Impatient ${wait}`;
    // A tab for each: a press may still be leading somewhere when the next begins.
    const page = await first.context().newPage();
    await newDraft(page, { name, sheet: leadsOf(goodNumbers(3)) });
    const { x, y, width, height } = await boxOf(checkButton(page));
    await check(page);
    for (const _ of [1, 2]) {
      // The waits are what is tested: how long after the check somebody presses again.
      await page.waitForTimeout(wait);
      await page.mouse.click(x + width / 2, y + height / 2);
    }
    // A check that was pressed for again comes to its end.
    await expect(submitButton(page)).toBeVisible();
    expect(page.url()).not.toContain('/tasks/');
    expect(await made(sandbox, name)).toEqual([]);
    await page.close();
  }
});

for (const reducedMotion of ['reduce', 'no-preference'] as const) {
  for (const javaScriptEnabled of [true, false]) {
    withSandbox.describe(`${reducedMotion}, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
      withSandbox.use({ javaScriptEnabled, contextOptions: { reducedMotion } });

      withSandbox('the button of the launch hears nothing in its first second', async ({ page, sandbox }) => {
        const name = `Deaf ${reducedMotion} ${javaScriptEnabled}`;
        await newDraft(page, { name, sheet: leadsOf(goodNumbers(3)) });
        await checkButton(page).click();
        await lookAgainUntil(page, () => expect(submitButton(page)).toBeVisible({ timeout: 1_000 }));
        await toLaunch(page);
        await expect(launchButton(page)).toHaveCSS('animation-duration', '1s');
        // The second stands still for as long as the presses take on a slow machine.
        const browser = await page.context().newCDPSession(page);
        await browser.send('Animation.enable');
        await browser.send('Animation.setPlaybackRate', { playbackRate: 0 });
        await page.reload();
        const { x, y, width, height } = await boxOf(launchButton(page));
        await page.mouse.click(x + width / 2, y + height / 2, { clickCount: 2 });
        await expect(launchButton(page)).toBeVisible();
        expect(page.url()).toMatch(/\/launch$/);
        expect(await made(sandbox, name)).toEqual([]);
        await browser.send('Animation.setPlaybackRate', { playbackRate: 1 });
        // Later it takes the press.
        await launch(page);
        await lookAgainUntil(page, async () => expect(await made(sandbox, name)).toHaveLength(1));
      });
    });
  }
}

for (const javaScriptEnabled of [true, false]) {
  signedIn.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    signedIn.use({ javaScriptEnabled });

    signedIn('every count of the recap opens its rows, and every Change its field', async ({ page }) => {
      const errors = errorsOf(page);
      const [first, second] = goodNumbers(2);
      await newDraft(page, { name: 'Recap', sheet: leadsOf([first, second, first, 'call me', blocked]) });
      await checkButton(page).click();
      await lookAgainUntil(page, () => expect(submitButton(page)).toBeVisible({ timeout: 1_000 }));
      await toLaunch(page);
      const address = page.url();
      await expect(page.getByRole('heading', { name: 'Call 2 people?' })).toBeFocused();
      await expect(page.getByText(/^Checked .*, good until /)).toBeVisible();
      for (const [line, filter, rows] of [
        ['2 are called', 'called', 2],
        ['1 has an error', 'to_fix', 1],
        // Beside it stands the row that is called in its place.
        ['1 is a duplicate', 'duplicate', 2],
        ['1 refused by AIRudder', 'refused', 1],
      ] as const) {
        await page.getByRole('link', { name: line }).click();
        await expect(page).toHaveURL(new RegExp(`show=${filter}`));
        await expect(page.locator('#lead-rows tbody tr')).toHaveCount(rows);
        await page.goto(address);
      }
      for (const [setting, input] of [
        ['robot', 'robot'],
        ['line', 'line'],
        ['when', 'when'],
        ['redials', 'redials'],
        ['calling rule', 'when'],
        ['when calls end', 'when'],
      ]) {
        await page.getByRole('link', { name: `Change ${setting}`, exact: true }).click();
        await expect(page).toHaveURL(new RegExp(`#${input}$`));
        await expect(page.locator(`#${input}`)).toBeVisible();
        await page.goto(address);
      }
      await page.getByRole('link', { name: 'Back to the review' }).click();
      await expect(submitButton(page)).toBeVisible();
      expect(errors).toEqual([]);
    });

    signedIn('what has changed since the check is told on the launch, with the button that helps', async ({ page, context }) => {
      const review = await newDraft(page, { name: 'Changed meanwhile', sheet: leadsOf(goodNumbers(3)) });
      await page.goto(`${review}/launch`);
      await expect(page.getByText('Check the leads with AIRudder first.')).toBeVisible();
      await page.getByRole('button', { name: 'Check with AIRudder' }).click();
      await expect(page).toHaveURL(`${review}/launch`);
      await lookAgainUntil(page, () => expect(launchButton(page)).toBeVisible({ timeout: 1_000 }));

      const other = await context.newPage();
      await other.goto(review);
      await other.getByRole('link', { name: 'Change call settings' }).click();
      await other.getByLabel('Redials', { exact: true }).fill('2');
      await other.getByRole('button', { name: 'Review leads' }).click();
      await other.waitForURL(review);
      await (await readyLaunchButton(page)).click();
      await expect(page.getByText('The draft changed after the check. Check again.')).toBeVisible();
      await expect(launchButton(page)).toHaveCount(0);
      await page.getByRole('button', { name: 'Check again' }).click();
      await lookAgainUntil(page, () => expect(launchButton(page)).toBeVisible({ timeout: 1_000 }));
      await launch(page);
    });
  });
}

/** What stands beside a name in a list of pairs. */
function beside(page: Page, name: string) {
  return page.locator('dt').filter({ hasText: new RegExp(`^${name}$`) }).locator('xpath=following-sibling::dd[1]');
}

signedIn('calls that begin at once end with the hours of the calling rule, and the launch and the task say when', async ({ page }) => {
  // At noon, where calls are allowed until 20:00.
  await newDraft(page, { name: 'Until the evening', sheet: leadsOf(goodNumbers(3)) });
  await check(page);
  await toLaunch(page);
  await expect(beside(page, 'Calls end')).toContainText('20:00 at the latest. Whoever is left then is not called.');
  await launch(page);
  await expect(taskState(page)).toHaveText('Created');
  await taskTab(page, 'List');
  await expect(beside(page, 'Calls end')).toHaveText('20:00');
});

signedIn('a step that is done leads there, and one that failed says so', async ({ page }) => {
  const review = await newDraft(page, { name: 'Steps', sheet: leadsOf([...goodNumbers(2), blocked]) });
  const steps = page.getByRole('list', { name: 'Steps' });
  await expect(steps.getByRole('link')).toHaveCount(1);
  await check(page);
  await expect(steps.getByRole('link', { name: 'Check: 1 refused' })).toBeVisible();
  await expect(steps.locator('.failed')).toHaveAttribute('aria-current', 'step');
  await toLaunch(page);
  await expect(steps.locator('[aria-current]')).toHaveText('Submit');
  await steps.getByRole('link', { name: 'Review' }).click();
  await expect(page).toHaveURL(review);
  await steps.getByRole('link', { name: 'List and call settings' }).click();
  await steps.getByRole('link', { name: 'Review' }).click();
  await submit(page);
});
