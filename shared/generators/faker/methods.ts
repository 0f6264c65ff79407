import type { Faker } from "@faker-js/faker";
import type { GeneratorCategory } from "../generator.ts";

/** One of faker's methods as a generator: data only, adapter.ts does the rest. Ids are faker's own paths. */
export interface FakerMethod {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly category: GeneratorCategory;
  readonly icon: string;
  readonly keywords: readonly string[];
  draw(faker: Faker): string;
  /**
   * Values of a closed list that must stay as they are (codes): how many there are at least. A unique column takes each at
   * most once, and never gets a suffix.
   */
  readonly codes?: number;
  /** Values that should hardly ever repeat (account numbers): drawn for each row, not from a pool. */
  readonly single?: boolean;
  /** The shortest column that is of any use. */
  readonly least?: number;
}

const method = (
  id: string,
  label: string,
  help: string,
  category: GeneratorCategory,
  icon: string,
  keywords: string,
  draw: (faker: Faker) => string,
  more: Pick<FakerMethod, "codes" | "single" | "least"> = {},
): FakerMethod => ({ id, label, help, category, icon, keywords: keywords.split(" "), draw, ...more });

const people: readonly FakerMethod[] = [
  method("person.middleName", "Middle name", "Middle names.", "people", "user", "second given", (f) =>
    f.person.middleName(),
  ),
  method(
    "person.prefix",
    "Title",
    "Forms of address, such as Mr. and Dr.",
    "people",
    "user",
    "prefix salutation honorific mr mrs",
    (f) => f.person.prefix(),
  ),
  method(
    "person.suffix",
    "Name suffix",
    "What follows a name, such as Jr. and PhD.",
    "people",
    "user",
    "degree generation",
    (f) => f.person.suffix(),
  ),
  method("person.gender", "Gender", "Genders in words.", "people", "gender-bigender", "identity", (f) =>
    f.person.gender(),
  ),
  method(
    "person.jobTitle",
    "Job title",
    "Job titles.",
    "people",
    "briefcase",
    "profession occupation position role work",
    (f) => f.person.jobTitle(),
  ),
  method("person.jobArea", "Job area", "Fields of work.", "people", "briefcase", "department field division", (f) =>
    f.person.jobArea(),
  ),
  method(
    "person.jobType",
    "Job type",
    "Kinds of jobs, such as engineer and manager.",
    "people",
    "briefcase",
    "role level",
    (f) => f.person.jobType(),
  ),
  method(
    "person.bio",
    "Short biography",
    "A line about a person.",
    "people",
    "id-badge",
    "about profile description",
    (f) => f.person.bio(),
  ),
  method("person.zodiacSign", "Zodiac sign", "Signs of the zodiac.", "people", "zodiac-leo", "astrology star", (f) =>
    f.person.zodiacSign(),
  ),
];

const places: readonly FakerMethod[] = [
  method("location.city", "City", "Names of cities.", "places", "building-community", "town place municipality", (f) =>
    f.location.city(),
  ),
  method("location.street", "Street", "Names of streets.", "places", "road", "road avenue", (f) => f.location.street()),
  method(
    "location.streetAddress",
    "Street address",
    "A street with a house number.",
    "places",
    "home",
    "address line1 house road",
    (f) => f.location.streetAddress(),
  ),
  method(
    "location.secondaryAddress",
    "Address line 2",
    "Apartments, suites and floors.",
    "places",
    "home",
    "address line2 apartment suite unit",
    (f) => f.location.secondaryAddress(),
  ),
  method("location.buildingNumber", "House number", "House numbers.", "places", "home", "building street number", (f) =>
    f.location.buildingNumber(),
  ),
  method(
    "location.state",
    "State",
    "States, provinces and regions.",
    "places",
    "map",
    "province region district county",
    (f) => f.location.state(),
  ),
  method("location.county", "County", "Counties and districts.", "places", "map", "district region", (f) =>
    f.location.county(),
  ),
  method(
    "location.country",
    "Country",
    "Names of countries, in the row's language.",
    "places",
    "flag",
    "nation land",
    (f) => f.location.country(),
  ),
  method(
    "location.countryCode",
    "Country code",
    "ISO 3166 codes of two letters.",
    "places",
    "flag",
    "iso alpha2 nation",
    (f) => f.location.countryCode(),
    { codes: 240, least: 2 },
  ),
  method(
    "location.countryCode3",
    "Country code, 3 letters",
    "ISO 3166 codes of three letters.",
    "places",
    "flag",
    "iso alpha3 nation",
    (f) => f.location.countryCode("alpha-3"),
    { codes: 240, least: 3 },
  ),
  method("location.continent", "Continent", "Continents.", "places", "world", "world region", (f) =>
    f.location.continent(),
  ),
  method(
    "location.timeZone",
    "Time zone",
    "Names of time zones, such as Europe/Stockholm.",
    "places",
    "clock-pin",
    "timezone tz utc offset",
    (f) => f.location.timeZone(),
    { codes: 300, least: 12 },
  ),
  method(
    "location.language",
    "Language",
    "Names of languages.",
    "places",
    "language",
    "speech tongue locale",
    (f) => f.location.language().name,
  ),
  method(
    "location.languageCode",
    "Language code",
    "ISO 639 codes of two letters.",
    "places",
    "language",
    "iso locale lang",
    (f) => f.location.language().alpha2,
    { codes: 80, least: 2 },
  ),
  method("location.direction", "Direction", "Points of the compass.", "places", "compass", "north south bearing", (f) =>
    f.location.direction(),
  ),
];

