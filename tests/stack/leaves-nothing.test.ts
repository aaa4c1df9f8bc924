import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { aStack, eventually, familyOf, mounts, type StackUnderTest, stillRunning, takenOf } from './stack-under-test.ts';

jest.setTimeout(240_000);

let stack: StackUnderTest;
let mountsBefore: string;

beforeEach(async () => {
  stack = await aStack(`test-${process.pid}`);
  mountsBefore = mounts();
});

afterEach(async () => {
  await stack.run('stop');
  await stack.run('reset');
});

async function expectNothingLeft(family: ReturnType<typeof familyOf>) {
  expect(stillRunning(family)).toEqual([]);
  expect(await takenOf(stack.ports)).toEqual([]);
  expect(mounts()).toBe(mountsBefore);
}

describe('starting and stopping the stack', () => {
  it('Ctrl-C leaves no process, no port and no mount', async () => {
    const started = stack.start();
    await started.ready;
    const family = familyOf(stack.supervisorPid());
    expect(family.length).toBeGreaterThan(stack.children().filter((child) => child.pid).length);
    started.process.kill('SIGINT');
    expect((await started.ended).code).toBe(0);
    await expectNothingLeft(family);
  });

  it('a start in the background is shown by status and ended by stop', async () => {
    expect((await stack.start('--detach').ended).code).toBe(0);
    const family = familyOf(stack.supervisorPid());
    const status = await stack.run('status');
    expect(status).toMatchObject({ code: 0, output: expect.stringMatching(/redis +\d+ +ready +0/) });
    expect((await stack.run('stop')).code).toBe(0);
    await expectNothingLeft(family);
    expect((await stack.run('status')).code).toBe(1);
  });

  it('after kill -9 of the supervisor, stop leaves nothing, and the next start keeps the data', async () => {
    await stack.start('--detach').ended;
    const family = familyOf(stack.supervisorPid());
    process.kill(stack.supervisorPid(), 'SIGKILL');
    expect((await stack.run('stop')).code).toBe(0);
    await expectNothingLeft(family);
    expect((await stack.start('--detach').ended).code).toBe(0);
    expect((await stack.run('stop')).code).toBe(0);
  });

  it('kill -9 of the start that a person watches ends the stack with it', async () => {
    const started = stack.start();
    await started.ready;
    const family = familyOf(stack.supervisorPid());
    started.process.kill('SIGKILL');
    await eventually('the stack has ended', () => stillRunning(family).length === 0);
    await expectNothingLeft(family);
  });

  it.each([['watched'], ['--detach']])('Ctrl-C in the middle of a start leaves nothing (%s)', async (mode) => {
    const started = mode === '--detach' ? stack.start(mode) : stack.start();
    await eventually('a server is being started', () => stack.children().some((child) => child.state === 'starting'));
    const family = familyOf(started.process.pid ?? 0);
    started.process.kill('SIGINT');
    expect((await started.ended).code).not.toBe(0);
    await expectNothingLeft(family);
  });
});

describe('a stack that runs', () => {
  it('is not started twice: the second start names the process of the first', async () => {
    await stack.start('--detach').ended;
    const second = await stack.start('--detach').ended;
    expect(second.code).toBe(1);
    expect(second.output).toContain(`Stack ${stack.name} already runs as process ${stack.supervisorPid()};`);
  });

  it('has every killed server back, the document store after its crash too', async () => {
    await stack.start('--detach').ended;
    for (const name of ['postgres', 'ferretdb', 'redis', 'temporal', 'maildev']) {
      const pid = stack.childPid(name);
      process.kill(pid, 'SIGKILL');
      await eventually(`${name} is back`, () => stack.child(name)?.restarts === 1 && stack.child(name)?.state === 'ready');
      expect(stack.child(name)?.pid).not.toBe(pid);
    }
  });
});

describe('a port that is taken', () => {
  it('is named with the process that holds it, and nothing is started', async () => {
    const server = createServer().listen(stack.ports[2], '127.0.0.1');
    try {
      const { code, output } = await stack.start('--detach').ended;
      expect(code).toBe(1);
      expect(output).toContain(`Port ${stack.ports[2]} (redis) is taken by process ${process.pid} (`);
      expect(stack.children()).toEqual([]);
    } finally {
      server.close();
    }
  });
});
