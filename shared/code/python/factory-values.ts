import type { CodeColumn, CodeTable, ParentLink, Trait } from "../describe.ts";
import { enclosed, type Doc } from "../layout.ts";
import { cell, text } from "./print.ts";

/** What a table's factory and its attributes are called. */
export interface FactoryNames {
  readonly table: CodeTable;
  readonly base: "dict" | "sqlalchemy";
  readonly attributes: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, string>;
  readonly traits: ReadonlyMap<string, string>;
  /** For each link, the attributes of the parent's columns. */
  readonly parents: readonly ReadonlyMap<string, string>[];
  readonly className: string;
  readonly factory: string;
  readonly samples: string;
  traitSamples(trait: Trait): string;
}

// Methods of faker-js that Python's Faker has under another name; others come from the project's own rows.
const providers: Readonly<Record<string, string>> = {
  "person.firstName": "first_name",
  "person.lastName": "last_name",
  "person.fullName": "name",
  "person.prefix": "prefix",
  "person.suffix": "suffix",
  "person.jobTitle": "job",
  "internet.email": "safe_email",
  "internet.username": "user_name",
  "internet.url": "url",
  "internet.domainName": "domain_name",
  "phone.number": "phone_number",
  "location.city": "city",
  "location.street": "street_name",
  "location.streetAddress": "street_address",
  "location.zipCode": "postcode",
  "location.country": "country",
  "company.name": "company",
  "company.catchPhrase": "catch_phrase",
  "color.human": "color_name",
  "lorem.word": "word",
  "lorem.sentence": "sentence",
  "lorem.sentences": "paragraph",
  "lorem.paragraph": "paragraph",
  "lorem.text": "text",
};

/** Faker's provider for a method of faker-js, where it has one. */
export const fakerProvider = (method: string): string | undefined => providers[method];

/** Whether a column's values are taken from the project's own rows. */
export const isSampled = ({ source }: CodeColumn): boolean =>
  source.kind === "sample" || (source.kind === "faker" && fakerProvider(source.method) === undefined);

/** What a factory declares for a column. */
export function declaration(names: FactoryNames, column: CodeColumn, samples: string): Doc {
  const { model, source } = column;
  const type = model.valueType;
  const longest = type.kind === "text" ? type.maxLength : undefined;
  const lazy = (made: Doc): Doc => {
    const body: Doc =
      model.nullable && column.nulls > 0 ? enclosed("or_null(", [String(column.nulls), ["lambda: ", made]], ")") : made;
    return enclosed("factory.LazyFunction(", [["lambda: ", body]], ")");
  };
  switch (source.kind) {
    case "sequence": {
      const step = source.step === 1 ? "n" : `n * ${source.step}`;
      return `factory.Sequence(lambda n: ${source.start === 0 ? step : `${step} + ${source.start}`})`;
    }
    case "parent": {
      const role = names.roles.get(names.table.links[source.link]?.role ?? "") ?? "";
      return names.base === "dict"
        ? enclosed("factory.LazyAttribute(", [`lambda o: o.${role}[${text(source.column)}]`], ")")
        : enclosed(
            "factory.SelfAttribute(",
            [text(`${role}.${names.parents[source.link]?.get(source.column) ?? source.column}`)],
            ")",
          );
    }
    case "own":
      return enclosed("factory.SelfAttribute(", [text(names.attributes.get(source.column) ?? source.column)], ")");
    case "constant":
      return cell(source.value, model);
    case "default":
      return "None";
    case "choice":
      return lazy(enclosed("weighted(", [weights(column)], ")"));
    case "integer":
      return lazy(`randgen.randint(${source.min}, ${source.max})`);
    case "decimal":
      return lazy(`decimal(${source.min}, ${source.max}, ${source.scale})`);
    case "boolean":
      return lazy(`randgen.random() < ${source.share}`);
    case "date":
      return lazy(`day(${text(source.from)}, ${text(source.to)})`);
    case "timestamp":
      return lazy(`moment(${text(source.from)}, ${text(source.to)})`);
    case "uuid":
      return lazy("new_uuid()");
    case "faker": {
      const provider = fakerProvider(source.method);
      if (provider === undefined) return sampled(samples, column, false, longest);
      return lazy(`fake.${provider}()${longest === undefined ? "" : `[:${longest}]`}`);
    }
    case "sample":
      return sampled(samples, column, source.distinct, longest);
  }
}

function weights({ source, model }: CodeColumn): Doc {
  if (source.kind !== "choice") return "{}";
  const entries = source.values.map((value, at): Doc => [cell(value, model), `: ${source.weights[at] ?? 1}`]);
  return enclosed("{", entries, "}");
}

function sampled(samples: string, { model }: CodeColumn, distinct: boolean, longest: number | undefined): Doc {
  const call = distinct
    ? `distinct(${samples}, ${text(model.name)}, n${longest === undefined ? "" : `, ${longest}`})`
    : `at(${samples}, n)[${text(model.name)}]`;
  return enclosed("factory.Sequence(", [`lambda n: ${call}`], ")");
}

/** What a parent's factory is told of its columns: the row that both refer to, where there is one, else the value. */
export function linkValue(own: FactoryNames, parent: FactoryNames, { column, from }: ParentLink["given"][number]): Doc {
  const theirs = parent.table.columns.find(({ model }) => model.name === column)?.source;
  const ours = own.table.columns.find(({ model }) => model.name === from)?.source;
  const theirLink = theirs?.kind === "parent" ? parent.table.links[theirs.link] : undefined;
  const ourLink = ours?.kind === "parent" ? own.table.links[ours.link] : undefined;
  if (theirLink !== undefined && ourLink !== undefined && theirLink.parent === ourLink.parent) {
    return `${parent.roles.get(theirLink.role) ?? ""}=factory.SelfAttribute(${text(`..${own.roles.get(ourLink.role) ?? ""}`)})`;
  }
  return `${parent.attributes.get(column) ?? column}=factory.SelfAttribute(${text(`..${own.attributes.get(from) ?? from}`)})`;
}
