import type { EdgePlace } from "./edge-catalogue.ts";
import { holdsText, type EdgePack } from "./edge-pack.ts";
import { edgePackInfo } from "./pack-info.ts";

/** MySQL's TIMESTAMP ends in 2038 and takes no local time that a change of the clocks leaves out. */
export const mysqlTimestamp = ({ engine, column }: EdgePlace): boolean =>
  engine === "mysql" && /^timestamp/i.test(column.type);

const days = [
  "2024-02-29",
  "2000-02-29",
  "1900-02-28",
  "2100-03-01",
  "2023-02-28",
  "2023-01-31",
  "2023-04-30",
  "2023-12-31",
  // The first days of ISO week years.
  "2024-12-30",
  "2021-01-03",
  "1999-12-31",
  "2000-01-01",
  "1970-01-01",
  "2038-01-19",
  "2038-01-20",
  // The calendar reforms of 1582 and 1752.
  "1582-10-15",
  "1752-09-14",
  // Left out in Samoa, which crossed the date line.
  "2011-12-30",
  "9999-12-31",
];

/** Moments that a change of the clocks leaves out or repeats, in New York, Berlin, London, Sydney and Lord Howe. */
const clockChanges = [
  "2026-03-08 02:30:00",
  "2026-03-29 02:30:00",
  "2026-03-29 01:30:00",
  "2026-10-25 02:30:00",
  "2026-10-25 01:00:00",
  "2026-11-01 01:30:00",
  "2026-10-04 02:15:00",
  "2026-04-05 01:45:00",
];

const moments = [
  "1970-01-01 00:00:00",
  "1969-12-31 23:59:59",
  "2001-09-09 01:46:40",
  // The ends of signed and unsigned 32-bit seconds.
  "2038-01-19 03:14:07",
  "2038-01-19 03:14:08",
  "1901-12-13 20:45:52",
  "2106-02-07 06:28:15",
  "2106-02-07 06:28:16",
  // Around the leap second of 2016.
  "2016-12-31 23:59:59",
  "2017-01-01 00:00:00",
  "1999-12-31 23:59:59",
  "2000-01-01 00:00:00",
  "2024-02-29 23:59:59",
  "2024-12-31 23:59:59",
  "9999-12-31 23:59:59",
];

const written = [
  "2024-02-29",
  "29.02.2024",
  "02/29/2024",
  "2024-02-29T12:00:00Z",
  "2024-02-29T12:00:00+14:00",
  "2024-02-29T12:00:00-12:00",
  "2024-02-29T12:00:00+05:45",
  "2024-02-29T12:00:00.123456789Z",
  "2020-W53-7",
  "2024-366",
  "24:00:00",
  "23:59:60",
  "2023-02-29",
  "0000-00-00",
  "253402300800",
  "Europe/Berlin",
  "Pacific/Apia",
];

/** Leap days, changes of the clocks, the ends of 32-bit seconds and of the calendar. */
export const timeTraps: EdgePack = {
  ...edgePackInfo.time,
  usual: (type) => type.kind === "date" || type.kind === "timestamp" || type.kind === "time",
  texts(place) {
    const { type } = place;
    if (holdsText(type)) return written;
    if (type.kind === "time") return ["02:30:00", "00:00:00", "23:59:59", "12:00:00", "01:00:00"];
    if (type.kind === "date") return days;
    if (type.kind !== "timestamp") return [];
    const all = [...moments, ...clockChanges, ...days.map((day) => `${day} 00:00:00`)];
    if (!mysqlTimestamp(place)) return all;
    return [...moments, ...days.map((day) => `${day} 12:00:00`)].filter(
      (text) => text >= "1970-01-02" && text < "2038-01-18",
    );
  },
};
