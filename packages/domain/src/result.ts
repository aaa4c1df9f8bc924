/** A rule's answer: a value, or the reason why not. Only programmers' mistakes throw. */
export type Result<T, R> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

/** A rule that is met answers with its value. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A rule that is not met answers with its reason, never with silence. */
export function refuse<R>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal };
}

/** Closes a switch: a case that nobody has decided does not compile. */
export function assertNever(value: never): never {
  throw new Error(`undecided case: ${JSON.stringify(value)}`);
}
