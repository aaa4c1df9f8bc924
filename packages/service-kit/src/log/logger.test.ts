import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logger.ts';

describe('the log', () => {
  const written = (fields: object): string => {
    let text = '';
    const sink = new Writable({
      write(chunk, _encoding, done) {
        text += chunk;
        done();
      },
    });
    createLogger('scoring', 'info', sink).info(fields, 'answered');
    return text;
  };

  it('is JSON lines with time in UTC', () => {
    expect(JSON.parse(written({ status: 200 }))).toMatchObject({
      name: 'scoring',
      status: 200,
      msg: 'answered',
      time: expect.stringMatching(/Z$/),
    });
  });

  it.each(['password', 'secret', 'token', 'authorization', 'cookie', 'totp', 'identityNumber', 'phone', 'email', 'body'])(
    'never shows %s, also not two levels down',
    (field) => {
      const text = written({ [field]: 'canary-1', a: { [field]: 'canary-2', b: { [field]: 'canary-3' } } });
      expect(text).not.toContain('canary');
      expect(text.split('[redacted]')).toHaveLength(4);
    },
  );
});
