/** What the browser tests share: a running program, its first administrator, and looks at whole pages. */

import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, type Page, expect, test as base } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Program, type Sandbox, startProgram, startSandbox } from './program.ts';
import { expectLargeTargets, widerThanTheWindow } from './targets.ts';

export { expect };

export interface Person {
  name: string;
  email: string;
  password: string;
  /** The cookies of somebody who has just signed in. */
  storageState: Exclude<BrowserContextOptions['storageState'], string | undefined>;
}

/** Paths by what each is an example of: `crates/backend/examples/seed_development` names them. */
export type Exhibits = Record<string, string>;

interface WorkerFixtures {
  /** Variables for the program beside those of its account; set with `test.use({ environment: { … } })`. */
  environment: Record<string, string>;
  /** Whether the program finds its database as `cargo xtask seed` fills it; set with `test.use({ filled: true })`. */
  filled: boolean;
  /** The name under which people open it; set with `test.use({ host: 'localhost' })`. */
  host: string;
  /** The paths of what it was filled with, by what each is an example of. */
  exhibits: Exhibits;
  /** The program, started once for the tests of a worker, on a database of its own. */
  coxswain: Program;
  /** Made once, with the set-up key; or found there. */
  administrator: Person;
  /** Somebody who may do everything but change the settings; added on the command line, or found there. */
  member: Person;
}

