import { choice, idea, type NamePattern } from "./name-pattern.ts";

const name = /^(?:name|title|label|nombre|bezeichnung)$|\b(?:category|genre|kategorie|categoria|categorie)(?: ?name)?$/;

/** The categories of a thing, in its own table or in one of categories: "film category". */
const listed = (things: string, values: string): NamePattern => ({
  name,
  subject: new RegExp(`\\b(?:${things}) (?:category|genre|kategorie|type|kind|topic)$`),
  types: ["text"],
  ideas: [choice(Object.fromEntries(values.split(", ").map((value) => [value, 1])))],
  nulls: 0,
});

/** The same column in the table of the things themselves. */
const beside = (one: NamePattern, things: string): NamePattern => ({
  ...one,
  name: /^(?:category|genre|kategorie|categoria|categorie)(?: ?name)?$/,
  subject: new RegExp(`\\b(?:${things})$`),
});

const both = (things: string, values: string): readonly NamePattern[] => {
  const own = listed(things, values);
  return [own, beside(own, things)];
};

const books: NamePattern = { ...listed("book|novel|title", "x"), ideas: [idea("book.genre", 20)] };
const songs: NamePattern = { ...listed("song|track|album|artist|record", "x"), ideas: [idea("music.genre", 20)] };

/** What categories are called, by what they are of. They come before the departments of a shop. */
export const categoryPatterns: readonly NamePattern[] = [
  ...both(
    "film|movie|video|dvd|show|series|episode",
    "Action, Animation, Children, Classics, Comedy, Documentary, Drama, Family, Foreign, Horror, Musical, Mystery, Romance, Sci-Fi, Sports, Thriller, Travel, War, Western, Crime",
  ),
  books,
  beside(books, "book|novel"),
  songs,
  beside(songs, "song|track|album"),
  ...both(
    "game",
    "Action, Adventure, Puzzle, Racing, Role-playing, Simulation, Sports, Strategy, Platform, Shooter, Board, Card, Arcade, Fighting, Horror, Music, Party, Survival, Educational, Trivia",
  ),
  ...both(
    "post|article|blog|news|story|page|thread",
    "News, Technology, Business, Culture, Science, Health, Sports, Travel, Food, Opinion, Politics, Education, Environment, Finance, Lifestyle, Music, Books, Design, Events, Careers",
  ),
  ...both(
    "event|meeting|activity",
    "Concert, Conference, Workshop, Exhibition, Sports, Theatre, Training, Webinar, Festival, Charity, Networking, Lecture, Tour, Market, Party, Film, Reading, Family, Fair, Competition",
  ),
  ...both(
    "expense|cost|budget|spending",
    "Travel, Meals, Lodging, Office supplies, Software, Rent, Utilities, Training, Marketing, Insurance, Fuel, Telephone, Postage, Repairs, Equipment, Taxes, Legal, Cleaning, Events, Other",
  ),
  ...both(
    "ticket|issue|case|request|complaint|question|faq",
    "Account, Billing, Bug, Delivery, Feature request, Hardware, How-to, Installation, Login, Network, Payment, Performance, Printing, Privacy, Refund, Returns, Security, Software, Training, Other",
  ),
  ...both(
    "document|file",
    "Contract, Invoice, Report, Letter, Manual, Minutes, Policy, Presentation, Proposal, Receipt, Specification, Certificate, Form, Plan, Drawing, Photo, Statement, Agreement, Notice, Other",
  ),
  ...both(
    "recipe|dish|meal|food|menu item",
    "Starters, Soups, Salads, Pasta, Pizza, Fish, Poultry, Meat, Vegetarian, Vegan, Side dishes, Desserts, Cakes, Bread, Breakfast, Snacks, Sauces, Drinks, Sandwiches, Stews",
  ),
  ...both(
    "job|position|vacancy",
    "Engineering, Sales, Marketing, Finance, Support, Human resources, Operations, Legal, Design, Production, Logistics, Research, Purchasing, Quality, Administration, Training, Consulting, Security, Health, Education",
  ),
  ...both(
    "asset|equipment|device",
    "Laptop, Monitor, Phone, Printer, Vehicle, Furniture, Server, Network, Tool, Camera, Projector, Machine, Tablet, Scanner, Headset, Software, Building, Safety, Kitchen, Other",
  ),
];
