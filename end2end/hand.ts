/** A hand that counts what it does: how much a way through the program takes. */

import { type Locator, type Page, expect } from '@playwright/test';
import { readyLaunchButton, rowWith, sample, submitButton } from './steps.ts';

/** What a way took. */
export interface Effort {
  clicks: number;
  keys: number;
  pages: number;
}

/** The hand of somebody at a page. A test that measures does everything by it. */
export class Hand {
  private readonly done: Effort = { clicks: 0, keys: 0, pages: 0 };

  constructor(private readonly page: Page) {
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) {
        this.done.pages += 1;
      }
    });
  }

  /** What it has done so far. */
  get effort(): Effort {
    return { ...this.done };
  }

  /** One press. */
  async click(place: Locator) {
    this.done.clicks += 1;
    await place.click();
  }

  /** Opens a select and takes an option: two presses. */
  async select(place: Locator, label: string) {
    this.done.clicks += 2;
    await place.selectOption({ label });
  }

  /** Opens the place for files, takes one, and says so: three presses. */
  async chooseFile(place: Locator, file: string) {
    this.done.clicks += 3;
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), place.click()]);
    await chooser.setFiles(file);
  }

  /** Types into a field that was pressed. */
  async type(place: Locator, text: string) {
    this.done.keys += text.length;
    await place.pressSequentially(text);
  }
}

/** From a check that has been started to the page of the task: on to the launch, and its one button. */
export async function confirm(page: Page, hand: Hand) {
  await expect(submitButton(page)).toBeVisible();
  await hand.click(submitButton(page));
  await hand.click(await readyLaunchButton(page));
  await page.waitForURL(/\/tasks\/[0-9a-f-]{36}$/);
}

/** The weekly repeat of a task may take that: five steps, of which choosing the file is three presses. */
export const weeklyRepeat = { clicks: 7, keys: 0 };

/** Repeats a task with another list, from the list of tasks to the page of the new one; what that took. */
export async function repeat(page: Page, task: string): Promise<Effort> {
  const hand = new Hand(page);
  await hand.click(rowWith(page, task).getByRole('link', { name: /^Repeat/ }));
  await hand.chooseFile(page.getByLabel('List', { exact: true }), sample('clean-500.csv'));
  await hand.click(page.getByRole('button', { name: 'Check with AIRudder' }));
  await confirm(page, hand);
  return hand.effort;
}
