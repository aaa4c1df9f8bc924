import { until } from '../whole/until.ts';
import { check } from './check.ts';
import { settle } from './client.ts';
import type { Fault } from './faults.ts';
import type { Finding } from './finding.ts';
import { acknowledged, type HistoryEvent, inFlight } from './history.ts';
import { readSnapshot } from './read-snapshot.ts';
import type { System } from './system.ts';
import type { Writer } from './writers.ts';

export type RoundResult = { fault: string; inFlight: number; acknowledged: number; findings: Finding[]; recoverySeconds: number };

const writesInFlight = 20;
const busyMs = 60_000;
const latestKillMs = 300;
const calmPauseMs = 2000;
const readyMs = 120_000;
const answerMs = 150_000;

/** Writes, causes the fault meanwhile, waits until everything has recovered and every client has an answer, and compares. */
export async function faultRound(system: System, fault: Fault): Promise<RoundResult> {
  const before = system.history.length;
  const since = () => system.history.slice(before);
  const struck = await writingThrough(system, async (whileWriting, slowDown) => {
    await whileWriting(
      () => isBusy(since()),
      busyMs,
      () => `${writesInFlight} writes in flight`,
    );
    await new Promise((resolve) => setTimeout(resolve, system.random.below(latestKillMs)));
    await whileWriting(
      () => inFlight(system.history) >= writesInFlight,
      busyMs,
      () => `${writesInFlight} writes in flight`,
    );
    return strikeAndRecover(system, { fault, since, whileWriting, slowDown });
  });
  const findings = await check(system.history, await readSnapshot(system.servers));
  return { fault: fault.name, ...struck, acknowledged: acknowledged(since()), findings };
}

type Waiting = typeof until;

/** All writers write during an action, and end with an answer to their last write. */
async function writingThrough<T>(system: System, doing: (whileWriting: Waiting, slowDown: () => void) => Promise<T>): Promise<T> {
  const pace = { isOver: false, pauseMs: 0 };
  const writing = Promise.all(system.writers.map((writer) => keepWriting(system, writer, pace)));
  const failed = new Promise<never>((_, reject) => writing.catch(reject));
  failed.catch(() => undefined);
  try {
    return await doing(
      (...waiting) => Promise.race([until(...waiting), failed]),
      () => {
        pace.pauseMs = calmPauseMs;
      },
    );
  } finally {
    pace.isOver = true;
    await writing;
  }
}

type Strike = { fault: Fault; since: () => HistoryEvent[]; whileWriting: Waiting; slowDown: () => void };

/** The recovery time from the end of the fault: every process is ready, and after that a write is acknowledged. */
async function strikeAndRecover({ stack, history }: System, { fault, since, whileWriting, slowDown }: Strike) {
  const openAtStrike = inFlight(history);
  const striking = fault.strike(stack);
  slowDown();
  const killed = await striking;
  const overAt = Date.now();
  let missing: string[] = [];
  const isReady = async () => {
    missing = await stack.notReady(killed);
    return missing.length === 0;
  };
  await whileWriting(isReady, readyMs, () => `everything is ready after ${fault.name} (${missing.join(', ')})`);
  const readyAt = Date.now();
  await whileWriting(
    () => isAnswering(since(), readyAt),
    readyMs,
    () => `a write is acknowledged after ${fault.name}`,
  );
  return { inFlight: openAtStrike, recoverySeconds: (Date.now() - overAt) / 1000 };
}

/** Before the kill writes follow one another at once; afterwards people return one by one. */
async function keepWriting({ world, history }: System, writer: Writer, pace: { isOver: boolean; pauseMs: number }): Promise<void> {
  while (!pace.isOver) {
    const write = await writer.next();
    if (!write) return;
    await writer.answered(write, await settle(world, history, write, answerMs));
    if (!pace.isOver) await new Promise((resolve) => setTimeout(resolve, pace.pauseMs));
  }
}

/** The clients are busy: some writes are acknowledged, many wait. */
const isBusy = (history: readonly HistoryEvent[]) => acknowledged(history) >= writesInFlight && inFlight(history) >= writesInFlight;

const isAnswering = (history: readonly HistoryEvent[], since: number) => history.some(({ type, t }) => type === 'ok' && t >= since);
