/** What a command answers: lines for the two outputs and how it ends: 0 fine, 1 findings or conflicts, 2 unusable input. */
export type Answer = { readonly exitCode: 0 | 1 | 2; readonly output: readonly string[]; readonly errors: readonly string[] };

export const refused = (errors: readonly string[]): Answer => ({ exitCode: 2, output: [], errors });
