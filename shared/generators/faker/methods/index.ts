import { business } from "./business.ts";
import { internet } from "./internet.ts";
import { money } from "./money.ts";
import { people } from "./people.ts";
import { places } from "./places.ts";
import { products } from "./products.ts";
import { texts } from "./words.ts";
import type { FakerMethod } from "./faker-method.ts";

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
