import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { logLevel, port, secretFile, url } from './base-config.ts';
import { loadConfig } from './load-config.ts';

const folder = mkdtempSync(join(tmpdir(), 'config-'));
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const schema = z.object({ PORT: port, MEMBER_URL: url, LOG_LEVEL: logLevel.default('info'), SERVICE_SECRET_FILE: secretFile });
const good = { PORT: '8101', MEMBER_URL: 'http://127.0.0.1:8101', SERVICE_SECRET_FILE: file('good.key', 'a secret\n') };

describe('configuration', () => {
  it('is the environment, read through one schema', () => {
    expect(loadConfig(schema, { ...good, HOME: '/root' })).toEqual({
      PORT: 8101,
      MEMBER_URL: 'http://127.0.0.1:8101',
      LOG_LEVEL: 'info',
      SERVICE_SECRET_FILE: 'a secret',
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig(schema, { ...good, LOG_LEVEL: '' }).LOG_LEVEL).toBe('info');
    expect(() => loadConfig(schema, { ...good, PORT: '' })).toThrow('PORT is not set.');
  });

  it('says one sentence for each bad variable', () => {
    const empty = file('empty.key', ' \n');
    expect(() => loadConfig(schema, { PORT: '80a', LOG_LEVEL: 'loud', SERVICE_SECRET_FILE: empty })).toThrow(
      [
        'PORT is wrong: Invalid input: expected number, received NaN.',
        'MEMBER_URL is not set.',
        'LOG_LEVEL is wrong: Invalid option: expected one of "fatal"|"error"|"warn"|"info"|"debug"|"silent".',
        `SERVICE_SECRET_FILE is wrong: names an empty file (${empty}).`,
      ].join('\n'),
    );
  });

  it('does not repeat a secret that it refuses', () => {
    expect(() => loadConfig(schema, { ...good, SERVICE_SECRET_FILE: '/nowhere/x.key' })).toThrow(
      'names a file that cannot be read (/nowhere/x.key)',
    );
  });
});
