import { holdsText, inType, type EdgePack } from "./edge-pack.ts";
import { naughtyStrings } from "./naughty-strings.ts";
import { edgePackInfo } from "./pack-info.ts";

// Written with escapes where a reader, an editor or a transport could take one character for another.
const texts = [
  // The same word in the normal forms NFC and NFD, and a ligature that only NFKC takes apart.
  "caf\u00e9",
  "cafe\u0301",
  "\u1e9b\u0323",
  "\ufb01nal",
  "\uac00 \u1100\u1161",
  "\u212b \u00c5 A\u030a",
  // Combining marks without end and without a base.
  "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324a\u0300\u0301\u0302\u0303\u0304lgo",
  "\u0301\u0300",
  // Right to left, both ways in one text, and the controls that turn it.
  "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd",
  "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645",
  "abc \u05d0\u05d1\u05d2 123 \u062f\u0647\u0648",
  "\u202eevil.exe\u202c",
  "\u2066left\u2069\u2067right\u2069",
  "\u0635\u0644\u0649 \u0627\u0644\u0644\u0647 \ufdfa",
  // Emoji: beyond the basic plane, with a skin tone, a flag, a family of joined ones, a keycap, a tag sequence.
  "\u{1f600}",
  "\u{1f44d}\u{1f3fd}",
  "\u{1f1e9}\u{1f1ea}\u{1f1ef}\u{1f1f5}",
  "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}",
  "1\ufe0f\u20e3",
  "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
  "\u2764\ufe0f vs \u2764\ufe0e",
  // Letters that change length or shape with case.
  "Stra\u00dfe STRASSE \u1e9e",
  "\u0130stanbul \u0131\u0130iI",
  "\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2 \u03a3\u0391\u03a3",
  "\u01c4\u01c5\u01c6",
  // Invisible ones.
  "zero\u200bwidth\u200cjoin\u200der",
  "\ufeffbyte order mark",
  "soft\u00adhyphen",
  "no\u00a0break\u202fspace",
  "\u2028line\u2029paragraph",
  "word\u2060joiner",
  "\u3164",
  // Scripts and planes.
  "\u4f60\u597d\u4e16\u754c",
  "\u{20bb7}\u91ce\u5bb6",
  "\u3053\u3093\u306b\u3061\u306f \u30ab\u30bf\u30ab\u30ca \uff76\uff80\uff76\uff85",
  "\uc548\ub155\ud558\uc138\uc694",
  "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35\u0e0a\u0e32\u0e27\u0e42\u0e25\u0e01",
  "\u0928\u092e\u0938\u094d\u0924\u0947 \u0915\u094d\u0937\u093f",
  "\u0e01\u0e33 \u0eb3",
  "\u{1d54f}\u{1d4ee}\u{10348}",
  "\uff26\uff55\uff4c\uff4c\uff57\uff49\uff44\uff54\uff48",
  "p\u0430yp\u0430l",
  // The last of each length in UTF-8, and code points that no character has.
  "\u007f\u0080\u07ff\u0800\uffff\u{10000}\u{10ffff}",
  "\ufdd0\ufffe\u{1fffe}",
  "\ufffd",
  "\u0001\u0007\u001b[31m\u0085",
];

const nul = "before\0after";

/** Text that is more than letters: normal forms, combining marks, right to left, emoji, the invisible. */
export const unicode: EdgePack = {
  ...edgePackInfo.unicode,
  usual: (type) => holdsText(type) || type.kind === "json",
  texts: ({ type, engine }) => {
    if (!holdsText(type) && type.kind !== "json") return [];
    return inType(engine === "postgresql" ? texts : [...texts, nul], type);
  },
};

/** The Big List of Naughty Strings. */
export const naughty: EdgePack = {
  ...edgePackInfo.naughty,
  usual: (type) => holdsText(type) || type.kind === "json",
  texts: ({ type }) => (holdsText(type) || type.kind === "json" ? inType(naughtyStrings, type) : []),
};
