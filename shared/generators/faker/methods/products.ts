import type { ParameterProblem } from "../../generator.ts";
import { textLimit } from "../../text/text-kernel.ts";
import { method, ordered, pick, real, whole, words, type FakerMethod } from "./faker-method.ts";

/** Methods about things that are sold, owned or eaten. */
export const products: readonly FakerMethod[] = [
  method(
    "commerce.productName",
    "Product name",
    "Names of products.",
    "products",
    "package",
    "item article goods title",
    (f) => f.commerce.productName(),
  ),
  method(
    "commerce.product",
    "Product",
    "Kinds of products, such as chair and shirt.",
    "products",
    "package",
    "item kind type",
    (f) => f.commerce.product(),
  ),
  method(
    "commerce.productDescription",
    "Product description",
    "A sentence about a product.",
    "products",
    "file-description",
    "details text",
    (f) => f.commerce.productDescription(),
  ),
  method(
    "commerce.productMaterial",
    "Material",
    "What products are made of.",
    "products",
    "texture",
    "fabric substance",
    (f) => f.commerce.productMaterial(),
  ),
  method(
    "commerce.productAdjective",
    "Product quality",
    "Adjectives for products.",
    "products",
    "sparkles",
    "adjective quality",
    (f) => f.commerce.productAdjective(),
  ),
  method(
    "commerce.isbn",
    "ISBN",
    "Book numbers with a right check digit.",
    "products",
    "book",
    "book barcode ean",
    (f, p) => f.commerce.isbn({ variant: p.digits === "13" ? 13 : 10, separator: p.separator }),
    {
      single: true,
      least: 10,
      params: {
        digits: pick("Digits", ["13", "10"], "The present form has 13, the old one 10."),
        separator: words("Separator", "-", "Between the groups."),
      },
      problems: (p, type) => isbnProblems(p, textLimit(type)),
    },
  ),
  method(
    "commerce.upc",
    "UPC",
    "Product barcodes with a right check digit.",
    "products",
    "barcode",
    "barcode ean gtin",
    (f, p) => f.commerce.upc(/^\d{1,11}$/.test(p.prefix) ? { prefix: p.prefix } : {}),
    { single: true, least: 12, params: { prefix: words("Prefix", "", "Digits that they begin with, at most 11.") } },
  ),
  method(
    "commerce.price",
    "Price by faker",
    "Prices of products; most end in 9.",
    "products",
    "tag",
    "cost amount money",
    (f, p) => Number(f.commerce.price({ ...ordered(p), dec: p.dec })),
    {
      kind: "number",
      scale: (p) => p.dec,
      params: {
        min: real("Minimum", 1, 0, 1e9, "The lowest price."),
        max: real("Maximum", 1000, 0, 1e9, "The highest price."),
        dec: whole("Digits behind the point", 2, 0, 6),
      },
    },
  ),
  method("book.title", "Book title", "Titles of books.", "products", "book", "novel name", (f) => f.book.title()),
  method("book.author", "Book author", "Authors of books.", "products", "book", "writer", (f) => f.book.author()),
  method("book.genre", "Book genre", "Genres of books.", "products", "books", "category", (f) => f.book.genre()),
  method("book.format", "Book format", "Hardcover, paperback and others.", "products", "book", "binding", (f) =>
    f.book.format(),
  ),
  method("book.series", "Book series", "Series of books.", "products", "books", "title collection", (f) =>
    f.book.series(),
  ),
  method("book.publisher", "Publisher", "Publishers of books.", "products", "books", "press", (f) =>
    f.book.publisher(),
  ),
  method("music.songName", "Song", "Titles of songs.", "products", "music", "track title", (f) => f.music.songName()),
  method("music.artist", "Artist", "Musicians and bands.", "products", "microphone", "band singer musician", (f) =>
    f.music.artist(),
  ),
  method("music.album", "Album", "Titles of albums.", "products", "disc", "record title", (f) => f.music.album()),
  method("music.genre", "Music genre", "Genres of music.", "products", "music", "category style", (f) =>
    f.music.genre(),
  ),
];

/** What cutting would do to a book number: its check digit is its last. */
function isbnProblems(
  { digits, separator }: { readonly digits: "10" | "13"; readonly separator: string },
  room: number,
): readonly ParameterProblem[] {
  const count = Number(digits);
  // 978-0-306-40615-7 has four separators, 0-306-40615-2 three.
  const length = count + (count === 13 ? 4 : 3) * separator.length;
  if (length <= room) return [];
  const fix =
    count <= room
      ? { label: "Write them without separators", params: { separator: "" } }
      : { label: "Take the old form of 10 digits", params: { digits: "10", separator: "" } };
  return [
    {
      severity: "error",
      message: `The book numbers have ${length} characters, and the column holds ${room}.`,
      fix,
    },
  ];
}
