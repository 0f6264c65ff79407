import { z } from "zod";
import { childStream, type Stream } from "../random/stream.ts";
import type { BundleKind, BundlePart, CompileContext } from "./generator.ts";
import { parameter } from "./parameter.ts";

const words = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(" ").split(" "));

// Words of a column's name that say which part of a bundle it holds, in the languages that schemas are written in: what is left
// says whose it is.
const partWords: Readonly<Record<BundleKind, ReadonlySet<string>>> = {
  person: words(
    "first last full given family sur fore middle maiden name names firstname lastname fullname surname forename givenname familyname",
    "fname lname mname email mail e address emailaddress login user username handle nick nickname screen display displayname sex gender",
    "private personal primary main secondary home work id phone fax mobile telephone tel cell title prefix suffix salutation initials",
    "initial birth date day dob birthdate birthday of born age card holder cardholder on number no nr courtesy honorific datetime",
    "vorname nachname familienname anrede geschlecht geburtsdatum geburtstag telefon handy prenom nom famille courriel sexe civilite",
    "nombre nombres apellido apellidos correo electronico sexo fecha nacimiento telefono fornamn efternamn kon epost fodelsedatum",
    "imie nazwisko plec voornaam achternaam nome cognome sobrenome etunimi sukunimi fornavn etternavn efternavn namn naam navn nimi",
  ),
  address: words(
    "address addr line street st house building number no nr apartment apt suite unit city town place municipality locality post postal",
    "zip code postcode zipcode state province region county district country iso name full formatted complete text latitude longitude",
    "lat lng lon long geo gps location coordinates time zone timezone tz primary main id alpha description",
    "strasse hausnummer plz postleitzahl ort stadt gemeinde bundesland land adresse anschrift breitengrad laengengrad rue ville pays",
    "numero calle ciudad localidad codigo provincia estado departamento pais direccion domicilio gata gatuadress adress postnummer postnr",
    "postort stad kommun lan ulica miasto kod pocztowy kraj wojewodztwo adres straat huisnummer plaats gemeente via citta cap comune",
    "indirizzo paese rua cidade cep endereco katu kaupunki postinumero maa osoite gade by kanton canton oblast prefecture source value",
  ),
  company: words(
    "company name organisation organization business firm legal form type domain website web site url homepage email mail e address",
    "slogan tagline motto catch phrase home page care vat tax id number no nr registration register industry firma unternehmen empresa entreprise",
    "societe azienda ditta foretag bedrijf rechtsform contact info",
  ),
  card: words(
    "card credit debit payment pan number no nr masked mask last four digits network brand scheme issuer type expiry expires expiration",
    "exp date month year valid until cvc cvv security code name on holder",
  ),
  device: words(
    "device brand maker manufacturer vendor model name os operating system version type kind platform user agent useragent browser ua",
  ),
  visit: words(
    "url uri path page request referrer referer landing status code http method verb duration ms time response visit web",
  ),
};

/**
 * Which bundle of its kind a column belongs to, from its name: `billing_city` and `billing_zip` are of "billing", `city`
 * is of the row's own address, "".
 */
export const bundleOfColumn = (kind: BundleKind, column: string): string =>
  column
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .split(/[^a-z]+/)
    .filter((word) => word !== "" && !partWords[kind].has(word))
    .join(" ");

/** The stream of the bundle that a column shows: `named` where it is given, else after the column's name. */
export function bundleStream(context: CompileContext, kind: BundleKind, named: string): Stream {
  const name = named === "" ? bundleOfColumn(kind, context.column.name) : named.toLowerCase().trim();
  // Persons came first, and have the table's stream to themselves.
  return childStream(kind === "person" ? context.bundleStream : childStream(context.bundleStream, ` ${kind}`), name);
}

/** What a generator declares of the bundle that it shows a part of; `central` where it says whose it is. */
export const bundlePart = (kind: BundleKind, central = false): BundlePart => ({
  kind,
  parameter: kind,
  of: (column) => bundleOfColumn(kind, column),
  central,
});

/** The parameter by which columns of a row share a bundle. */
export const bundleField = (label: string, examples: string) =>
  parameter(z.string().default(""), {
    label,
    help: `Columns of a row with the same word here show one ${label.toLowerCase()}. Empty: after the column's name, so that ${examples}.`,
  });
