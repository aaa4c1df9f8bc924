export { target } from './person.store.fake.ts';
