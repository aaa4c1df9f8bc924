import { formatDate } from '../../format.ts';

export const peopleWords = {
  title: '党员变动',
  open: '党员变动',
  hint: '由乡镇办事员或者上级党组织按文件记录。记录以后不能收回；记错的，请报上级处理。',
  columns: { number: '序号', name: '姓名', standing: '党籍', change: '变动' },
  left: (because: string, on: string) => `${because}，${formatDate(on)}`,
  record: '记录变动',
  recordFor: (name: string) => `记录${name}同志的变动`,
  leavingHint: '去世、开除党籍、转出组织关系的，不再参加没有评定的月份；党员大会已经评定的，照原样公示、备案。',
  standing: '变动',
  standingMissing: '请选变动',
  on: '日期',
  onMissing: '请选日期',
  document: '文号或者依据',
  documentHint: '例如：莲湖镇党委〔2026〕12号',
  documentMissing: '请写明文号或者依据',
  recorded: (name: string) => `${name}同志的变动已经记录`,
  leftTitle: '本月离开的同志',
  leftOne: (name: string, because: string, on: string) => `${name}（${because}，${formatDate(on)}）`,
};
