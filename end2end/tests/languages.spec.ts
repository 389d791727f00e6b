/** The same work in each language: what a campaign manager does every week, by the words of their own screens. */

import { expect, expectNoAxeViolations, screenshot, signIn, test } from '../fixtures.ts';
import { expectRoom, languages, sayings, speak } from '../languages.ts';
import { line, robot, sample, taskState } from '../steps.ts';

for (const language of languages) {
  test(`a list is called in ${language}, from the sign-in page to the page of the task`, async ({ page, coxswain, administrator }) => {
    const name = `Weekly in-${language}`;
    const [signInPage, form, launch] = ['sign-in', 'new-task', 'launch'].map((name) => sayings(language, name));
    const look = async (screen: string) => {
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await screenshot(page, `${language}-${screen}`);
      await expectNoAxeViolations(page);
    };

    await page.goto('/sign-in?next=%2Ftasks%2Fnew');
    const loadedAgain = page.waitForEvent('load');
    await page.locator('.languages').getByRole('button', { name: ownName[language], exact: true }).click();
    await loadedAgain;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(signInPage('page-title'));
    await look('sign-in');
    await page.getByLabel(signInPage('email')).fill(administrator.email);
    await page.getByLabel(signInPage('password'), { exact: true }).fill(administrator.password);
    await page.getByRole('button', { name: signInPage('submit'), exact: true }).click();

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(form('page-title'));
    await page.getByLabel(form('robot'), { exact: true }).selectOption({ label: robot });
    await page.getByLabel(form('line'), { exact: true }).selectOption({ label: line });
    await page.getByLabel(form('name'), { exact: true }).fill(name);
    await page.locator('input[name=when][value=now]').check();
    await page.locator('input[type=file]').setInputFiles(sample('messy-300.csv'));
    await look('new-task');
    await page.getByRole('button', { name: form('review') }).click();

    await page.waitForURL(/\/drafts\/[0-9a-f-]{36}$/);
    await expect(page.locator('#kinds')).toContainText('277');
    await look('review');
    await page.locator('#kinds a[href*="show=to_fix"]').click();
    await expect(page.locator('.leads-card td.bad').first()).toBeVisible();
    await look('rows-to-fix');
    await page.getByRole('button', { name: form('check') }).click();
    await expect(page.locator('.bottom-bar button.primary, .bottom-bar a.primary')).toContainText('278');
    await look('checked');
    await page.locator('.bottom-bar .primary').click();

    await page.waitForURL(/\/launch$/);
    await expect(page.getByText(launch('robot-says'), { exact: true })).toBeVisible();
    await look('launch');
    await expectRoom(page, coxswain, language);
    await page.setViewportSize({ width: 1360, height: 900 });
    const call = page.locator('.launch-form button.primary');
    await expect(call).toHaveCSS('pointer-events', 'auto');
    await call.click();

    await page.waitForURL(/\/tasks\/[0-9a-f-]{36}$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    // The page has nothing more to load by itself then.
    await expect(taskState(page)).toHaveText(sayings(language, 'crates/leads/task-states')('created'));
    await look('task');
    await page.getByRole('button', { name: sayings(language, 'task')('refresh') }).click();
    await expect(page.getByRole('status').getByText(sayings(language, 'task-notices')('refreshed'))).toBeVisible();

    await page.goto('/tasks');
    const search = page.getByRole('search');
    await search.locator('input[name=q]').fill(`messy in-${language}`);
    await search.getByRole('button', { name: sayings(language, 'tasks')('search'), exact: true }).click();
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
    await look('tasks');
  });
}

test('a person chooses the language of their pages on their own page', async ({ page, coxswain, administrator }) => {
  await signIn(page, administrator);
  await page.goto('/profile');
  const languagesOf = sayings('en', 'languages');
  await page.getByLabel(languagesOf('language'), { exact: true }).selectOption({ label: 'Español' });
  await page.getByRole('button', { name: languagesOf('save') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(sayings('es-MX', 'profile')('page-title'));
  await expectNoAxeViolations(page);
  // What the browser keeps for the sign-in page does not count against the choice of a person.
  await speak(page, coxswain, 'id');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es-MX');
  const inSpanish = sayings('es-MX', 'languages');
  await page.getByLabel(inSpanish('language'), { exact: true }).selectOption('');
  await page.getByRole('button', { name: inSpanish('save') }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the language of a page selects its fonts, its quotation marks, and how its words are divided', async ({ page, coxswain, administrator }) => {
  await signIn(page, administrator);
  await page.goto('/profile');
  for (const language of languages) {
    await speak(page, coxswain, language);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    const isChinese = language === 'zh-Hans';
    const [body, sentence, moment] = ['body', '.field .hint', 'main time'].map((selector) => page.locator(selector).first());
    await page.setViewportSize({ width: 390, height: 800 });
    await expect(body).toHaveCSS('font-family', isChinese ? /^"PingFang SC", .*"Noto Sans CJK SC"/ : /^system-ui/);
    await expect(body).toHaveCSS('line-break', isChinese ? 'strict' : 'auto');
    await expect(body).toHaveCSS('quotes', 'auto');
    await expect(sentence).toHaveCSS('hyphens', isChinese ? 'manual' : 'auto');
    await expect(moment).toHaveCSS('hyphens', 'manual');
    await page.setViewportSize({ width: 1360, height: 800 });
    await expect(sentence).toHaveCSS('hyphens', 'manual');
  }
  // What is in another language than its page has the fonts of its own.
  await expect(page.locator('option[lang="zh-Hans"]')).toHaveCSS('font-family', /^"PingFang SC"/);
});

const ownName = { en: 'English', 'zh-Hans': '简体中文', 'es-MX': 'Español', id: 'Bahasa Indonesia' };
