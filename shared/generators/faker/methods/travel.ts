import { flag, method, ordered, pick, whole, type FakerMethod } from "./faker-method.ts";

const part = { part: pick("Part", ["name", "code"], "The name, or the code of IATA.") };

/** Methods about flights and vehicles. */
export const travel: readonly FakerMethod[] = [
  method(
    "airline.airline",
    "Airline",
    "Airlines, by name or by code.",
    "business",
    "plane",
    "carrier flight iata",
    (f, p) => {
      const { name, iataCode } = f.airline.airline();
      return p.part === "name" ? name : iataCode;
    },
    { params: part },
  ),
  method(
    "airline.airport",
    "Airport",
    "Airports, by name or by code.",
    "places",
    "plane-arrival",
    "flight iata",
    (f, p) => {
      const { name, iataCode } = f.airline.airport();
      return p.part === "name" ? name : iataCode;
    },
    { params: part },
  ),
  method(
    "airline.airplane",
    "Airplane",
    "Types of airplanes, by name or by code.",
    "business",
    "plane",
    "aircraft iata",
    (f, p) => {
      const { name, iataTypeCode } = f.airline.airplane();
      return p.part === "name" ? name : iataTypeCode;
    },
    { params: part },
  ),
  method(
    "airline.aircraftType",
    "Aircraft type",
    "Regional, narrowbody and widebody.",
    "business",
    "plane",
    "airplane size",
    (f) => f.airline.aircraftType(),
  ),
  method(
    "airline.seat",
    "Seat",
    "Seats of an airplane.",
    "business",
    "armchair",
    "airplane row place",
    (f, p) => f.airline.seat({ aircraftType: p.aircraftType }),
    {
      params: { aircraftType: pick("Aircraft", ["narrowbody", "regional", "widebody"], "How large it is.") },
      least: 2,
    },
  ),
  method(
    "airline.recordLocator",
    "Booking code",
    "Codes of bookings, six letters.",
    "business",
    "ticket",
    "pnr record locator reservation",
    (f, p) => f.airline.recordLocator(p),
    {
      params: {
        allowNumerics: flag("Digits too", false, "Codes have digits as well as letters."),
        allowVisuallySimilarCharacters: flag("Look-alikes", false, "I, O, 1 and 0 may occur."),
      },
      single: true,
      least: 6,
    },
  ),
  method(
    "airline.flightNumber",
    "Flight number",
    "Numbers of flights.",
    "business",
    "plane-departure",
    "airline flight",
    (f, p) => f.airline.flightNumber({ addLeadingZeros: p.addLeadingZeros, length: ordered(p) }),
    {
      least: 4,
      params: {
        min: whole("At least", 1, 1, 4, "The fewest digits."),
        max: whole("At most", 4, 1, 4, "The most digits."),
        addLeadingZeros: flag("Four digits", true, "With zeros in front."),
      },
    },
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
  method("vehicle.color", "Vehicle color", "Colors of vehicles.", "products", "palette", "car colour paint", (f) =>
    f.vehicle.color(),
  ),
  method("vehicle.bicycle", "Bicycle", "Types of bicycles.", "products", "bike", "bike cycle", (f) =>
    f.vehicle.bicycle(),
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
];
