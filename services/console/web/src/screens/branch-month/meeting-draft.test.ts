import { describe, expect, it } from '@jest/globals';
import { lineDraft } from './lines.ts';
import { countsOf, emptyMeeting, type MeetingDraft, meetingContent } from './meeting-draft.ts';

const empty = emptyMeeting({ today: '2026-10-23', meetingOn: '2026-10-22' });
const held: MeetingDraft = {
  ...empty,
  attendance: { 'member-1': 'present', 'member-2': 'present', 'member-3': 'on-leave', 'member-4': 'absent', 'member-5': undefined },
  votes: { inFavour: '2', against: '０', abstained: '0' },
  carried: true,
};

describe('the meeting while it is entered', () => {
  it('begins on its day, or today where its day is still to come', () => {
    expect(empty.heldOn).toBe('2026-10-22');
    expect(emptyMeeting({ today: '2026-10-21', meetingOn: '2026-10-22' }).heldOn).toBe('2026-10-21');
    expect(emptyMeeting({ today: '2026-10-21', meetingOn: undefined }).heldOn).toBe('2026-10-21');
  });

  it('counts who is present, who of them votes, and the votes cast', () => {
    const rows = [
      { memberId: 'member-1', votes: true },
      { memberId: 'member-2', votes: false },
      { memberId: 'member-3', votes: true },
    ];
    expect(countsOf(held, rows)).toEqual({ present: 2, votersPresent: 1, inFavour: 2, cast: 2 });
  });
});

describe('the meeting as it is sent', () => {
  it('says who came, who was on leave, and what was voted', () => {
    expect(meetingContent(held, '2026-09')).toEqual({
      kind: 'record-meeting',
      heldOn: '2026-10-22',
      present: ['member-1', 'member-2'],
      onLeave: ['member-3'],
      inFavour: 2,
      against: 0,
      abstained: 0,
      separate: [],
      changes: [],
      carried: true,
    });
  });

  it('names the month of lines and votes that are not of the closing one', () => {
    const changed = { ...lineDraft({ deductions: [], task: 100, rewards: [] }), reason: '缺席' };
    const votes = { inFavour: '1', against: '1', abstained: '0' };
    const joint: MeetingDraft = {
      ...held,
      separate: [
        { period: '2027-01', memberId: 'member-1', ...votes },
        { period: '2027-03', memberId: 'member-2', ...votes },
      ],
      changes: { '2027-01': { 'member-1': changed }, '2027-02': undefined, '2027-03': { 'member-2': changed } },
      minutes: ' 一次评定三个月。 ',
      secondedBy: 'member-3',
    };
    const cast = { inFavour: 1, against: 1, abstained: 0 };
    const value = { deductions: [], task: 100, rewards: [], reason: '缺席' };
    expect(meetingContent(joint, '2027-03')).toMatchObject({
      separate: [
        { memberId: 'member-1', ...cast, period: '2027-01' },
        { memberId: 'member-2', ...cast },
      ],
      changes: [
        { memberId: 'member-1', ...value, period: '2027-01' },
        { memberId: 'member-2', ...value },
      ],
      minutes: '一次评定三个月。',
      secondedBy: 'member-3',
    });
  });
});
