/** Answers to the upload that are not Coxswain's own. */

import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Program } from '../program.ts';
import { expect, signedIn } from '../fixtures.ts';
import { chooseSheet, fillTask, goodNumbers, leadsOf, pressReview, review } from '../steps.ts';

/** A proxy before the program that hands on everything but what it refuses, with the page that nginx would show. */
async function startProxy({ baseURL }: Program, refuse: (bytes: number) => number | undefined) {
  const { hostname, port, host } = new URL(baseURL);
  const server = createServer((request, response) => {
    const status = request.method === 'POST' ? refuse(Number(request.headers['content-length'] ?? 0)) : undefined;
    if (status) {
      request.resume();
      request.on('end', () => {
        response.writeHead(status, { 'Content-Type': 'text/html' });
        response.end(`<html><head><title>${status}</title></head><body><center>nginx</center></body></html>`);
      });
      return;
    }
    const headers = { ...request.headers, host };
    const forwarded = send({ hostname, port, method: request.method, path: request.url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    forwarded.on('error', () => response.destroy());
    request.pipe(forwarded);
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    stop: () => {
      server.closeAllConnections();
      return new Promise((settle) => server.close(settle));
    },
  };
}

signedIn('a proxy that takes no large file is told of, and everything stays', async ({ page, coxswain }) => {
  const proxy = await startProxy(coxswain, (bytes) => (bytes > 1024 * 1024 ? 413 : undefined));
  await page.goto(`${proxy.address}/tasks/new`);
  await fillTask(page, { name: 'Through a proxy', sheet: leadsOf(goodNumbers(60_000), 'long.csv') });
  const answer = page.locator('#sheet-answer');
  await expect(answer).toContainText('refused a file of this size (413), so Coxswain did not get it.');
  await expect(page.getByLabel('Task name')).toHaveValue('Through a proxy');
  await pressReview(page);
  await expect(page.getByRole('button', { name: 'Review leads' })).not.toHaveAttribute('aria-disabled', 'true');
  await expect(answer).toContainText('(413)');

  await chooseSheet(page, leadsOf(goodNumbers(3), 'short.csv'));
  await review(page);
  await expect(page.getByText('short.csv')).toBeVisible();
  await proxy.stop();
});

signedIn('a proxy that does not wait is told of, and where to look', async ({ page, coxswain }) => {
  const proxy = await startProxy(coxswain, () => 504);
  await page.goto(`${proxy.address}/tasks/new`);
  await fillTask(page, { name: 'Not waited for', sheet: leadsOf(goodNumbers(60_000), 'long.csv') });
  await expect(page.locator('#sheet-answer')).toContainText('did not wait for Coxswain’s answer (504).');
  await expect(page.locator('#sheet-answer')).toContainText('look under Drafts in a minute');
  await proxy.stop();
});
