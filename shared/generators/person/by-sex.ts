import type { Faker } from "@faker-js/faker";
import { z } from "zod";
import { childStream, wordAt } from "../../random/stream.ts";
import { bundlePart, bundleStream } from "../bundle.ts";
import { fakerGenerator } from "../faker/adapter.ts";
import { fakerMethods } from "../faker/methods/index.ts";
import { peopleOf } from "../faker/person-names.ts";
import { personFields } from "../faker/person.ts";
import { drawnTexts, poolOf } from "../faker/pool.ts";
import { defineGenerator, type Generator } from "../generator.ts";
import { textKernel } from "../text/text-kernel.ts";

type Sex = "female" | "male";
const sexes: readonly Sex[] = ["female", "male"];
const params = z.strictObject(personFields);

/** A method of faker that takes a sex: of the sex of the row's first name. */
function bySex(id: string, help: string, draw: (faker: Faker, sex: Sex) => string): Generator {
  const method = fakerMethods.find((one) => one.id === id);
  if (!method) throw new TypeError(`Faker has no ${id}.`);
  const alone = fakerGenerator(method);
  return defineGenerator<z.infer<typeof params>>({
    id,
    version: alone.version + 1,
    label: alone.label,
    help,
    ...(alone.example === undefined ? {} : { example: alone.example }),
    category: alone.category,
    keywords: alone.keywords ?? [],
    icon: alone.icon,
    params,
    localized: true,
    bundle: bundlePart("person"),
    accepts: (type) => alone.accepts(type),
    describe: (p) => `of the row's person${p.person === "" ? "" : `, ${p.person}`}`,
    capacity: (_p, type) => alone.capacity({}, type),
    problems: (_p, place) => alone.problems?.({}, place) ?? [],
    compile(p, context) {
      const people = peopleOf(context, p.person, p.sex);
      const pools = context.locales.map(({ faker }) =>
        sexes.map((sex) => poolOf(faker, `${id} ${sex}`, (keyed) => draw(keyed, sex))),
      );
      const { k0, k1 } = childStream(bundleStream(context, "person", p.person), id);
      return textKernel(
        context,
        (sink, row) =>
          pools[people.localeOf(row)]?.[people.sexOf(row)]?.put(sink, wordAt(k0, k1, row, 0) & (drawnTexts - 1)),
        { joiner: " ", words: true },
      );
    },
  });
}

/** More parts of the row's person, beside its names. */
export const personGenerators: readonly Generator[] = [
  bySex("person.prefix", "Forms of address, such as Mr. and Dr., that go with the row's first name.", (f, sex) =>
    f.person.prefix(sex),
  ),
  bySex("person.middleName", "Middle names of the sex of the row's first name.", (f, sex) => f.person.middleName(sex)),
];
