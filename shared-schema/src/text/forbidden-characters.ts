/**
 * Characters that can disguise a text or drive a terminal: C0 and C1 controls, line and paragraph separators,
 * bidirectional controls, everything that takes no room of its own (zero-width, fillers, variation selectors,
 * tags), interlinear annotations, lone surrogates and noncharacters.
 */
const FORBIDDEN_CLASS =
  '[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Bidi_Control}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\u{FFF9}-\\u{FFFB}]';

/** A fresh expression that matches one forbidden character. */
export function forbiddenCharacter(flags = ''): RegExp {
  return new RegExp(FORBIDDEN_CLASS, `u${flags}`);
}
