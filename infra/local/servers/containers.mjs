import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** MongoDB by docker or podman, its data in the stack's folder. */
export function mongoContainer({ stack, engine }) {
  const publish = `127.0.0.1:${stack.ports.mongo}:${stack.ports.mongo}`;
  const mount = `${folder(stack, 'mongod')}:/data/db`;
  const command = ['mongod', '--port', String(stack.ports.mongo), '--bind_ip_all', '--replSet', 'jifen'];
  return [engine, 'run', '--rm', '--name', `jifen-${stack.name}-mongo`, '-p', publish, '-v', mount, 'mongo:8', ...command];
}

/** Redis by docker or podman, its data in the stack's folder. */
export function redisContainer({ stack, engine }) {
  const publish = `127.0.0.1:${stack.ports.redis}:6379`;
  const mount = `${folder(stack, 'redis')}:/data`;
  const command = ['redis-server', '--appendonly', 'yes', '--appendfsync', 'everysec', '--maxmemory-policy', 'noeviction'];
  return [engine, 'run', '--rm', '--name', `jifen-${stack.name}-redis`, '-p', publish, '-v', mount, 'redis:8', ...command];
}

function folder(stack, name) {
  const path = join(stack.dataDir, name);
  mkdirSync(path, { recursive: true });
  return path;
}
