/** Pictures of every screen in every state, for somebody to look at; taken with SCREENS=1 only. The other languages: `accessibility.spec.ts`. */

import { openPage, screenshot, test } from '../fixtures.ts';
import { screens } from '../tour.ts';

test.use({ filled: true });

for (const { name, by, open } of screens) {
  test(`a picture of ${name}`, async ({ browser, coxswain, administrator, member, exhibits }) => {
    const page = await openPage(browser, coxswain, by && { administrator, member }[by]);
    await open(page, exhibits, coxswain);
    await screenshot(page, name);
    await page.context().close();
  });
}
