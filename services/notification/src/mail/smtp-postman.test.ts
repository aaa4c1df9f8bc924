import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { smtpPostman } from './smtp-postman.ts';

const mail = {
  to: 'li@dongwan.invalid',
  subject: '提醒：考核登记',
  text: '请于10月30日（周五）前完成考核登记。',
  messageId: '<one@jifen.invalid>',
};
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

function listening(server: SMTPServer | Server): Promise<number> {
  return new Promise((resolve) => {
    const listener = server.listen(0, '127.0.0.1', () => resolve((listener.address() as AddressInfo).port));
    closers.push(() => server.close(() => undefined));
  });
}

/** A mail server that keeps what it is given, with the answers of the test. */
async function mailServer(options: SMTPServerOptions = {}, timeoutMs = 10_000) {
  const kept: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on('end', () => {
        kept.push(text);
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  const port = await listening(server);
  return { kept, postman: smtpPostman({ url: `smtp://127.0.0.1:${port}`, from: '党员积分管理 <jifen@county.invalid>', timeoutMs }) };
}

const refuseWith = (code: number) => Object.assign(new Error('refused'), { responseCode: code });

describe('the SMTP postman', () => {
  it('sends once, with our own Message-ID', async () => {
    const { postman, kept } = await mailServer();
    expect(await postman.send(mail)).toMatchObject({ outcome: 'sent', response: expect.stringContaining('250') });
    expect(kept).toHaveLength(1);
    expect(kept[0]).toContain('Message-ID: <one@jifen.invalid>');
  });

  it.each([
    [450, 'failed-before-data'],
    [550, 'refused-for-good'],
  ])('a recipient refused with %d is %s', async (code, outcome) => {
    const { postman, kept } = await mailServer({ onRcptTo: (_address, _session, done) => done(refuseWith(code)) });
    expect(await postman.send(mail)).toMatchObject({ outcome });
    expect(kept).toEqual([]);
  });

  it.each([
    [451, 'failed-before-data'],
    [554, 'refused-for-good'],
  ])('a message refused with %d after its content is %s: the server has said that it kept nothing', async (code, outcome) => {
    const { postman } = await mailServer({
      onData: (stream, _session, done) => void stream.resume().on('end', () => done(refuseWith(code))),
    });
    expect(await postman.send(mail)).toMatchObject({ outcome });
  });

  it('a server that is not there has kept nothing', async () => {
    const postman = smtpPostman({ url: 'smtp://127.0.0.1:1', from: 'jifen@county.invalid', timeoutMs: 400 });
    expect(await postman.send(mail)).toMatchObject({ outcome: 'failed-before-data' });
  });

  it('a server that never greets has kept nothing', async () => {
    const port = await listening(createServer());
    const postman = smtpPostman({ url: `smtp://127.0.0.1:${port}`, from: 'jifen@county.invalid', timeoutMs: 200 });
    expect(await postman.send(mail)).toMatchObject({ outcome: 'failed-before-data' });
  });

  it('a server that keeps the message and never answers leaves the outcome unknown', async () => {
    const kept: string[] = [];
    const { postman } = await mailServer({ onData: (stream) => void stream.resume().on('end', () => kept.push('stored')) }, 1_500);
    expect(await postman.send(mail)).toMatchObject({ outcome: 'broken-after-data' });
    expect(kept).toEqual(['stored']);
  });

  it('does not put the address into the error it reports', async () => {
    const { postman } = await mailServer({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('no box li@dongwan.invalid here'), { responseCode: 550 })),
    });
    expect(JSON.stringify(await postman.send(mail))).not.toContain('li@dongwan.invalid');
  });
});
