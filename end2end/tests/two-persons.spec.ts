/** A second person approves a launch: two people, each in a browser of their own. */

import { type Page } from '@playwright/test';
import { expect, expectReadable, openPage, test } from '../fixtures.ts';
import { expectEveryLanguage } from '../languages.ts';
import { check, goodNumbers, launch, launchButton, leadsOf, newDraft, submitButton } from '../steps.ts';

// A program of its own: its account asks for a second person afterwards.
test.use({ environment: { COXSWAIN_ACCOUNT_NAME: 'DIDI Indonesia 2' } });

async function askForSecondPerson(page: Page) {
  await page.goto('/settings');
  await page.getByLabel('A second person approves each launch').check();
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByLabel('A second person approves each launch')).toBeChecked();
  await page.reload();
  await expect(page.getByLabel('A second person approves each launch')).toBeChecked();
}

/** Prepares and checks a list, and goes on to the launch; its address as the page gives it to be sent to somebody else. */
async function prepare(page: Page, name: string): Promise<string> {
  await newDraft(page, { name, sheet: leadsOf(goodNumbers(3)) });
  await check(page);
  await submitButton(page).click();
  const address = page.locator('#launch-address');
  await expect(address).toBeVisible();
  await expect(launchButton(page)).toHaveCount(0);
  return address.innerText();
}

/** A button of the launch hears nothing in its first second. */
async function press(page: Page, name: string | RegExp) {
  const button = page.getByRole('button', { name });
  await expect(button).toHaveCSS('pointer-events', 'auto');
  await button.click();
}

test('somebody who did not change the draft approves it, and whoever did launches it', async ({ browser, coxswain, administrator, member }) => {
  const [siti, budi] = [await openPage(browser, coxswain, administrator), await openPage(browser, coxswain, member)];
  await askForSecondPerson(siti);
  const address = await prepare(budi, 'Approved');
  await expect(budi.getByText('You changed this draft, so a second person must approve it')).toBeVisible();
  await expect(budi.getByRole('button', { name: 'Copy address' })).toBeVisible();
  await expectReadable(budi, 'launch-to-be-approved');
  await expectEveryLanguage(budi, coxswain);

  await siti.goto(address);
  await expect(siti.getByRole('heading', { level: 1 })).toHaveText('Call 3 people?');
  await expect(siti.getByRole('button', { name: 'Approve and call 3 people now' })).toBeVisible();
  await expectReadable(siti, 'launch-to-approve');
  await expectEveryLanguage(siti, coxswain);
  await press(siti, 'Approve only');
  await expect(siti.getByText('Approved. Until anything changes')).toBeVisible();

  await budi.goto(address);
  await expect(budi.getByText(`Approved by ${administrator.name}`)).toBeVisible();
  await expectReadable(budi, 'launch-approved');
  await launch(budi);
  await expect(budi.getByText(`approved by ${administrator.name}`)).toBeVisible();
  await siti.context().close();
  await budi.context().close();
});

test('a change after the approval ends it, and somebody else approves and launches by one press', async ({
  browser,
  coxswain,
  administrator,
  member,
}) => {
  const [siti, budi] = [await openPage(browser, coxswain, administrator), await openPage(browser, coxswain, member)];
  await askForSecondPerson(siti);
  // None of these was called by another test: those would be left out.
  const review = await newDraft(budi, { name: 'Changed', sheet: leadsOf(goodNumbers(9).slice(4)) });
  await check(budi);
  await submitButton(budi).click();
  const address = await budi.locator('#launch-address').innerText();
  await siti.goto(address);
  await press(siti, 'Approve only');
  await expect(siti.getByText('Approved. Until anything changes')).toBeVisible();

  await budi.goto(`${review}/leads/2`);
  await budi.getByRole('button', { name: 'Leave out this row' }).click();
  await budi.goto(review);
  await check(budi);
  await submitButton(budi).click();
  await expect(budi.locator('#launch-address')).toBeVisible();
  await expect(launchButton(budi)).toHaveCount(0);

  await siti.goto(address);
  await press(siti, 'Approve and call 4 people now');
  await siti.waitForURL(/\/tasks\/[0-9a-f-]{36}$/);
  await expect(siti.getByText(`approved by ${administrator.name}`)).toBeVisible();
  await siti.context().close();
  await budi.context().close();
});
