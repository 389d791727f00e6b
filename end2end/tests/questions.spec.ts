/** Lists that need the word of a person: which column is called, what the robot says, rows that are held back. */

import { expect, expectReadable, signedIn } from '../fixtures.ts';
import { check, csv, expectTally, fillTask, newDraft, openColumns, review, robotWithVariables, showKind, submitButton } from '../steps.ts';

const unnamed = csv('unnamed.csv', [
  'Name,Lama,Baru',
  'Siti,+6281233508801,+6281233508811',
  'Budi,+6281233508802,+6281233508812',
]);

signedIn('which column is called is asked once for the list, and nothing is ready before', async ({ page }) => {
  await newDraft(page, { name: 'Which column', sheet: unnamed });
  const question = page.getByRole('group', { name: 'Which column has the phone numbers?' });
  await expect(question).toContainText('No lead is ready until you choose.');
  await expect(question).toContainText('+6281233508811');
  await expectTally(page, { 'Ready': '0', 'Rows to fix': '2' });
  await expect(page.getByText('Answer the question above the list first.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check with AIRudder' })).toBeHidden();
  await expectReadable(page, 'draft-question-column');
  await question.getByLabel(/^Baru/).check();
  await question.getByRole('button', { name: 'Use this column' }).click();
  await expect(question).toBeHidden();
  await expectTally(page, { Ready: '2' });
  await expect(page.locator('#row-2')).toContainText('+62 812 3350 8811');
  await check(page);
  await expect(submitButton(page)).toHaveText('Submit 2 leads');

  // The next list with these headers is not asked about.
  await newDraft(page, { name: 'Again', sheet: unnamed });
  await expectTally(page, { Ready: '2' });
  await expect(page.getByText('Matched as last time').first()).toBeVisible();
});

signedIn('a list that has nothing of what the robot says is asked about', async ({ page }) => {
  await page.goto('/tasks/new');
  await fillTask(page, {
    name: 'Promo',
    sheet: csv('promo.csv', ['Nama,No HP,Kode voucher', 'Siti,+6281233508801,AKHIR10']),
    robot: robotWithVariables,
  });
  await review(page);
  const question = page.getByRole('region', { name: /^The robot says Promo, Kode and Berlaku sampai/ });
  await expect(question.getByLabel('Kode').locator(':checked')).toHaveText('Kode voucher');
  await expectTally(page, { Ready: '0' });
  await expectReadable(page, 'draft-question-variables');
  await question.getByRole('button', { name: 'Use these columns' }).click();
  await expect(question).toBeHidden();
  await expectTally(page, { Ready: '1' });
  await expect(page.locator('#row-2')).toContainText('AKHIR10');
});

signedIn('rows that are held back are called only if a person says so', async ({ page }) => {
  const list = csv('opted-out.csv', [
    'Nama,No HP,Jangan dihubungi',
    'Siti,+6281233508801,',
    'Budi,+6281233508802,ya',
    'Ani,+6281233508803,tidak',
  ]);
  await newDraft(page, { name: 'Opted out', sheet: list });
  await expectTally(page, { 'Ready': '2', 'Held back': '1' });
  await expect(page.getByText('1 row says not to call. It is not called.')).toBeVisible();
  await expect(page.locator('#row-3')).toContainText('Jangan dihubungi');
  await expectReadable(page, 'draft-held-back');
  await page.getByRole('button', { name: 'Call them too' }).click();
  await expectTally(page, { Ready: '3' });
  await page.getByRole('button', { name: 'Hold them back' }).click();
  await expectTally(page, { 'Ready': '2', 'Held back': '1' });
});

signedIn('a second column of numbers is offered for rows whose first is empty', async ({ page }) => {
  const list = csv('two.csv', [
    'Nama,No HP 1,No HP 2',
    'Siti,+6281233508801,+6281233508811',
    'Budi,,+6281233508812',
  ]);
  await newDraft(page, { name: 'Two numbers', sheet: list });
  await expectTally(page, { 'Ready': '1', 'Rows to fix': '1' });
  await expect(page.getByText('“No HP 2” also has phone numbers')).toBeVisible();
  await page.getByRole('button', { name: 'Use it there' }).click();
  await expectTally(page, { 'Ready': '2', 'Rows to fix': '0' });
  await expect(page.locator('#row-3')).toContainText('+62 812 3350 8812');
  await openColumns(page);
  await expect(page.getByLabel('No HP 2')).toHaveValue('mobile.otherwise');
});

signedIn('a list of another country is said once of the list', async ({ page }) => {
  const rows = ['01', '02', '03', '04', '05', '06'].map((end) => `Ana,+6391712345${end}`);
  await newDraft(page, { name: 'Elsewhere', sheet: csv('elsewhere.csv', ['Name,Mobile', ...rows]) });
  await expect(page.getByText('Nearly all numbers are Philippine (6 of 6); this account is Indonesia.')).toBeVisible();
  await page.getByRole('button', { name: 'Yes, read them as Philippine numbers' }).click();
  await expectTally(page, { Ready: '6' });
});

signedIn('the headers are where a person says that they are', async ({ page }) => {
  const list = csv('branch.csv', [
    'Name,Phone',
    'Cabang Jakarta,+62215550123',
    '',
    'Nama,No HP,Kota',
    'Siti,+6281233508801,Bogor',
    'Budi,+6281233508802,Depok',
  ]);
  await newDraft(page, { name: 'Headers', sheet: list });
  const moveTo = async (row: RegExp) => {
    await page.getByText('Headers in another row?').click();
    const choice = page.getByLabel('Header row');
    await choice.selectOption({ label: await choice.locator('option').filter({ hasText: row }).textContent() ?? '' });
    await choice.locator('xpath=ancestor::form').getByRole('button', { name: 'Read file again' }).click();
  };
  await moveTo(/^Row 1:/);
  await showKind(page, /^All /);
  await expect(page.locator('#row-2')).toContainText('Cabang Jakarta');
  await moveTo(/^Row 4:/);
  await expectTally(page, { Ready: '2' });
  await expect(page.locator('#row-5')).toContainText('Siti');
  await expect(page.locator('#row-2')).toHaveCount(0);
});
