import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { insideRoot, rootUser } from '../bootstrap/private-root.mjs';

/** Redis's configuration: everything is written down, nothing is ever evicted, loopback only. */
function redisConfig({ port, dir }) {
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    'protected-mode yes',
    `dir ${dir}`,
    'appendonly yes',
    'appendfsync everysec',
    'maxmemory-policy noeviction',
    'save ""',
    'daemonize no',
  ];
  return `${lines.join('\n')}\n`;
}

/** The command line of a Redis that was found on the host, or of the private root's. */
export function redisCommand({ stack, program, root }) {
  const home = join(stack.dataDir, 'redis');
  const data = join(home, 'data');
  mkdirSync(data, { recursive: true });
  const config = join(home, 'redis.conf');
  writeFileSync(config, redisConfig({ port: stack.ports.redis, dir: root ? '/srv/jifen/data' : data }));
  if (!root) return [program, config];
  const { uid, gid } = rootUser(root, 'redis');
  chownSync(data, uid, gid);
  return insideRoot({ root, command: ['/usr/bin/redis-server', '/srv/jifen/redis.conf'], user: 'redis', data: home });
}
