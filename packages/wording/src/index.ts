export * from './format.ts';
export type { Facts } from './zh-cn/facts.ts';
export * from './zh-cn/items.ts';
export * from './zh-cn/names.ts';
export * from './zh-cn/notices.ts';
export { refusalCodes, refusalSentence } from './zh-cn/refusals.ts';
export * from './zh-cn/todos.ts';
export * from './zh-cn/traces.ts';
export { words } from './zh-cn/words.ts';
