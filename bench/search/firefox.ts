import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A tab of Firefox, driven by WebDriver BiDi: all that is needed to ask a page something. */
export interface FirefoxTab {
  open(url: string): Promise<void>;
  /** Runs a function inside the page; its arguments and result go as JSON. */
  run<Given extends unknown[], Result>(
    page: (...given: Given) => Promise<Result>,
    ...given: Given
  ): Promise<Result>;
  close(): Promise<void>;
}

/** Path of the system's Firefox, or `null`. */
export function findFirefox(): string | null {
  const paths = [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'];
  return paths.find((path): path is string => path !== undefined && existsSync(path)) ?? null;
}

/** Starts Firefox without a window and opens a tab. */
export async function launchFirefox(executable: string): Promise<FirefoxTab> {
  const profile = await mkdtemp(join(tmpdir(), 'mingzhang-firefox-'));
  const firefox = spawn(
    executable,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, HOME: profile, MOZ_DISABLE_CONTENT_SANDBOX: '1' },
    },
  );
  const socket = new WebSocket(`${await addressOf(firefox)}/session`);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const send = sender(socket);
  await send('session.new', { capabilities: {} });
  const { contexts } = await send('browsingContext.getTree', {});
  const context = contexts[0].context;
  return {
    async open(url) {
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async run<Given extends unknown[], Result>(page: (...given: Given) => Promise<Result>, ...given: Given) {
      const { result, exceptionDetails } = await send('script.evaluate', {
        expression: `(${page})(...${JSON.stringify(given)}).then((made) => JSON.stringify(made))`,
        target: { context },
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return JSON.parse(result.value);
    },
    async close() {
      socket.close();
      firefox.kill();
      await new Promise((resolve) => firefox.once('exit', resolve));
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function addressOf(firefox: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    firefox.stderr?.on('data', (bytes) => {
      said += bytes;
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    firefox.once('exit', () => reject(new Error(`Firefox ended: ${said}`)));
  });
}

// biome-ignore lint/suspicious/noExplicitAny: the protocol's answers differ by command
function sender(socket: WebSocket): (method: string, params: object) => Promise<any> {
  let last = 0;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const waiting = new Map<number, { resolve: (result: any) => void; reject: (error: Error) => void }>();
  socket.onmessage = ({ data }) => {
    const { id, type, result, message } = JSON.parse(String(data));
    const asked = waiting.get(id);
    waiting.delete(id);
    if (type === 'error') asked?.reject(new Error(message));
    else asked?.resolve(result);
  };
  return (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      socket.send(JSON.stringify({ id, method, params }));
    });
}
