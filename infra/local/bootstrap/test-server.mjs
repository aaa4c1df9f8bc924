import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answers, freePorts } from './ports.mjs';
import { insideRoot, proxyVariables, whyNoPrivateRoot } from './private-root.mjs';
import { until } from './processes.mjs';
import { run, which } from './run.mjs';
import { PINS } from './settings.mjs';

const ARTIFACT = { group: 'io.temporal', artifact: 'temporal-test-server', version: PINS.temporalTestServer };
const JAVA_FLAGS = '-XX:+UseSerialGC -XX:TieredStopAtLevel=1';
/** The host's certificates as Java reads them. */
const TRUST = '/etc/ssl/certs/jifen-java';
const MAIN = 'io.temporal.testserver.TestServer';
/** Beside the jars, where the private root sees it too. */
const ARCHIVE = 'classes.jsa';

/** How the time-skipping server of the workflow tests is had; nothing is downloaded by choosing. */
export function chooseTestServer(environment = process.env) {
  const given = environment.TEMPORAL_TEST_SERVER;
  if (given) return { rung: 'external', why: 'TEMPORAL_TEST_SERVER is set', path: given };
  const [java, maven] = [which('java', environment), which('mvn', environment)];
  if (java && maven) return { rung: 'host', why: `Java and Maven found: ${java}, ${maven}` };
  if (!whyNoPrivateRoot()) return { rung: 'private-root', why: "no Java with Maven here; the private root's" };
  return { rung: 'sdk-download', why: 'neither Java with Maven nor a private root; the SDK downloads the server itself' };
}

/** @returns {Promise<string | undefined>} the launcher; undefined when the SDK is to download the server */
export async function ensureTestServer({ choice, cache, root, log }) {
  if (choice.rung === 'external') return choice.path;
  if (choice.rung === 'sdk-download') return undefined;
  const folder = join(cache, `temporal-test-server-${PINS.temporalTestServer}-${choice.rung}-2`);
  const launcher = join(folder, 'temporal-test-server');
  if (existsSync(launcher)) return launcher;
  rmSync(folder, { recursive: true, force: true });
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  await fetchJars({ folder: partial, choice, root, log });
  renameSync(partial, folder);
  const trial = join(folder, 'trial');
  writeFileSync(trial, launcherScript({ choice, folder, root }), { mode: 0o755 });
  await keepLoadedClasses({ trial, choice, folder });
  renameSync(trial, launcher);
  return launcher;
}

/** A first run leaves its classes in an archive at the place where they are used; later ones start in a third of the time. Without it they are only slower. */
async function keepLoadedClasses({ trial, choice, folder }) {
  const [port] = await freePorts(1);
  const archive = `-XX:ArchiveClassesAtExit=${placeOf(choice, folder)}/${ARCHIVE}`;
  const server = spawn(trial, [String(port)], { stdio: 'ignore', env: { ...process.env, JAVA_TOOL_OPTIONS: archive } });
  const ended = new Promise((resolve) => server.on('close', resolve).on('error', resolve));
  await until(() => server.exitCode !== null || answers(port), { timeoutMs: 60_000 });
  server.kill('SIGTERM');
  await ended;
}

const placeOf = ({ rung }, folder) => (rung === 'host' ? join(folder, 'jars') : '/srv/jars');

async function fetchJars({ folder, choice, root, log }) {
  writeFileSync(join(folder, 'pom.xml'), pom());
  const goals = ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime'];
  if (choice.rung === 'host') {
    await run('mvn', [...goals, `-DoutputDirectory=${join(folder, 'jars')}`], {
      log,
      cwd: folder,
      title: 'mvn dependency:copy-dependencies',
    });
    return;
  }
  const env = { ...proxyVariables(), MAVEN_OPTS: `-Djavax.net.ssl.trustStore=${TRUST}` };
  const inside = async (command) => {
    const [program, ...args] = insideRoot({ root, command, env, data: folder });
    await run(program, args, { log, title: `${command[0]} in the private root` });
  };
  await inside(['trust', 'extract', '--overwrite', '--format=java-cacerts', '--filter=ca-anchors', '--purpose=server-auth', TRUST]);
  await inside([
    'mvn',
    '-f',
    '/srv/jifen/pom.xml',
    ...goals,
    '-DoutputDirectory=/srv/jifen/jars',
    '-Dmaven.repo.local=/srv/jifen/repository',
  ]);
  rmSync(join(folder, 'repository'), { recursive: true, force: true });
}

/** The tests start the server as `LAUNCHER PORT` and end it by a signal, so the launcher becomes the server itself. */
function launcherScript({ choice, folder, root }) {
  const jars = join(folder, 'jars');
  const place = placeOf(choice, folder);
  const archive = `[ -f "${jars}/${ARCHIVE}" ] && export JAVA_TOOL_OPTIONS="-XX:SharedArchiveFile=${place}/${ARCHIVE}"`;
  const java = `${JAVA_FLAGS} -cp "${place}/*" ${MAIN} "$@"`;
  if (choice.rung === 'host') return `#!/bin/sh\n${archive}\nexec java ${java}\n`;
  const inside = [
    'mkdir -p "$ROOT/srv/jars"',
    'mount --bind "$JARS" "$ROOT/srv/jars"',
    'mount --rbind /proc "$ROOT/proc"',
    `exec chroot "$ROOT" /usr/bin/java ${java}`,
  ].join(' && ');
  return `#!/bin/sh\n${archive}\nexport ROOT="${root}" JARS="${jars}"\nexec unshare --mount sh -c '${inside}' sh "$@"\n`;
}

function pom() {
  const { group, artifact, version } = ARTIFACT;
  return `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>jifen</groupId>
  <artifactId>test-server</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>
  </dependencies>
</project>
`;
}
