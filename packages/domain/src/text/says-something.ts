/** What leaves no mark on paper: blanks, control and format characters, fillers (U+3164 and others), marks without a letter, U+2800. */
const invisible = /[\p{White_Space}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Regulation 2-2 steps 3–8: whether a text says anything; a reason that nobody can see is none. */
export const saysSomething = (text: string | undefined): boolean => text !== undefined && text.replace(invisible, '') !== '';
