import { describe, expect, it } from '@jest/globals';
import type { BranchCard, MemberCard } from '@jifen/contracts';
import { anImport } from '../county.builders.ts';
import { fakeMember } from '../member.fakes.ts';
import { changePartyDay } from '../organisations/change-party-day.ts';
import { importCounty } from '../people/import-county.ts';
import { deliverCards } from './deliver-cards.ts';

const audit = { id: 'changed', type: 'audit', at: 1, payload: {} };

async function imported() {
  const { deps, stores } = fakeMember();
  await importCounty(deps, anImport());
  const received: { branches: BranchCard[]; members: MemberCard[] }[] = [];
  const receiver = { put: async (cards: (typeof received)[number]) => void received.push(cards) };
  return { deps, stores, received, receiver };
}

describe('delivering cards', () => {
  it('sends branches with their posts and members without anything personal, once', async () => {
    const { stores, received, receiver } = await imported();
    expect(await deliverCards({ ...stores, receiver })).toBe(3);
    expect(await deliverCards({ ...stores, receiver })).toBe(0);
    expect(received).toHaveLength(1);
    expect(received[0]?.branches).toMatchObject([
      { branchId: 'dongwan', committeeName: '莲湖镇党委', version: 1, posts: [{ role: 'secretary' }] },
    ]);
    expect(received[0]?.members.map(({ memberId, version }) => [memberId, version])).toEqual([
      ['member-1', 1],
      ['member-2', 1],
    ]);
    expect(Object.keys(received[0]?.members[0] ?? {})).not.toContain('fingerprint');
  });

  it('keeps them due while the receiver is away', async () => {
    const { stores, received, receiver } = await imported();
    const away = { put: () => Promise.reject(new Error('away')) };
    await expect(deliverCards({ ...stores, receiver: away })).rejects.toThrow('away');
    expect(await deliverCards({ ...stores, receiver })).toBe(3);
    expect(received).toHaveLength(1);
  });

  it('sends a card again that was changed while it was on its way', async () => {
    const { stores, received } = await imported();
    let changed = false;
    const receiver = {
      async put(cards: (typeof received)[number]) {
        received.push(cards);
        if (!changed) await changePartyDay(stores.organisations, { branchId: 'dongwan', partyDay: 20, at: 1, audit });
        changed = true;
      },
    };
    await deliverCards({ ...stores, receiver });
    expect(received.map(({ branches }) => branches.map(({ partyDay }) => partyDay))).toEqual([[15], [20]]);
  });
});
