import type { BranchPlan, County } from './county.ts';

/** The step at which a branch waits in its second month when the demo begins. */
export type StandsBefore = 'application' | 'registration' | 'review' | 'meeting' | 'posting' | 'publicity' | 'filing' | 'receipt';

export type DemoBranch = BranchPlan & {
  standsBefore: StandsBefore;
  /** Its first month in the system; everything before it was settled on paper. */
  runsFrom: '2026-08' | '2026-09';
};

const village = { sector: 'village-community', withoutPost: 100, bornFrom: 1952, runsFrom: '2026-08' } as const;
const office = { sector: 'public-institution', withoutPost: 0, onPaper: 0, bornFrom: 1966, groups: 0, runsFrom: '2026-08' } as const;
const firm = { sector: 'new-organisation', withoutPost: 0, onPaper: 0, bornFrom: 1974, groups: 0, runsFrom: '2026-08' } as const;

/** Eight branches of an invented county; the small one has no committee. */
export const branches: readonly DemoBranch[] = [
  {
    ...village,
    id: 'lanping',
    committee: 'tongyu',
    name: '岚坪村党支部',
    partyDay: 19,
    size: 9,
    committeeSize: 3,
    groups: 0,
    onPaper: 22,
    standsBefore: 'review',
  },
  {
    ...village,
    id: 'liwu',
    committee: 'tongyu',
    name: '栗坞村党支部',
    partyDay: 20,
    size: 24,
    committeeSize: 3,
    groups: 3,
    onPaper: 62,
    bornFrom: 1938,
    standsBefore: 'registration',
  },
  {
    ...village,
    id: 'chengnan',
    committee: 'tongyu',
    name: '澄南社区党支部',
    partyDay: 22,
    size: 30,
    committeeSize: 5,
    groups: 3,
    onPaper: 30,
    standsBefore: 'application',
  },
  {
    ...office,
    id: 'tongyujiguan',
    committee: 'tongyu',
    name: '桐屿镇机关党支部',
    partyDay: 15,
    size: 18,
    committeeSize: 3,
    standsBefore: 'meeting',
  },
  {
    ...firm,
    id: 'qingyun',
    committee: 'tongyu',
    name: '青筠果蔬合作社党支部',
    partyDay: 8,
    size: 6,
    committeeSize: 0,
    standsBefore: 'receipt',
  },
  {
    ...office,
    id: 'danganshuju',
    committee: 'xianzhi',
    name: '县档案和数据中心党支部',
    partyDay: 15,
    size: 12,
    committeeSize: 3,
    standsBefore: 'posting',
  },
  {
    ...firm,
    id: 'xincai',
    committee: 'xianzhi',
    name: '澄禾新材料企业联合党支部',
    partyDay: 8,
    size: 11,
    committeeSize: 3,
    standsBefore: 'filing',
  },
  {
    ...office,
    id: 'shanwan',
    committee: 'xianzhi',
    name: '杉湾小学党支部',
    partyDay: 12,
    size: 15,
    committeeSize: 3,
    standsBefore: 'publicity',
  },
];

/** An invented county with two supervising committees. */
export const demoCounty: County = {
  id: 'chenghe',
  name: '澄禾县委组织部',
  committees: [
    { id: 'tongyu', name: '桐屿镇党委', hasClerk: true },
    { id: 'xianzhi', name: '澄禾县直属机关工委', hasClerk: false },
  ],
  branches,
};
