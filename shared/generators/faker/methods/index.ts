import { business } from "./business.ts";
import { colors } from "./colors.ts";
import { dates } from "./dates.ts";
import type { FakerMethod } from "./faker-method.ts";
import { images } from "./images.ts";
import { internet } from "./internet.ts";
import { money } from "./money.ts";
import { nature } from "./nature.ts";
import { people } from "./people.ts";
import { places } from "./places.ts";
import { products } from "./products.ts";
import { strings } from "./strings.ts";
import { fakerText } from "./faker-text.ts";
import { system } from "./system.ts";
import { travel } from "./travel.ts";
import { texts } from "./words.ts";

/** The methods that come from faker as they are; names, e-mails, phones and postcodes have generators of their own. */
export const fakerMethods: readonly FakerMethod[] = [
  ...people,
  ...places,
  ...business,
  ...products,
  ...colors,
  ...nature,
  ...travel,
  ...money,
  ...internet,
  ...images,
  ...system,
  ...texts,
  ...dates,
  ...strings,
  fakerText,
];