const business: readonly FakerMethod[] = [
  method(
    "company.name",
    "Company",
    "Names of companies.",
    "business",
    "building",
    "organisation organization business firm employer supplier vendor brand",
    (f) => f.company.name(),
  ),
  method(
    "company.catchPhrase",
    "Catch phrase",
    "Advertising slogans.",
    "business",
    "speakerphone",
    "slogan motto tagline",
    (f) => f.company.catchPhrase(),
  ),
  method(
    "company.buzzPhrase",
    "Business phrase",
    "What companies say they do.",
    "business",
    "presentation",
    "buzzword mission strategy",
    (f) => f.company.buzzPhrase(),
  ),
  method(
    "commerce.department",
    "Department",
    "Departments of a shop.",
    "business",
    "building-store",
    "category section division",
    (f) => f.commerce.department(),
  ),
];

const products: readonly FakerMethod[] = [
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
    (f) => f.commerce.isbn(),
    { single: true, least: 13 },
  ),
  method(
    "commerce.upc",
    "UPC",
    "Product barcodes with a right check digit.",
    "products",
    "barcode",
    "barcode ean gtin",
    (f) => f.commerce.upc(),
    { single: true, least: 12 },
  ),
  method("color.human", "Color", "Names of colors.", "products", "palette", "colour name paint", (f) =>
    f.color.human(),
  ),
  method(
    "color.rgb",
    "Color code",
    "Colors in hexadecimal, such as #8be4ab.",
    "products",
    "color-swatch",
    "colour hex rgb css",
    (f) => f.color.rgb(),
    { least: 7 },
  ),
  method("vehicle.vehicle", "Vehicle", "Makes and models of vehicles.", "products", "car", "car automobile", (f) =>
    f.vehicle.vehicle(),
  ),
  method(
    "vehicle.manufacturer",
    "Vehicle make",
    "Makers of vehicles.",
    "products",
    "car",
    "car brand manufacturer",
    (f) => f.vehicle.manufacturer(),
  ),
  method("vehicle.model", "Vehicle model", "Models of vehicles.", "products", "car", "car model", (f) =>
    f.vehicle.model(),
  ),
  method("vehicle.type", "Vehicle type", "Body types of vehicles.", "products", "car", "car body suv", (f) =>
    f.vehicle.type(),
  ),
  method("vehicle.fuel", "Fuel", "Kinds of fuel.", "products", "gas-station", "petrol diesel electric", (f) =>
    f.vehicle.fuel(),
  ),
  method(
    "vehicle.vin",
    "VIN",
    "Vehicle identification numbers.",
    "products",
    "car",
    "chassis identification",
    (f) => f.vehicle.vin(),
    { single: true, least: 17 },
  ),
  method(
    "vehicle.vrm",
    "Number plate",
    "Vehicle registration marks.",
    "products",
    "license",
    "license plate registration",
    (f) => f.vehicle.vrm(),
    { single: true, least: 7 },
  ),
  method("book.title", "Book title", "Titles of books.", "products", "book", "novel name", (f) => f.book.title()),
  method("book.author", "Book author", "Authors of books.", "products", "book", "writer", (f) => f.book.author()),
  method("book.genre", "Book genre", "Genres of books.", "products", "books", "category", (f) => f.book.genre()),
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
  method("food.dish", "Dish", "Names of dishes.", "products", "tools-kitchen-2", "meal recipe menu", (f) =>
    f.food.dish(),
  ),
  method("food.ingredient", "Ingredient", "Ingredients.", "products", "carrot", "recipe grocery", (f) =>
    f.food.ingredient(),
  ),
  method("animal.type", "Animal", "Kinds of animals.", "products", "paw", "pet species", (f) => f.animal.type()),
];

