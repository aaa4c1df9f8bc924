import { type NewSchemeVersion, schemeFileLimitKb } from '@jifen/contracts';
import { parseJson, parseScheme, unusable } from '@jifen/contracts/schemes';
import { localDateOf, ok, type Result, refuse, type ScoringScheme } from '@jifen/domain';
import { bodyHash } from '../acts/act.store.ts';
import type { Asked, SchemeRefusal, UnreadableScheme, VersionAnswer, VersionPorts } from './change-version.ts';
import { ownCounty } from './scheme-access.ts';
import { schemeInForce } from './scheme-in-force.ts';
import type { SchemeVersionRecord } from './scheme-version.store.ts';

export type DraftVersion = Asked & { body: NewSchemeVersion };
type Drawn = { scheme: ScoringScheme; title: string };
const attempts = 20;

/** A draft for a sector, with the number after the newest; the same draft twice is one. */
export async function draftVersion(ports: VersionPorts, asked: DraftVersion): VersionAnswer {
  const { versionId, body, caller, now, audit } = asked;
  const county = ownCounty(caller, 'scheme:draft', now);
  if (!county.ok) return county;
  const hash = bodyHash(body);
  const there = await ports.versions.find(versionId);
  if (there) return again(there, county.value, hash);
  const drawn = await drawUp(ports, county.value, asked);
  if (!drawn.ok) return drawn;
  const { sector, origin } = body;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const number = (await ports.versions.newestNumber(county.value, sector)) + 1;
    const record: SchemeVersionRecord = {
      _id: versionId,
      countyId: county.value,
      sector,
      number,
      version: 1,
      revision: 1,
      origin: { kind: origin.kind, title: drawn.value.title },
      bodyHash: hash,
      scheme: { ...drawn.value.scheme, version: number },
      state: { status: 'draft' },
      changedAt: now,
    };
    const entry = audit({
      target: `scheme-version/${versionId}`,
      organisation: `/${county.value}`,
      details: { sector, number, origin: origin.kind },
    });
    const written = await ports.versions.insert(record, [entry]);
    ports.wake('schemeVersions');
    if (written === 'inserted') return ok(record);
    const other = written === 'exists' ? await ports.versions.find(versionId) : undefined;
    if (other) return again(other, county.value, hash);
  }
  throw new Error(`${versionId} got no number`);
}

function again(there: SchemeVersionRecord, countyId: string, hash: string): Result<SchemeVersionRecord, SchemeRefusal> {
  if (there.countyId !== countyId) return refuse({ code: 'not-found' });
  return there.bodyHash === hash ? ok(there) : refuse({ code: 'different-body' });
}

async function drawUp(
  ports: VersionPorts,
  countyId: string,
  { now, body: { sector, origin } }: DraftVersion,
): Promise<Result<Drawn, SchemeRefusal>> {
  switch (origin.kind) {
    case 'in-force':
      return ok(titled(await schemeInForce(ports, { countyId, sector, period: localDateOf(now).slice(0, 7) })));
    case 'library': {
      const scheme = ports.library.find(origin.name);
      return scheme ? ok(titled(scheme)) : refuse({ code: 'unknown-library-scheme', name: origin.name });
    }
    case 'file': {
      const read = readSchemeFile(origin.text);
      return read.ok ? ok({ scheme: read.value, title: origin.name }) : read;
    }
  }
}

const titled = (scheme: ScoringScheme): Drawn => ({ scheme, title: scheme.title });

const mostReasons = 50;

/** A scheme out of a file's text: of bounded size and depth, in the format, or every place that is not. */
export function readSchemeFile(text: string): Result<ScoringScheme, UnreadableScheme> {
  const tooLarge = Buffer.byteLength(text, 'utf8') > schemeFileLimitKb * 1_024;
  const read = tooLarge ? unusable('too-large', { megabytes: '1' }) : parseJson(text);
  const parsed = read.ok ? parseScheme(read.value) : read;
  return parsed.ok ? ok(parsed.value) : refuse({ code: 'scheme-unreadable', reasons: parsed.reasons.slice(0, mostReasons) });
}
