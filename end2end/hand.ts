/** A hand that counts what it does: how much a way through the program takes. */

import { type Locator, type Page } from '@playwright/test';

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
