/** The languages of the screens: what catalogues say, and what stands on a page that none of them says. */

import { type Page, expect } from '@playwright/test';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Program } from './program.ts';
import { cutTexts, widerThanTheWindow } from './targets.ts';

/** Those that people choose from, by their tags. */
export const languages = ['en', 'zh-Hans', 'es-MX', 'id'] as const;

export type Language = (typeof languages)[number];

/** English in other letters and in brackets: what is not so on a page is in no catalogue. Development speaks it. */
const pseudo = 'qps';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Has the browser ask for pages in that language, as the switch does. */
export async function speak(page: Page, { baseURL }: Pick<Program, 'baseURL'>, language: Language | typeof pseudo) {
  await page.context().addCookies([{ name: 'coxswain-language', value: language, url: baseURL }]);
}

/**
 * A text without variables of a catalogue: `sayings('es-MX', 'sign-in')('submit')` of the pages, `sayings('id', 'crates/leads/task-states')` of
 * a crate.
 */
export function sayings(language: Language, catalogue: string): (id: string) => string {
  const folder = catalogue.includes('/') ? catalogue.replace(/\/(?=[^/]*$)/, '/messages/LANGUAGE/') : `messages/LANGUAGE/${catalogue}`;
  const text = readFileSync(resolve(root, `${folder.replace('LANGUAGE', language)}.ftl`), 'utf8');
  return (id) => {
    const line = text.split('\n').find((line) => line.startsWith(`${id} = `));
    expect(line, `${id} of ${catalogue} in ${language}`).toBeTruthy();
    return (line ?? '').slice(id.length + 3);
  };
}

/**
 * What people, files and the provider have named in the program that the tour goes through, and what is the same in every language.
 */
const data = [
  'Coxswain',
  'AIRudder',
  'DIDI Indonesia',
  'DIDI Mexico',
  'Client 2025',
  'Asked by email',
  'Work laptop',
  'Chrome',
  'Linux',
  'leads.csv',
  'messy-300.csv',
  'messy-300 minggu',
  'CSVUTF-8',
  'Answered all questions',
  'Answered some',
  'These people asked for this hour',
  'two-numbers.csv',
  'do-not-call.csv',
  'odd.csv',
  'ID_PHONE_JKT',
  'ID_PHONE_SBY',
  'Fleet survey EN-IN',
  'Promo akhir pekan ID v2',
  'Reaktivasi driver ID',
  'Ride voucher',
  'Driver survey',
  'Driver win-back',
  'Weekend promo',
  'Welcome calls',
  'Everything is fine',
  'One of them',
  'Through the night',
  'Review of a messy list',
  'Warnings and held-back rows',
  'Which number to call',
  'No numbers',
  'Without refused leads',
  'Refused leads',
  'Refused later',
  'Discarded by mistake',
  'Waited too long',
  'Stopped in time',
  'Lost sandbox-cut',
  'Lost sandbox-500',
  'Given up sandbox-close',
  'Slow sandbox-check-timeout-before',
  'A batch every four hours',
  'Asks a fleet owner three questions about the last month and notes a score from one to five.',
  'Number Blocked',
  'The task is already finished',
];

/**
 * Whole texts that are data: results, states and facts as the provider names them, a task, the headers of a list, and what speakers of
 * English call it.
 */
const dataAlone = [
  'English',
  'Customer',
  'Mobile',
  'Platform',
  'Comments',
  'Gender',
  'ExtraA',
  'ExtraB',
  'ExtraC',
  'Wrong number',
  'No le interesa',
  'finished',
  'nobody',
  'Tomorrow',
];

/** Every word of the English catalogues. */
function englishWords(): Set<string> {
  const crates = readdirSync(resolve(root, 'crates')).map((name) => resolve(root, 'crates', name));
  const folders = [root, ...crates].map((folder) => resolve(folder, 'messages/en')).filter(existsSync);
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => resolve(folder, name)));
  const words = files.flatMap((file) => {
    const texts = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .map((line) => line.replace(/^[\w-]+ = /, '').replace(/\{[^{}]*\}?|^ *\*?\[\w+\]|<[^>]*>/g, ' '));
    return texts.flatMap(wordsOf);
  });
  return new Set(words);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]{2,}/g) ?? [];
}

let english: Set<string> | undefined;

/** Loads the page again in the language of development, and expects no English on it but what people and files have named. */
export async function expectTranslated(page: Page, coxswain: Program) {
  await speak(page, coxswain, pseudo);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', pseudo);
  english ??= englishWords();
  const texts = await page.evaluate(textsOutsideOfCatalogues);
  const known = english;
  const found = texts.filter((text) => !dataAlone.includes(text) && wordsOf(withoutData(text)).some((word) => known.has(word)));
  expect(found, 'texts that are in no catalogue').toEqual([]);
}

function withoutData(text: string): string {
  const named = data.reduce((text, name) => text.replaceAll(name, ' '), text);
  // Addresses of people and of accounts, offsets of zones, digests, and the codes behind the names of batches.
  return named.replace(/https?:\S+|(?<!\S)\/a\/\S+|\S+@\S+|UTC[+−]\S+|\b[0-9a-f]{16,}\b|-[a-z0-9]{8}\b|(?<![A-Za-z])[A-Z]{2,3}\b/g, ' ');
}

/** In the page: what is said to people, without what stands in the brackets of a catalogue, and without what is marked as somebody's data. */
function textsOutsideOfCatalogues(): string[] {
  const outside = (text: string) => {
    let depth = 0;
    let kept = '';
    for (const letter of text) {
      if (letter === '[') depth += 1;
      if (depth === 0) kept += letter;
      if (letter === ']' && depth > 0) depth -= 1;
    }
    return kept.trim();
  };
  // What is in another language says so.
  const isData = (element: Element | null) => !!element?.closest('[translate=no], body [lang], script, noscript, style, code, kbd, textarea, #reading-headers option');
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!isData(walker.currentNode.parentElement)) {
      found.push(outside(walker.currentNode.textContent ?? ''));
    }
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
    if (!isData(element)) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        found.push(outside(element.getAttribute(name) ?? ''));
      }
    }
  }
  found.push(outside(document.title));
  return [...new Set(found)].filter((text) => /[a-z]{2}/i.test(text));
}

/** Loads the page again in a language, and expects that nothing is wider than the window and no text is cut off, narrow and wide. */
export async function expectRoom(page: Page, coxswain: Program, language: Language) {
  await speak(page, coxswain, language);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  for (const width of [390, 1360]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await widerThanTheWindow(page), `wider than ${width} px in ${language}`).toEqual([]);
    expect(await cutTexts(page), `cut off at ${width} px in ${language}`).toEqual([]);
  }
}

/** The page as it is now in every language: there is room for each, and no catalogue lacks a text. Afterwards it is in English again. */
export async function expectEveryLanguage(page: Page, coxswain: Program) {
  for (const language of languages.filter((language) => language !== 'en')) {
    await expectRoom(page, coxswain, language);
  }
  await expectTranslated(page, coxswain);
  await speak(page, coxswain, 'en');
  await page.setViewportSize({ width: 1360, height: 900 });
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
}
