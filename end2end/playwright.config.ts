import { defineConfig } from '@playwright/test';

/**
 * Real Chromium against the real program: nothing between them is intercepted. `cargo xtask test --only browser`
 * prepares the program, the database server and the browser, and starts this.
 */
export default defineConfig({
  testDir: 'tests',
  // Pictures are for people: `SCREENS=1 cargo xtask test --only browser`.
  testIgnore: process.env.SCREENS === '1' ? [] : ['**/screens.spec.ts'],
  outputDir: 'results/failures',
  // A worker for each processor. One program with one database serves the tests of a worker one after another, so files share
  // nothing; a test that fails once has failed.
  workers: '100%',
  retries: 0,
  // These end what hangs, and nothing else: how fast a machine is decides no test. What has to be seen before it changes is
  // made to last by the simulator.
  timeout: 300_000,
  expect: { timeout: 60_000, toPass: { timeout: 90_000 } },
  forbidOnly: !!process.env.CI,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Asia/Jakarta',
    viewport: { width: 1360, height: 900 },
    // Pages fade into one another otherwise, and a picture or a look at the contrast may come in the middle.
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    screenshot: 'only-on-failure',
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      executablePath: process.env.COXSWAIN_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        // Root, as which many build machines work, gets no sandbox; only pages of this program are opened.
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
      ],
    },
  },
});