/** Nobody is signed in, and the database is as empty as the tests before this one left it. */
export const test = base.extend<object, WorkerFixtures>({
  environment: [{}, { option: true, scope: 'worker' }],
  filled: [false, { option: true, scope: 'worker' }],
  host: ['127.0.0.1', { option: true, scope: 'worker' }],
  exhibits: [async ({ coxswain }, use) => use(coxswain.seeded?.screens ?? {}), { scope: 'worker' }],
  coxswain: [
    async ({ environment, filled, host }, use) => {
      const program = await startProgram(environment, filled, host);
      await use(program);
      await program.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  administrator: [
    async ({ browser, coxswain }, use) => {
      const found = coxswain.seeded?.people.administrator;
      await use(found ? await withSession(browser, coxswain, found) : await createAdministrator(browser, coxswain));
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  member: [
    async ({ browser, coxswain, administrator }, use) => {
      // Nobody is added before the first administrator: the set-up would be over.
      expect(administrator.name).not.toBe('');
      const found = coxswain.seeded?.people.member;
      await use(found ? await withSession(browser, coxswain, found) : await addMember(browser, coxswain));
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ coxswain }, use) => {
    await use(coxswain.baseURL);
  },
});

/** The first administrator is signed in. */
export const signedIn = test.extend({
  storageState: async ({ administrator }, use) => {
    await use(administrator.storageState);
  },
});

/** The first administrator is signed in to a program whose provider is a simulator that the test can ask and take away. */
export const withSandbox = signedIn.extend<object, { options: string; pace: Record<string, string>; sandbox: Sandbox }>({
  options: ['', { option: true, scope: 'worker' }],
  pace: [{}, { option: true, scope: 'worker' }],
  sandbox: [
    async ({ options }, use) => {
      const sandbox = await startSandbox(options);
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  environment: [async ({ sandbox, pace }, use) => use({ ...sandbox.environment, ...pace }), { scope: 'worker' }],
});

/** Sets a program up that nobody has used yet. */
export async function createAdministrator(browser: Browser, coxswain: Program): Promise<Person> {
  const person = { name: 'Siti Rahma', email: 'siti@example.com', password: 'a quiet harbour at dawn' };
  const page = await openPage(browser, coxswain);
  await page.goto('/setup');
  await page.getByLabel('Set-up key', { exact: true }).fill(coxswain.setupKey);
  await page.getByLabel('Name', { exact: true }).fill(person.name);
  await page.getByLabel('Email', { exact: true }).fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await chooseRetention(page);
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await page.waitForURL((url) => url.pathname !== '/setup');
  if (new URL(page.url()).pathname === '/sign-in') {
    await signIn(page, person);
  }
  const storageState = await page.context().storageState();
  await page.context().close();
  return { ...person, storageState };
}

/** Chooses how long leads are kept: nothing is chosen before somebody does. */
export async function chooseRetention(page: Page) {
  await page.getByLabel('Delete leads and calls after (days)').fill('90');
  await page.getByLabel('Delete untouched drafts after (days)').fill('30');
  await page.getByLabel('Keep them as long as the leads').check();
}

/** A page of a browser of its own, of a person who is signed in or of nobody; close its context at the end. */
export async function openPage(browser: Browser, { baseURL }: Program, person?: Person): Promise<Page> {
  const context = await browser.newContext({ baseURL, storageState: person?.storageState ?? { cookies: [], origins: [] } });
  return context.newPage();
}

async function addMember(browser: Browser, coxswain: Program): Promise<Person> {
  const person = { name: 'Budi Hartono', email: 'budi@example.com', password: 'the tide turns at noon' };
  const { name, email, password } = person;
  await coxswain.run(['user', 'add', '--email', email, '--name', name, '--role', 'member'], `${password}\n`);
  return withSession(browser, coxswain, person);
}

/** Signs somebody in who is there already. */
async function withSession(browser: Browser, coxswain: Program, person: Omit<Person, 'storageState'>): Promise<Person> {
  const page = await openPage(browser, coxswain);
  await signIn(page, person);
  const storageState = await page.context().storageState();
  await page.context().close();
  return { ...person, storageState };
}

/** Fills in the sign-in page, opening it where the page shows another, and waits for the page behind it. */
export async function signIn(page: Page, person: { email: string; password: string }) {
  if (!page.url().includes('/sign-in')) {
    await page.goto('/sign-in');
  }
  await page.getByLabel('Email', { exact: true }).fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** How often a window is made higher at most. */
const MOST_GROWTHS = 8;

/**
 * Looks at a window of that width, as high as the page: a bar that stays in the window covers something of a lower one. A list that
 * scrolls by itself takes the window's height, so that the window grows until nothing has more to scroll; what is to be as high as
 * the window, whatever that is, stays as high as it was before.
 */
async function withAllInSight(page: Page, width: number, look: () => Promise<void>) {
  let height = 900;
  await page.setViewportSize({ width, height });
  await holdHeights(page, true);
  for (let growths = 0; growths < MOST_GROWTHS; growths++) {
    const hidden = await page.evaluate(() => {
      const lists = [...document.querySelectorAll('.scroll')].filter((list) => getComputedStyle(list).overflowY !== 'visible');
      return Math.max(...[document.documentElement, ...lists].map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight));
    });
    // Half a pixel is rounded up.
    if (hidden <= 1) {
      break;
    }
    height += hidden;
    await page.setViewportSize({ width, height });
  }
  await look();
  await holdHeights(page, false);
}

/** Has what the launch confirms keep the height that it has now, or take that of the window again. */
async function holdHeights(page: Page, holds: boolean) {
  await page.locator('.launch .recap').evaluateAll((recaps: HTMLElement[], holds) => {
    for (const recap of recaps) {
      recap.style.minBlockSize = holds ? getComputedStyle(recap).minBlockSize : '';
    }
  }, holds);
}

/**
 * Axe finds nothing on the page as it is now; all its rules, with the size of targets that WCAG 2.2 added or without, or only
 * those named. It runs in the page, so scripts must be on: a page looks the same to it either way.
 */
export async function expectNoAxeViolations(page: Page, rules: 'all' | 'all but sizes' | string[] = 'all') {
  const { width } = page.viewportSize() ?? { width: 1360 };
  await withAllInSight(page, width, async () => {
    // Without it axe opens a page of its own each time, to put frames together: there are none.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    // What is asked covers half of a narrow page: the shade over the rest is no colour of a text.
    if (width < 640 && (await page.locator(':popover-open').count()) > 0) {
      axe.include(':popover-open');
    }
    const sizes = { 'target-size': { enabled: rules === 'all' } };
    const { violations } = await (Array.isArray(rules) ? axe.withRules(rules) : axe.options({ rules: sizes })).analyze();
    const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
    expect(found, `accessibility of ${page.url()}`).toEqual([]);
  });
}

/**
 * Takes its picture, then looks at the page as it is now in a wide window and in a narrow one: axe, light and dark, and whether all of it
 * is in the window; and measures its targets.
 */
export async function expectReadable(page: Page, name: string) {
  await screenshot(page, name);
  // What is asked above a page covers others of its targets in a narrow window: there they are measured alone.
  for (const [width, rules] of [[1360, 'all'], [390, 'all but sizes']] as const) {
    await page.setViewportSize({ width, height: 900 });
    expect(await widerThanTheWindow(page), `wider than ${width} px on ${page.url()}`).toEqual([]);
    await expectNoAxeViolations(page, rules);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectNoAxeViolations(page, ['color-contrast']);
    await page.emulateMedia({ colorScheme: null });
  }
  await page.setViewportSize({ width: 1360, height: 900 });
  await expectLargeTargets(page);
}

/** A scheme of colours and the width of the window. */
type Look = readonly ['light' | 'dark', number];

const everyLook: readonly Look[] = (['light', 'dark'] as const).flatMap((scheme) => [1360, 1024, 390].map((width) => [scheme, width] as const));

/**
 * With SCREENS=1 in the environment, pictures of the whole page for somebody to look at: light and dark, wide and
 * narrow, as `results/screens/NAME-light-1360.png`, or only those named. Otherwise nothing.
 */
export async function screenshot(page: Page, name: string, looks = everyLook) {
  if (process.env.SCREENS !== '1') {
    return;
  }
  const folder = resolve(dirname(fileURLToPath(import.meta.url)), 'results/screens');
  mkdirSync(folder, { recursive: true });
  const viewport = page.viewportSize();
  for (const [colorScheme, width] of looks) {
    await page.emulateMedia({ colorScheme });
    await withAllInSight(page, width, async () => {
      await page.screenshot({ path: resolve(folder, `${name}-${colorScheme}-${width}.png`) });
    });
  }
  await page.emulateMedia({ colorScheme: null });
  if (viewport) {
    await page.setViewportSize(viewport);
  }
}

/** What the browser complains about, such as a policy that was broken or a script that failed. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // Pages that say 401, 403 or 404 are told here too.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      errors.push(message.text());
    }
  });
  return errors;
}
