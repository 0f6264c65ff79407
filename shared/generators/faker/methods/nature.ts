import { method, pick, type FakerMethod } from "./faker-method.ts";

/** A kind of animal, each from its own list. */
const animal = (id: string, label: string, help: string, icon: string, words: string, draw: FakerMethod["draw"]) =>
  method(`animal.${id}`, label, help, "products", icon, `animal ${words}`, draw);

/** Methods about animals, food and science. */
export const nature: readonly FakerMethod[] = [
  method("animal.type", "Animal", "Kinds of animals.", "products", "paw", "pet species", (f) => f.animal.type()),
  method("animal.petName", "Pet name", "Names of pets.", "products", "paw", "animal dog cat name", (f) =>
    f.animal.petName(),
  ),
  animal("dog", "Dog breed", "Breeds of dogs.", "dog", "pet breed", (f) => f.animal.dog()),
  animal("cat", "Cat breed", "Breeds of cats.", "cat", "pet breed", (f) => f.animal.cat()),
  animal("horse", "Horse breed", "Breeds of horses.", "horse", "breed pony", (f) => f.animal.horse()),
  animal("cow", "Cattle breed", "Breeds of cattle.", "paw", "breed farm", (f) => f.animal.cow()),
  animal("rabbit", "Rabbit breed", "Breeds of rabbits.", "paw", "pet breed", (f) => f.animal.rabbit()),
  animal("rodent", "Rodent", "Kinds of rodents.", "paw", "pet mouse species", (f) => f.animal.rodent()),
  animal("bird", "Bird", "Species of birds.", "feather", "species", (f) => f.animal.bird()),
  animal("fish", "Fish", "Species of fish.", "fish", "species sea", (f) => f.animal.fish()),
  animal("insect", "Insect", "Species of insects.", "bug", "species bug", (f) => f.animal.insect()),
  animal("snake", "Snake", "Species of snakes.", "paw", "species reptile", (f) => f.animal.snake()),
  animal("crocodilia", "Crocodile", "Species of crocodiles.", "paw", "species reptile alligator", (f) =>
    f.animal.crocodilia(),
  ),
  animal("bear", "Bear", "Species of bears.", "paw", "species", (f) => f.animal.bear()),
  animal("lion", "Lion", "Subspecies of lions.", "paw", "species cat", (f) => f.animal.lion()),
  animal("cetacean", "Whale or dolphin", "Species of whales and dolphins.", "fish", "species sea mammal", (f) =>
    f.animal.cetacean(),
  ),
  method("food.dish", "Dish", "Names of dishes.", "products", "tools-kitchen-2", "meal recipe menu", (f) =>
    f.food.dish(),
  ),
  method(
    "food.description",
    "Dish description",
    "What a dish is made of.",
    "products",
    "tools-kitchen-2",
    "menu",
    (f) => f.food.description(),
  ),
  method("food.ingredient", "Ingredient", "Ingredients.", "products", "carrot", "recipe grocery", (f) =>
    f.food.ingredient(),
  ),
  method("food.adjective", "Taste", "Adjectives for food.", "products", "salt", "flavour adjective", (f) =>
    f.food.adjective(),
  ),
  method("food.ethnicCategory", "Cuisine", "Cuisines, such as Thai.", "products", "chef-hat", "kitchen category", (f) =>
    f.food.ethnicCategory(),
  ),
  method("food.fruit", "Fruit", "Kinds of fruit.", "products", "apple", "grocery", (f) => f.food.fruit()),
  method("food.vegetable", "Vegetable", "Kinds of vegetables.", "products", "carrot", "grocery", (f) =>
    f.food.vegetable(),
  ),
  method("food.meat", "Meat", "Kinds of meat.", "products", "meat", "grocery", (f) => f.food.meat()),
  method("food.spice", "Spice", "Herbs and spices.", "products", "salt", "herb grocery", (f) => f.food.spice()),
  method(
    "science.chemicalElement",
    "Chemical element",
    "Elements of the periodic table.",
    "products",
    "atom",
    "chemistry periodic atomic",
    (f, p) => {
      const { name, symbol, atomicNumber } = f.science.chemicalElement();
      return p.part === "name" ? name : p.part === "symbol" ? symbol : String(atomicNumber);
    },
    { params: { part: pick("Part", ["name", "symbol", "atomic number"], "Which part of the element.") } },
  ),
  method(
    "science.unit",
    "Unit of measurement",
    "SI units.",
    "products",
    "ruler-measure",
    "si measure",
    (f, p) => f.science.unit()[p.part],
    { params: { part: pick("Part", ["name", "symbol"], "Which part of the unit.") } },
  ),
];
