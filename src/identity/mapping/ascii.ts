/**
 * Latin letters that are not letters of ASCII with marks, as they are written in ASCII. Marks are taken off: `é` is `e`, and `ä` is
 * `a`. Letters of neither kind stay.
 */
export const asciiLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  ẞ: "SS",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "TH",
  ħ: "h",
  Ħ: "H",
  ŧ: "t",
  Ŧ: "T",
  ŋ: "n",
  Ŋ: "N",
  ı: "i",
  ĸ: "k",
  ſ: "s",
  ə: "e",
  Ə: "E",
};

const marked = /(\p{Script=Latin})\p{Script=Inherited}+/gu;
const undecomposed = new RegExp(`[${Object.keys(asciiLetters).join("")}]`, "gu");

/** A text with its Latin letters written in ASCII. Other scripts stay as they are, since their marks are no ornament. */
export function foldToAscii(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(marked, "$1")
    .replaceAll(undecomposed, (letter) => asciiLetters[letter] ?? letter)
    .normalize("NFC");
}
