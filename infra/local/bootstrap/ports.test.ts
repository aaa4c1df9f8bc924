import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { freePorts, listeningInodes, portHolder, takenPorts } from './ports.mjs';

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 31337 1 0000000000000000 100 0 0 10 0
   1: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 4242 1 0000000000000000 100 0 0 10 0
   2: 0100007F:1F91 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 99 1 0000000000000000 100 0 0 10 0
`;

describe('ports', () => {
  it('a listening socket is found by its port, a connected one is not', () => {
    expect(listeningInodes(TABLE, 8080)).toEqual(['31337']);
  });

  it('a port nobody listens on has no socket', () => {
    expect(listeningInodes(TABLE, 9000)).toEqual([]);
  });

  it('free ones are found where no client of anybody takes its own', async () => {
    const ports = await freePorts(20);
    expect(new Set(ports).size).toBe(20);
    expect(Math.min(...ports)).toBeGreaterThanOrEqual(21_000);
    expect(Math.max(...ports)).toBeLessThan(32_000);
    expect(await takenPorts(ports.map((port) => ['test', port]))).toEqual([]);
  });

  it('a taken port is named together with the process that holds it', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    try {
      expect(portHolder(port)?.pid).toBe(process.pid);
      const [said] = await takenPorts([['redis', port]]);
      expect(said).toMatch(`Port ${port} (redis) is taken by process ${process.pid} (`);
    } finally {
      server.close();
    }
  });
});
