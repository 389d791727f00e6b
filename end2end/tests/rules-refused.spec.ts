/** Calling rules as administrators have them: where one refuses, somebody else approves the reason; one is confirmed, a holiday added. */

import { expect, expectReadable, openPage, test } from '../fixtures.ts';
import { zoneWhereItIs } from '../program.ts';
import { check, goodNumbers, launchButton, leadsOf, newDraft, rowWith, submitButton } from '../steps.ts';

// A program of its own: its rule is changed. In the account it is 22 o'clock.
test.use({ environment: { COXSWAIN_ZONE: zoneWhereItIs(22), COXSWAIN_ACCOUNT_NAME: 'DIDI that is refused' } });

test('an administrator changes the rule, and somebody else approves the reason', async ({ browser, coxswain, administrator, member }) => {
  const [siti, budi] = [await openPage(browser, coxswain, administrator), await openPage(browser, coxswain, member)];
  await siti.goto('/settings/calling-rules');
  await expectReadable(siti, 'calling-rules');
  await siti.getByRole('link', { name: 'Change the rule for Indonesia, other products and services' }).click();
  await siti.getByLabel('What happens').selectOption({ label: 'Refuse: a second person has to approve a reason' });
  await siti.getByLabel('Source').fill('Our lawyer, 28 November 2026');
  await expectReadable(siti, 'calling-rule');
  await siti.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(siti.getByText('The rule was saved.')).toBeVisible();

  await newDraft(budi, { name: 'Refused', sheet: leadsOf(goodNumbers(3)) });
  await check(budi);
  await submitButton(budi).click();
  await expect(budi.getByText('give a reason that a second person approves')).toBeVisible();
  await expectReadable(budi, 'launch-refused');
  await budi.getByLabel('Reason').fill('They asked for the evening');
  await budi.getByRole('button', { name: 'Save the reason' }).click();
  await expect(budi.getByText('“They asked for the evening”')).toBeVisible();
  await expect(launchButton(budi)).toHaveCount(0);
  const address = await budi.locator('#launch-address').innerText();

  await siti.goto(address);
  await expect(siti.getByText('“They asked for the evening”')).toBeVisible();
  await expectReadable(siti, 'launch-outside-to-approve');
  const button = siti.getByRole('button', { name: 'Approve and call 3 people now' });
  await expect(button).toHaveCSS('pointer-events', 'auto');
  await button.click();
  await expect(siti.getByText('approved by a second person')).toBeVisible();
  await siti.context().close();
  await budi.context().close();
});

test('an administrator confirms a rule that came with the program', async ({ browser, coxswain, administrator }) => {
  const page = await openPage(browser, coxswain, administrator);
  await page.goto('/settings/calling-rules');
  const rule = 'Philippines, other products and services';
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: `Change the rule for ${rule}` }) });
  await expect(row).toContainText('Not confirmed');
  await page.getByRole('button', { name: `Confirm ${rule}` }).click();
  await expect(page.getByText('The rule is confirmed.')).toBeVisible();
  await expect(row).toContainText(administrator.name);
  await expect(row).not.toContainText('Not confirmed');
  await page.context().close();
});

test('an administrator adds a holiday that was declared later, and removes it', async ({ browser, coxswain, administrator }) => {
  const page = await openPage(browser, coxswain, administrator);
  await page.goto('/settings/calling-rules');
  const add = async (name: string) => {
    await page.getByLabel('Country', { exact: true }).selectOption('ID');
    await page.getByLabel('Day', { exact: true }).fill('2027-07-19');
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Source', { exact: true }).fill('A decree of the day before');
    await page.getByRole('button', { name: 'Add holiday' }).click();
  };
  await add('Day of the Harbours');
  await expect(page.getByText('The holiday was added.')).toBeVisible();
  await add('Day of the Boats');
  await expect(page.getByText('This day is a holiday already.')).toBeVisible();
  await expect(page.getByText('Day of the Boats')).toHaveCount(0);

  await page.locator('summary').filter({ hasText: 'Indonesia 2027' }).click();
  const row = rowWith(page, 'Day of the Harbours');
  await expect(row).toContainText('A decree of the day before');
  await row.getByRole('button', { name: /^Remove / }).click();
  await expect(page.getByText('The holiday was removed.')).toBeVisible();
  await expect(page.getByText('Day of the Harbours')).toHaveCount(0);
  await page.context().close();
});
