/** Member's side: who a recipient is, asked at, or shortly before, the moment of sending; written nowhere. */
export type Contact = { personId: string; name: string; email?: string | undefined; telephone?: string | undefined };
export type People = { contacts(personIds: readonly string[]): Promise<Contact[]> };
