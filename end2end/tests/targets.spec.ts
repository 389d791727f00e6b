/** What counts as too small to be pressed. */

import { expect, test } from '../fixtures.ts';
import { smallTargets } from '../targets.ts';

const inSentences = `
  <p>Before it <a href="#">a link in a sentence</a>, and after it.</p>
  <small>Submitted in <a href="#">a task</a></small>`;

const large = `
  <a href="#" class="large">1</a> <button class="large">x</button>
  <input type="checkbox" id="large" class="large" /><label for="large" class="large">ok</label>
  <a href="#" style="position: fixed; clip-path: inset(50%); width: 1px; height: 1px" onfocus="this.className = 'large';
    this.style = ''">Skip</a>`;

const small = `
  <p><a href="#">alone in its paragraph</a></p>
  <table><td><a href="#">in a cell</a><div>with words below it</div></td></table>
  <p>By Siti, <button>in a sentence</button></p>
  <p>A box <input type="checkbox" id="low" /><label for="low">and its words</label></p>
  <details><summary class="large">More</summary><a href="#">folded away</a></details>
  <div popover id="asked"><button>asked above the page</button></div>
  <div tabindex="0" style="width: 23px; height: 40px">narrow</div>`;

const sheet = `
  <style>
    * { font: 12px/1 sans-serif; padding: 0; margin: 0; border: 0 }
    .large { display: inline-block; width: 24px; height: 24px }
  </style>`;

test('a link in a sentence, and what is large enough, may be pressed', async ({ page }) => {
  await page.setContent(sheet + inSentences + large);
  expect(await smallTargets(page)).toEqual([]);
});

test('what is too small to be pressed is named, wherever it is', async ({ page }) => {
  await page.setContent(sheet + inSentences + large + small);
  const found = await smallTargets(page);
  expect(found.map((line) => line.split(':')[0])).toEqual([
    'a “alone in its paragraph”',
    'a “in a cell”',
    'button “in a sentence”',
    'input “and its words”',
    'a “folded away”',
    'div “narrow”',
    'label “and its words”',
    'button “asked above the page”',
  ]);
  expect(found[5]).toBe('div “narrow”: 23.0 × 40.0 (light at 1360 px, light at 390 px, dark at 1360 px, dark at 390 px)');
});