const money: readonly FakerMethod[] = [
  method(
    "finance.accountNumber",
    "Account number",
    "Bank account numbers of eight digits.",
    "money",
    "building-bank",
    "bank account",
    (f) => f.finance.accountNumber(),
    { single: true, least: 8 },
  ),
  method(
    "finance.accountName",
    "Account name",
    "Names of bank accounts.",
    "money",
    "building-bank",
    "bank account savings",
    (f) => f.finance.accountName(),
  ),
  method(
    "finance.iban",
    "IBAN",
    "International bank account numbers with right check digits.",
    "money",
    "building-bank",
    "bank account sepa",
    (f) => f.finance.iban(),
    { single: true, least: 34 },
  ),
  method(
    "finance.bic",
    "BIC",
    "Codes of banks (SWIFT).",
    "money",
    "building-bank",
    "swift bank code",
    (f) => f.finance.bic(),
    { single: true, least: 11 },
  ),
  method(
    "finance.creditCardNumber",
    "Card number",
    "Card numbers with a right check digit.",
    "money",
    "credit-card",
    "visa mastercard payment pan credit",
    (f) => f.finance.creditCardNumber(),
    { single: true, least: 24 },
  ),
  method(
    "finance.creditCardIssuer",
    "Card issuer",
    "Issuers of cards.",
    "money",
    "credit-card",
    "visa mastercard brand",
    (f) => f.finance.creditCardIssuer(),
  ),
  method(
    "finance.creditCardCVV",
    "Card security code",
    "Three digits.",
    "money",
    "credit-card",
    "cvv cvc security",
    (f) => f.finance.creditCardCVV(),
    { least: 3 },
  ),
  method("finance.pin", "PIN", "Four digits.", "money", "lock", "code secret number", (f) => f.finance.pin(), {
    least: 4,
  }),
  method(
    "finance.currencyCode",
    "Currency code",
    "ISO 4217 codes of three letters.",
    "money",
    "coin",
    "iso eur usd",
    (f) => f.finance.currencyCode(),
    { codes: 100, least: 3 },
  ),
  method("finance.currencyName", "Currency", "Names of currencies.", "money", "coin", "money name", (f) =>
    f.finance.currencyName(),
  ),
  method(
    "finance.currencySymbol",
    "Currency symbol",
    "Signs of currencies.",
    "money",
    "coin-euro",
    "sign",
    (f) => f.finance.currencySymbol(),
    { least: 4 },
  ),
  method(
    "finance.transactionType",
    "Transaction type",
    "Kinds of payments.",
    "money",
    "transfer",
    "payment kind",
    (f) => f.finance.transactionType(),
  ),
  method(
    "finance.transactionDescription",
    "Transaction description",
    "A sentence about a payment.",
    "money",
    "receipt",
    "payment memo statement",
    (f) => f.finance.transactionDescription(),
  ),
  method(
    "finance.bitcoinAddress",
    "Bitcoin address",
    "Addresses of wallets.",
    "money",
    "currency-bitcoin",
    "crypto wallet",
    (f) => f.finance.bitcoinAddress(),
    { single: true, least: 62 },
  ),
];

