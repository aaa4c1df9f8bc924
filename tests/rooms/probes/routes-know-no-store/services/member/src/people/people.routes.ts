export { target } from './person.store.mongo.ts';
