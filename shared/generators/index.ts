import { addressGenerators } from "./address/index.ts";
import { companyGenerators } from "./company/company.ts";
import { afterColumn } from "./dates/after-column.ts";
import { age, birthDate } from "./dates/birth.ts";
import { date } from "./dates/date.ts";
import { duration } from "./dates/duration.ts";
import { series } from "./dates/series.ts";
import { time } from "./dates/time.ts";
import { timestamp } from "./dates/timestamp.ts";
import { edge } from "./edge/edge.ts";
import { edgeCatalogue } from "./edge/edge-overlay.ts";
import { deviceGenerators } from "./device/device.ts";
import { visitGenerators } from "./device/visit.ts";
import { fakerGenerator } from "./faker/adapter.ts";
import { fakerMethods } from "./faker/methods/index.ts";
import { email, username } from "./faker/email.ts";
import { displayName, firstName, fullName, lastName, sex } from "./faker/person.ts";
import { phone } from "./faker/phone.ts";
import { formula } from "./formula/formula.ts";
import type { Generator, GeneratorCatalogue } from "./generator.ts";
import { geometry } from "./geometry/geometry.ts";
import { ipNetwork } from "./internet/network.ts";
import { ipAddress, macAddress } from "./internet/addresses.ts";
import { foreignKey } from "./keys/foreign-key.ts";
import { ordinal } from "./keys/ordinal.ts";
import { sequence } from "./keys/sequence.ts";
import { uuid } from "./keys/uuid.ts";
import { boolean } from "./numbers/boolean.ts";
import { decimal } from "./numbers/decimal.ts";
import { beta } from "./numbers/beta.ts";
import { exponential } from "./numbers/exponential.ts";
import { histogram } from "./numbers/histogram.ts";
import { integer } from "./numbers/integer.ts";
import { logNormal } from "./numbers/log-normal.ts";
import { mixture } from "./numbers/mixture.ts";
import { poisson } from "./numbers/poisson.ts";
import { normal } from "./numbers/normal.ts";
import { runningTotal } from "./numbers/running-total.ts";
import { zipf } from "./numbers/zipf.ts";
import { cardGenerators } from "./payment/card.ts";
import { personGenerators } from "./person/by-sex.ts";
import { pattern } from "./pattern/pattern.ts";
import { pool } from "./pools/pool.ts";
import { sourceValues } from "./pools/source-values.ts";
import { reference } from "./reference/reference.ts";
import { bcrypt } from "./structure/bcrypt.ts";
import { bits } from "./structure/bits.ts";
import { code } from "./structure/code.ts";
import { hash } from "./structure/hash.ts";
import { valueRange } from "./structure/range.ts";
import { vector } from "./structure/vector.ts";
import { constant } from "./structure/constant.ts";
import { markov } from "./structure/markov.ts";
import { weightedChoice } from "./structure/weighted-choice.ts";
import { documentGenerators } from "./tree/document.ts";
import { listGenerator } from "./tree/list.ts";
import { mixGenerator } from "./tree/mix.ts";
import { template } from "./template/template.ts";
import { bytes } from "./text/bytes.ts";
import { json } from "./text/json.ts";
import { lorem } from "./text/lorem.ts";
import { prose } from "./text/prose/prose.ts";
import { searchVector } from "./text/search-vector.ts";
import { slug } from "./text/slug.ts";
import { token } from "./text/token.ts";
import { aggregate } from "./relations/aggregate.ts";
import { copy } from "./relations/copy.ts";
import { entryKey } from "./relations/entry-key.ts";
import { lookup } from "./relations/lookup.ts";
import { polymorphic } from "./relations/polymorphic.ts";

/** Methods of faker whose values go with other columns of the row have a generator of their own. */
const bundled: readonly Generator[] = [
  ...personGenerators,
  ...addressGenerators,
  ...companyGenerators,
  ...cardGenerators,
  ...deviceGenerators,
  ...visitGenerators,
];
const coherent = new Set(bundled.map(({ id }) => id));

// Composed generators find the others here, once all are listed.
const byId = new Map<string, Generator>();

/** Every generator, in the order of the picker. */
export const generators: readonly Generator[] = [
  sequence,
  uuid,
  foreignKey,
  ordinal,
  lookup,
  entryKey,
  polymorphic,
  copy,
  aggregate,
  integer,
  decimal,
  normal,
  logNormal,
  exponential,
  beta,
  poisson,
  mixture,
  histogram,
  zipf,
  runningTotal,
  boolean,
  date,
  time,
  timestamp,
  afterColumn,
  duration,
  series,
  age,
  birthDate,
  weightedChoice,
  pool,
  sourceValues,
  reference,
  markov,
  constant,
  template,
  formula,
  pattern,
  lorem,
  prose,
  slug,
  token,
  hash,
  bcrypt,
  code,
  json,
  ...documentGenerators((id) => byId.get(id)),
  listGenerator((id) => byId.get(id)),
  mixGenerator((id) => byId.get(id)),
  bytes,
  bits,
  valueRange,
  vector,
  geometry,
  searchVector,
  edge,
  ipAddress,
  ipNetwork,
  macAddress,
  firstName,
  lastName,
  fullName,
  sex,
  email,
  phone,
  username,
  displayName,
  ...bundled,
  ...fakerMethods.filter(({ id }) => !coherent.has(id)).map(fakerGenerator),
];

for (const generator of generators) byId.set(generator.id, generator);

/** The catalogue that is handed to the stages. */
export const generatorCatalogue: GeneratorCatalogue = {
  get: (id) => byId.get(id),
  all: generators,
  edges: edgeCatalogue,
};
