import { config } from 'zod';

/** The page's own policy forbids code made from text; asked for before the first schema is built, the library does not try. */
config({ jitless: true });
