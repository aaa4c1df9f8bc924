/** A command's answer: lines for the two outputs, and the exit code: 0 success, 1 findings or conflicts, 2 unusable input. */
export type Answer = { readonly exitCode: 0 | 1 | 2; readonly output: readonly string[]; readonly errors: readonly string[] };

export const refused = (errors: readonly string[]): Answer => ({ exitCode: 2, output: [], errors });
