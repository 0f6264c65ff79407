import { afterColumn } from "./dates/after-column.ts";
import { age, birthDate } from "./dates/birth.ts";
import { date } from "./dates/date.ts";
import { time } from "./dates/time.ts";
import { timestamp } from "./dates/timestamp.ts";
import { fakerGenerator } from "./faker/adapter.ts";
import { latitude, longitude } from "./faker/coordinate.ts";
import { fakerMethods } from "./faker/methods/index.ts";
import { email, username } from "./faker/email.ts";
import { displayName, firstName, fullName, lastName, sex } from "./faker/person.ts";
import { phone, zipCode } from "./faker/phone.ts";
import type { Generator, GeneratorCatalogue } from "./generator.ts";
import { ipAddress, macAddress } from "./internet/addresses.ts";
import { foreignKey } from "./keys/foreign-key.ts";
import { ordinal } from "./keys/ordinal.ts";
import { sequence } from "./keys/sequence.ts";
import { uuid } from "./keys/uuid.ts";
import { boolean } from "./numbers/boolean.ts";
import { decimal } from "./numbers/decimal.ts";
import { integer } from "./numbers/integer.ts";
import { logNormal } from "./numbers/log-normal.ts";
import { normal } from "./numbers/normal.ts";
import { zipf } from "./numbers/zipf.ts";
import { pattern } from "./pattern/pattern.ts";
import { constant } from "./structure/constant.ts";
import { weightedChoice } from "./structure/weighted-choice.ts";
import { template } from "./template/template.ts";
import { bytes } from "./text/bytes.ts";
import { json } from "./text/json.ts";
import { lorem } from "./text/lorem.ts";
import { slug } from "./text/slug.ts";
import { token } from "./text/token.ts";
import { aggregate } from "./relations/aggregate.ts";
import { copy } from "./relations/copy.ts";
import { lookup } from "./relations/lookup.ts";
import { polymorphic } from "./relations/polymorphic.ts";

/** Every generator, in the order of the picker. */
export const generators: readonly Generator[] = [
  sequence,
  uuid,
  foreignKey,
  ordinal,
  lookup,
  polymorphic,
  copy,
  aggregate,
  integer,
  decimal,
  normal,
  logNormal,
  zipf,
  boolean,
  date,
  time,
  timestamp,
  afterColumn,
  age,
  birthDate,
  weightedChoice,
  constant,
  template,
  pattern,
  lorem,
  slug,
  token,
  json,
  bytes,
  ipAddress,
  macAddress,
  firstName,
  lastName,
  fullName,
  sex,
  email,
  phone,
  username,
  displayName,
  zipCode,
  latitude,
  longitude,
  ...fakerMethods.map(fakerGenerator),
];

const byId = new Map(generators.map((generator) => [generator.id, generator]));

/** The catalogue that is handed to the stages. */
export const generatorCatalogue: GeneratorCatalogue = { get: (id) => byId.get(id), all: generators };
