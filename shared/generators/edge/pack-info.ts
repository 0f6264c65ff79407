/** What a person chooses a pack by; apart from the packs themselves, so that a form need not carry their values. */
export const edgePackInfo = {
  boundaries: {
    id: "boundaries",
    label: "Boundaries",
    help: "The smallest and largest value of the column's type and length, their neighbours, zero, empty.",
  },
  unicode: {
    id: "unicode",
    label: "Unicode",
    help: "Combining marks, right to left, emoji sequences, invisible characters, both normal forms, NUL where it is legal.",
  },
  naughty: {
    id: "naughty",
    label: "Naughty strings",
    help: "The Big List of Naughty Strings: 458 texts that are known to upset software.",
  },
  injection: {
    id: "injection",
    label: "Injection",
    help: "Payloads for SQL, HTML, paths, spreadsheets, templates, shells and logs; plain text where software is careful.",
  },
  time: {
    id: "time",
    label: "Time traps",
    help: "Leap days, month ends, hours that a change of the clocks leaves out, 1970, 2038 and year 9999.",
  },
  numbers: {
    id: "numbers",
    label: "Number traps",
    help: "Neighbours of overflow at 8 to 64 bits, halves that round differently, and in text what is nearly a number.",
  },
  cards: {
    id: "cards",
    label: "Test cards",
    help: "The card numbers that networks publish for tests: 13 to 19 digits, plain and in groups.",
  },
  emails: {
    id: "emails",
    label: "E-mail addresses",
    help: "Long, quoted, tagged and international addresses that are valid; all on reserved domains.",
  },
} as const;
