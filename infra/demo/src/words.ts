type Reading = readonly [character: string, pinyin: string];

export const surnames: readonly [Reading, ...Reading[]] = [
  ['安', 'an'],
  ['白', 'bai'],
  ['柏', 'bai'],
  ['卞', 'bian'],
  ['岑', 'cen'],
  ['褚', 'chu'],
  ['杜', 'du'],
  ['樊', 'fan'],
  ['甘', 'gan'],
  ['葛', 'ge'],
  ['管', 'guan'],
  ['郝', 'hao'],
  ['纪', 'ji'],
  ['简', 'jian'],
  ['柯', 'ke'],
  ['蓝', 'lan'],
  ['凌', 'ling'],
  ['娄', 'lou'],
  ['麦', 'mai'],
  ['苗', 'miao'],
  ['倪', 'ni'],
  ['欧', 'ou'],
  ['裴', 'pei'],
  ['齐', 'qi'],
  ['阮', 'ruan'],
  ['施', 'shi'],
  ['童', 'tong'],
  ['危', 'wei'],
  ['奚', 'xi'],
  ['殷', 'yin'],
  ['臧', 'zang'],
  ['竺', 'zhu'],
];

export const givenNames: readonly [Reading, ...Reading[]] = [
  ['伯', 'bo'],
  ['畅', 'chang'],
  ['澄', 'cheng'],
  ['笃', 'du'],
  ['芳', 'fang'],
  ['耕', 'geng'],
  ['禾', 'he'],
  ['寄', 'ji'],
  ['岚', 'lan'],
  ['牧', 'mu'],
  ['宁', 'ning'],
  ['浦', 'pu'],
  ['桥', 'qiao'],
  ['润', 'run'],
  ['穗', 'sui'],
  ['棠', 'tang'],
  ['望', 'wang'],
  ['溪', 'xi'],
  ['砚', 'yan'],
  ['舟', 'zhou'],
];

/** What members pledge, by kind. */
export const pledgeTexts = {
  common: ['按时参加组织生活，按月足额交纳党费', '按时参加主题党日，完成当月学习内容'],
  post: ['负责政策宣传岗，每月向群众宣讲一次', '负责环境卫生监督岗，每周巡查一次', '负责邻里调解岗，及时调解纠纷'],
  practical: ['结对照看一户独居老人', '为群众代办一件实事', '参加一次公益劳动'],
  'self-discipline': ['遵守村规民约，带头移风易俗', '不参与封建迷信和赌博，带动家人守法'],
  'year-target': ['完成年度分管工作任务', '完成年度服务群众事项清单'],
  'superior-task': ['完成上级党组织交办的专项任务', '完成季度走访任务'],
  'unit-work': ['做好本岗位业务工作', '按时办结本岗位事项'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export const reasonsPartlyDone = [
  '因事外出，少参加一次，已补学',
  '对方临时有事，只完成一半，下月补上',
  '因天气原因推迟，已安排时间',
] as const;

export const meetingPlace = '党员活动室公开栏';
