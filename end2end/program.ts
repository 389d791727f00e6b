/** The program under test: one process, on a port and with a database of its own. */

import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const here = dirname(fileURLToPath(import.meta.url));

/** How long starting and stopping may take, in milliseconds. */
const patience = 60_000;

/**
 * A zone in which it is that hour of the day now: what is validated by the clock on the wall is so the same whenever tests run.
 * The names of these zones have their signs turned round (tz database, file `etcetera`).
 */
export function zoneWhereItIs(hour: number): string {
  const ahead = ((hour - new Date().getUTCHours() + 35) % 24) - 11;
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** The zone of the account: it is noon there, so that nobody is called at night. */
export const zone = zoneWhereItIs(12);

/** An account as the environment describes it to a program whose database has none. */
const account = {
  COXSWAIN_ACCOUNT_NAME: 'DIDI Indonesia',
  COXSWAIN_COUNTRY: 'ID',
  COXSWAIN_ZONE: zone,
  COXSWAIN_PLATFORM: 'DIDI',
  COXSWAIN_LINES: 'ID_PHONE_JKT,ID_PHONE_SBY',
  // Most tests submit the same numbers; those about repeated calls set their own.
  COXSWAIN_COOLDOWN_DAYS: '0',
};

/** What a database was filled with before the program was started on it: what `cargo xtask seed` makes. */
export interface Seeded {
  /** Who can sign in, by role. */
  people: Record<'administrator' | 'member', { name: string; email: string; password: string }>;
  /** The path of every draft and every task, by what it is an example of. */
  screens: Record<string, string>;
}

export interface Program {
  /** Such as `http://127.0.0.1:40123`, without a slash at the end. */
  baseURL: string;
  /** The key that makes the first administrator, as the program printed it; empty where there is one already. */
  setupKey: string;
  /** What it found in its database, where that was to be filled. */
  seeded?: Seeded;
  /** Changes its database, as the clock or an operator would. */
  query(text: string): Promise<void>;
  /** Runs another command of the program on its database, such as `user add`; what it printed. */
  run(words: string[], input: string): Promise<string>;
  /** Stops the program and starts it again: same address, same database. */
  restart(): Promise<void>;
  /** Stops the program and drops its database. */
  stop(): Promise<void>;
}

/** A key that encrypts secrets in the database: 32 zero bytes. */
const encryptionKey = Buffer.alloc(32).toString('base64');

/**
 * Starts the program on an empty database, or on one that was filled first. `environment` adds to the account's variables, or
 * replaces them; the account of a database that was filled stays as it is. People open it under `host`.
 */
export async function startProgram(environment: Record<string, string>, fill = false, host = '127.0.0.1'): Promise<Program> {
  const database = await createDatabase();
  const seeded = fill ? await seed(database.url) : undefined;
  const port = await freePort();
  const baseURL = `http://${host}:${port}`;
  const variables = {
    ...withoutSettings(process.env),
    ...account,
    // Only the tests of second factors set one up.
    COXSWAIN_SECOND_FACTOR: 'optional',
    ...environment,
    DATABASE_URL: database.applicationUrl,
    COXSWAIN_ENCRYPTION_KEYS: encryptionKey,
    COXSWAIN_ADDR: `127.0.0.1:${port}`,
    COXSWAIN_PUBLIC_URL: baseURL,
    // One person sends the files of all tests, and checks them.
    COXSWAIN_UPLOADS_PER_HOUR: '10000',
    COXSWAIN_CHECKS_PER_HOUR: '10000',
  };
  // As an operator does: the owner migrates, and the program serves by a role of its own.
  await run(executable(), ['migrate', '--application-role', applicationRole], { ...variables, DATABASE_URL: database.url }, '');
  let running = await start(variables);
  return {
    baseURL,
    setupKey: seeded ? '' : await running.printed(/(?<=^The set-up key, .*: )\S+$/m),
    seeded,
    query: (text) => statement(database.url, text),
    run: (words, input) => run(executable(), words, variables, input),
    restart: async () => {
      await running.stop();
      running = await start(variables);
    },
    stop: async () => {
      await running.stop();
      await database.drop();
    },
  };
}

/** The provider's simulator in a process of its own. */
export interface Sandbox {
  /** Points a program to it. */
  environment: Record<string, string>;
  /** The names of all tasks that it has made and lists, the newest first. */
  tasks(): Promise<string[]>;
  stop(): Promise<void>;
  /** Starts it again after a stop: same address, and nothing of what it knew. */
  startAgain(): Promise<void>;
}

/** Starts the provider's simulator alone, so that it can be asked and taken away; its README lists the `options`. */
export async function startSandbox(options = ''): Promise<Sandbox> {
  const port = await freePort();
  const baseURL = `http://127.0.0.1:${port}`;
  const words = ['sandbox', '--addr', `127.0.0.1:${port}`, '--options', options];
  let running = await start(withoutSettings(process.env), words);
  return {
    environment: { AIRUDDER_BASE_URL: baseURL, AIRUDDER_APP_KEY: 'sandbox-key', AIRUDDER_APP_SECRET: 'sandbox-secret' },
    tasks: () => listTasks(baseURL),
    stop: () => running.stop(),
    startAgain: async () => {
      running = await start(withoutSettings(process.env), words);
    },
  };
}

/** Asks a simulator for the names of its tasks, as a client of its own. */
async function listTasks(baseURL: string): Promise<string[]> {
  const headers = { 'User-Agent': 'Airudder', 'Content-Type': 'application/json' };
  const body = JSON.stringify({ APPKey: 'sandbox-key', APPSecret: 'sandbox-secret' });
  const answered = await fetch(`${baseURL}/service/cloud/auth`, { method: 'POST', headers, body });
  const { data } = (await answered.json()) as { data: { token: string } };
  const list = await fetch(`${baseURL}/service/cloud/list?Number=100&Page=1&Type=normal`, {
    headers: { ...headers, Authorization: `Token ${data.token}` },
  });
  const { data: page } = (await list.json()) as { data: { List: { TaskName: string }[] } };
  return page.List.map(({ TaskName }) => TaskName);
}

/** The role of the database by which the program serves. */
const applicationRole = 'browser_application';

/** The settings of the person who runs the tests must not reach the program. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = /^(COXSWAIN|AIRUDDER|LEPTOS|PG)/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !ours.test(name)));
}

async function createDatabase() {
  const server = process.env.DATABASE_URL;
  if (!server) {
    throw new Error('DATABASE_URL is not set: start the browser tests with `cargo xtask test --only browser`.');
  }
  const name = `browser_${process.pid}_${randomBytes(4).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await statement(server, `CREATE DATABASE ${name}`);
  await statement(
    server,
    `DO $$ BEGIN CREATE ROLE ${applicationRole} LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  );
  const applicationUrl = new URL(url);
  applicationUrl.username = applicationRole;
  return { url: url.href, applicationUrl: applicationUrl.href, drop: () => statement(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function statement(connectionString: string, text: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

function executable(): string {
  return process.env.COXSWAIN_PROGRAM ?? resolve(here, '../target/debug/coxswain');
}

/** Fills a database; it must be empty. */
async function seed(url: string): Promise<Seeded> {
  const program = process.env.COXSWAIN_SEED ?? resolve(here, '../target/debug/examples/seed_development');
  return JSON.parse(await run(program, [zone], { ...withoutSettings(process.env), DATABASE_URL: url, COXSWAIN_ENCRYPTION_KEYS: encryptionKey }, '')) as Seeded;
}

async function run(program: string, words: string[], env: NodeJS.ProcessEnv, input: string): Promise<string> {
  const child = spawn(program, words, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const output = collect(child);
  const ended = new Promise<number | null>((settle, fail) => {
    child.once('error', fail);
    child.once('close', settle);
  });
  child.stdin.end(input);
  const name = [basename(program), ...words].join(' ');
  const code = await within(`the end of ${name}`, ended);
  if (code !== 0) {
    throw new Error(`${name} ended with ${code}. It said:\n${output.text()}`);
  }
  return output.printed();
}

async function start(env: NodeJS.ProcessEnv, words = ['serve', '--print-setup-key']) {
  const child = spawn(executable(), words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const killWithTests = () => child.kill('SIGKILL');
  process.once('exit', killWithTests);
  const output = collect(child);
  const ended = new Promise<string>((settle) => {
    child.once('error', (error) => settle(error.message));
    child.once('exit', (code, signal) => settle(`ended with ${signal ?? code}`));
  });
  const orEnded = <T>(what: string, wanted: Promise<T>): Promise<T> => {
    const failed = ended.then((how): never => {
      throw new Error(`Coxswain ${how} before ${what}. It said:\n${output.text()}`);
    });
    return within(what, Promise.race([wanted, failed]));
  };
  // Both commands print their address once they listen.
  await orEnded('it listened', output.matching(/ is at http\S+/));
  return {
    printed: (pattern: RegExp) => orEnded(`it printed ${pattern}`, output.matching(pattern)),
    stop: async () => {
      process.off('exit', killWithTests);
      child.kill('SIGTERM');
      await within('it stopped', ended);
    },
  };
}

/** Keeps what the program prints, and writes it to a file for whoever reads about a failure. */
function collect(child: ChildProcess) {
  const folder = resolve(here, 'results');
  mkdirSync(folder, { recursive: true });
  const log = createWriteStream(resolve(folder, 'program.log'), { flags: 'a' });
  const waiting = new Set<() => void>();
  let printed = '';
  let said = '';
  child.stdout?.on('data', (bytes: Buffer) => {
    log.write(bytes);
    printed += bytes.toString();
    said += bytes.toString();
    for (const look of waiting) look();
  });
  child.stderr?.on('data', (bytes: Buffer) => {
    log.write(bytes);
    said += bytes.toString();
  });
  child.once('close', () => log.end());
  const matching = (pattern: RegExp) =>
    new Promise<string>((settle) => {
      const look = () => {
        // Whole lines only: the rest of one may be under way.
        const found = printed.slice(0, printed.lastIndexOf('\n') + 1).match(pattern);
        if (found) {
          waiting.delete(look);
          settle(found[0]);
        }
      };
      waiting.add(look);
      look();
    });
  return { text: () => said, printed: () => printed, matching };
}

/**
 * A port that nobody listens on. It lies below those that Linux gives to outgoing connections, so that none of these takes it
 * before the program does, or while the program is started again.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_768);
    const server = createServer();
    const isFree = await new Promise<boolean>((settle) => {
      server.once('error', () => settle(false)).listen(port, '127.0.0.1', () => settle(true));
    });
    if (isFree) {
      await new Promise((settle) => server.close(settle));
      return port;
    }
  }
}

async function within<T>(what: string, wanted: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`Coxswain: not within ${patience / 1000} s: ${what}`)), patience);
  });
  try {
    return await Promise.race([wanted, late]);
  } finally {
    clearTimeout(timer);
  }
}
