import { describe, expect, it } from '@jest/globals';
import { cacheDir, readPorts, stackNamed } from './settings.mjs';

describe('settings', () => {
  it('every port has a default and a variable of its own', () => {
    const ports = readPorts({ PORT: '9090', JIFEN_REDIS_PORT: '7000' });
    expect(ports).toMatchObject({ console: 9090, redis: 7000, mongo: 27117, temporal: 7333, smtp: 8026 });
  });

  it.each(['0', '65536', 'http', '80a'])('%s is no port', (text) => {
    expect(() => readPorts({ JIFEN_MONGO_PORT: text })).toThrow(`JIFEN_MONGO_PORT=${text} is not a port (1 to 65535).`);
  });

  it('a stack keeps its data in the checkout, under its own name', () => {
    expect(stackNamed('test-a', {}).dataDir).toMatch(/\/\.jifen\/test-a$/);
  });

  it.each(['../x', 'a/../../x', 'Demo', ''])('a stack cannot be named "%s"', (name) => {
    expect(() => stackNamed(name, {})).toThrow(`A stack is named with small letters, digits and hyphens, not "${name}".`);
  });

  it('the cache follows XDG_CACHE_HOME', () => {
    expect(cacheDir({ XDG_CACHE_HOME: '/c' })).toBe('/c/jifen');
  });
});
