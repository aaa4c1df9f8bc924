import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Connection } from '@temporalio/client';
import { InternalConnectionOptionsSymbol } from '@temporalio/client/lib/connection.js';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { NativeConnection, Runtime } from '@temporalio/worker';
import { eventually } from './eventually.ts';

/** A time-skipping server that has as long to start as a busy machine needs; the SDK alone would give it 5 s. */
export class TimeSkipping extends TestWorkflowEnvironment {
  static async start(launcher: string): Promise<TimeSkipping> {
    const port = await freePort();
    const process = spawn(launcher, [String(port)], { stdio: 'ignore' });
    const address = `127.0.0.1:${port}`;
    const connection = await eventually(() => connect(process, address), 90_000);
    const nativeConnection = await NativeConnection.connect({ address });
    const options = { server: { type: 'existing' as const }, client: { identity: 'story' }, plugins: [] };
    const environment = new TimeSkipping(Runtime.instance(), options, true, 'existing', connection, nativeConnection, 'default', address);
    environment.#process = process;
    return environment;
  }

  #process: ChildProcess | undefined;

  override async teardown(): Promise<void> {
    await super.teardown();
    if (!this.#process || this.#process.exitCode !== null) return;
    this.#process.kill('SIGKILL');
    await once(this.#process, 'exit');
  }
}

async function connect(process: ChildProcess, address: string): Promise<Connection> {
  if (process.exitCode !== null) throw new Error(`the time-skipping server ended with ${process.exitCode}`);
  return Connection.connect({ address, connectTimeout: 2_000, [InternalConnectionOptionsSymbol]: { supportsTestService: true } } as object);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
