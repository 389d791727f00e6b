/** Where a calling rule refuses, somebody else approves the reason: two people, each in a browser of their own. */

import { expect, expectReadable, openPage, test } from '../fixtures.ts';
import { zoneWhereItIs } from '../program.ts';
import { check, goodNumbers, launchButton, leadsOf, newDraft, submitButton } from '../steps.ts';

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
