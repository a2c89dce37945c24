/**
 * Unicode NFC and full default case folding (Unicode Standard section 3.13, CaseFolding.txt status C and F, not the Turkic T), so
 * that two strings are the same without regard to case exactly where their foldings are equal. Accents are kept: they are not case.
 * Folding is idempotent.
 */
export function foldString(value: string): string {
  if (isAscii(value)) return value.toLowerCase();
  return value.normalize("NFC").replace(cased, fold).normalize("NFC");
}

/** Whether a string holds ASCII characters only. */
export function isAscii(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    if (value.charCodeAt(i) > 0x7f) return false;
  }
  return true;
}

const cased = /[A-Z]|[^\0-\x7f]/gu;
const dotlessI = "\u0131";
const cherokee = /[\u13a0-\u13fd\uab70-\uabbf]/;

/**
 * Folds one character. Going to lower, upper and lower case again lands on the case folding of every character but two kinds:
 * the dotless i, which only Turkic folding changes, and Cherokee, whose folding is its capitals.
 */
function fold(character: string): string {
  if (character === dotlessI) return character;
  if (cherokee.test(character)) return character.toUpperCase();
  return character.toLowerCase().toUpperCase().toLowerCase();
}
