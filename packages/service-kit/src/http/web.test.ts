import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, testApp } from '@jifen/test-kit';

function builtWeb(): string {
  const directory = mkdtempSync(join(tmpdir(), 'web-'));
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'index.html'), '<script nonce="__CSP_NONCE__"></script>');
  writeFileSync(join(directory, 'assets/main.js'), 'start()');
  return directory;
}

describe('the web client', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp([], { web: { directory: builtWeb() } });
  });

  it('is one page under every path, with a new nonce each time', async () => {
    const [first, second] = [
      await app.http.get('/').set('accept', 'text/html'),
      await app.http.get('/my/month').set('accept', 'text/html'),
    ];
    const nonce = /nonce="([^"]+)"/.exec(first.text)?.[1];
    expect(first.get('content-security-policy')).toContain(`script-src 'self' 'nonce-${nonce}'`);
    expect(first.get('cache-control')).toBe('no-store');
    expect(second.status).toBe(200);
    expect(second.text).not.toBe(first.text);
  });

  it('keeps built files for a year', async () => {
    const answer = await app.http.get('/assets/main.js');
    expect([answer.status, answer.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  });

  it.each([
    ['/api/nothing', 'text/html'],
    ['/assets/gone.js', '*/*'],
    ['/assets/..%2f..%2fetc/passwd', '*/*'],
    ['/my/month', 'application/json'],
  ])('%s (%s) is not there', async (path, accept) => {
    expect((await app.http.get(path).set('accept', accept)).status).toBe(404);
  });
});