const internet: readonly FakerMethod[] = [
  method("internet.url", "URL", "Web addresses.", "internet", "link", "website homepage link address", (f) =>
    f.internet.url(),
  ),
  method("internet.domainName", "Domain", "Domain names.", "internet", "world-www", "host site", (f) =>
    f.internet.domainName(),
  ),
  method(
    "internet.domainWord",
    "Domain word",
    "Domain names without what follows the dot.",
    "internet",
    "world-www",
    "host subdomain",
    (f) => f.internet.domainWord(),
  ),
  method(
    "internet.userAgent",
    "User agent",
    "What browsers call themselves.",
    "internet",
    "browser",
    "browser client",
    (f) => f.internet.userAgent(),
  ),
  method(
    "internet.password",
    "Password",
    "Passwords in plain text.",
    "internet",
    "password",
    "secret login",
    (f) => f.internet.password(),
    { single: true, least: 8 },
  ),
  method("internet.emoji", "Emoji", "Emoji.", "internet", "mood-smile", "smiley reaction icon", (f) =>
    f.internet.emoji(),
  ),
  method("internet.httpMethod", "HTTP method", "GET, POST and others.", "internet", "api", "verb request", (f) =>
    f.internet.httpMethod(),
  ),
  method("internet.protocol", "Protocol", "http and https.", "internet", "api", "scheme", (f) => f.internet.protocol()),
  method(
    "image.url",
    "Image URL",
    "Addresses of placeholder images.",
    "internet",
    "photo",
    "picture photo avatar thumbnail",
    (f) => f.image.url(),
  ),
  method("system.fileName", "File name", "Names of files.", "internet", "file", "attachment document", (f) =>
    f.system.fileName(),
  ),
  method("system.filePath", "File path", "Paths of files.", "internet", "folder", "directory path", (f) =>
    f.system.filePath(),
  ),
  method("system.fileExt", "File extension", "File name extensions.", "internet", "file", "suffix type", (f) =>
    f.system.fileExt(),
  ),
  method("system.mimeType", "MIME type", "Content types.", "internet", "file-type-xml", "content media type", (f) =>
    f.system.mimeType(),
  ),
  method("system.semver", "Version number", "Versions such as 4.12.3.", "internet", "versions", "release semver", (f) =>
    f.system.semver(),
  ),
  method("git.branch", "Git branch", "Names of branches.", "internet", "git-branch", "version control", (f) =>
    f.git.branch(),
  ),
  method(
    "git.commitMessage",
    "Commit message",
    "Messages of commits.",
    "internet",
    "git-commit",
    "version control log",
    (f) => f.git.commitMessage(),
  ),
];

const texts: readonly FakerMethod[] = [
  method("word.noun", "Noun", "Nouns.", "text", "abc", "word term tag", (f) => f.word.noun()),
  method("word.verb", "Verb", "Verbs.", "text", "abc", "word action", (f) => f.word.verb()),
  method("word.adjective", "Adjective", "Adjectives.", "text", "abc", "word quality", (f) => f.word.adjective()),
  method(
    "hacker.phrase",
    "Technical sentence",
    "Sentences that sound technical.",
    "text",
    "message",
    "phrase message comment log",
    (f) => f.hacker.phrase(),
  ),
  method("date.month", "Month name", "Names of months.", "dates", "calendar-month", "january", (f) => f.date.month()),
  method("date.weekday", "Weekday name", "Names of weekdays.", "dates", "calendar-week", "monday day", (f) =>
    f.date.weekday(),
  ),
  method(
    "airline.airline",
    "Airline",
    "Names of airlines.",
    "business",
    "plane",
    "carrier flight",
    (f) => f.airline.airline().name,
  ),
  method(
    "airline.airport",
    "Airport",
    "Names of airports.",
    "places",
    "plane-arrival",
    "flight iata",
    (f) => f.airline.airport().name,
  ),
  method(
    "airline.flightNumber",
    "Flight number",
    "Numbers of flights.",
    "business",
    "plane-departure",
    "airline flight",
    (f) => f.airline.flightNumber({ addLeadingZeros: true }),
    { least: 4 },
  ),
];

/** The methods that come from faker as they are; names, e-mails, phones and postcodes have generators of their own. */
export const fakerMethods: readonly FakerMethod[] = [
  ...people,
  ...places,
  ...business,
  ...products,
  ...money,
  ...internet,
  ...texts,
];
