import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folders of a service stand on one another like stairs: what they import, by value or by type, never leads back. */

const forTests = /\.(?:test|suite|fakes?|builders)\.tsx?$|(?:^|\/)testing\.ts$/;
const imported = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g;

/** A file at the root of `src` is a subject of its own. */
const subjectOf = (file) => file.split('/')[0];

/** What each subject of a service imports: `src` is the folder, the answer a map from a subject to a set of subjects. */
export function subjectsIn(src) {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !forTests.test(file));
  const subjects = new Map(files.map((file) => [subjectOf(file), new Set()]));
  for (const file of files) {
    for (const [, path] of readFileSync(join(src, file), 'utf8').matchAll(imported)) {
      const to = subjectOf(relative(src, resolve(src, dirname(file), path)));
      if (to !== subjectOf(file) && subjects.has(to)) subjects.get(subjectOf(file)).add(to);
    }
  }
  return subjects;
}

/** Each circle once, as the subjects in it. */
export function circlesOf(subjects) {
  const reach = new Map([...subjects.keys()].map((subject) => [subject, reachedFrom(subjects, subject)]));
  const circles = [...subjects.keys()].map((one) =>
    [...subjects.keys()].filter((other) => reach.get(one).has(other) && reach.get(other).has(one)),
  );
  return [...new Set(circles.filter((circle) => circle.length > 0).map((circle) => circle.sort().join(' ')))];
}

function reachedFrom(subjects, from) {
  const reached = new Set();
  const waiting = [...subjects.get(from)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...subjects.get(next));
  }
  return reached;
}

/** Folders that more than half of the others stand on, though they stand on something themselves. */
export function crowdedIn(subjects) {
  const folders = [...subjects.keys()].filter((subject) => !/\.tsx?$/.test(subject));
  const half = (folders.length - 1) / 2;
  const usersOf = (folder) => folders.filter((one) => subjects.get(one).has(folder)).length;
  return folders.filter((folder) => subjects.get(folder).size > 0 && usersOf(folder) > half);
}

/** Folders that import what only puts the service together. */
export function compositionIn(subjects) {
  const isComposition = (subject) => /\.ts$/.test(subject) && subjects.get(subject).size > 0;
  return [...subjects].flatMap(([subject, imports]) =>
    /\.tsx?$/.test(subject) ? [] : [...imports].filter(isComposition).map((file) => `${subject} → ${file}`),
  );
}

export function wrongIn(src) {
  const subjects = subjectsIn(src);
  return [
    ...circlesOf(subjects).map((circle) => `a circle: ${circle}`),
    ...crowdedIn(subjects).map((folder) => `more than half stand on ${folder}, which stands on others`),
    ...compositionIn(subjects).map((arrow) => `composition belongs to the root alone: ${arrow}`),
  ];
}

const house = resolve(import.meta.dirname, '../..');
export const services = readdirSync(join(house, 'services'), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
export const sourceOf = (service) => join(house, 'services', service, 'src');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wrong = services.flatMap((service) => wrongIn(sourceOf(service)).map((what) => `${service}: ${what}`));
  for (const line of wrong) console.error(line);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}
