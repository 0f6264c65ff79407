import {
  IconArrowsHorizontal,
  IconBinary,
  IconBraces,
  IconBrackets,
  IconCalendar,
  IconClock,
  IconDecimal,
  IconFingerprint,
  IconForms,
  IconHash,
  IconHourglass,
  IconId,
  IconKey,
  IconLetterCase,
  IconLink,
  IconList,
  IconQuestionMark,
  IconToggleLeft,
  type TablerIcon,
} from "@tabler/icons-react";
import type { ColumnView } from "../../shared/api/views.ts";
import type { ValueKind } from "../../shared/schema/value-type.ts";

interface Drawn {
  readonly Icon: TablerIcon;
  readonly title: string;
  readonly tone: string;
}

const ofKey: Readonly<Record<Exclude<ColumnView["key"], "none">, Drawn>> = {
  primary: { Icon: IconKey, title: "Primary key", tone: "c-key" },
  foreign: { Icon: IconLink, title: "Foreign key", tone: "c-relation" },
  unique: { Icon: IconFingerprint, title: "Unique", tone: "t2" },
};

const ofType: Readonly<Record<ValueKind, Omit<Drawn, "tone">>> = {
  integer: { Icon: IconHash, title: "Integer" },
  decimal: { Icon: IconDecimal, title: "Decimal" },
  real: { Icon: IconDecimal, title: "Floating point" },
  boolean: { Icon: IconToggleLeft, title: "Boolean" },
  text: { Icon: IconLetterCase, title: "Text" },
  bytes: { Icon: IconBinary, title: "Bytes" },
  date: { Icon: IconCalendar, title: "Date" },
  time: { Icon: IconClock, title: "Time" },
  timestamp: { Icon: IconCalendar, title: "Timestamp" },
  uuid: { Icon: IconId, title: "UUID" },
  json: { Icon: IconBraces, title: "JSON" },
  enum: { Icon: IconList, title: "List of values" },
  interval: { Icon: IconHourglass, title: "Interval" },
  array: { Icon: IconBrackets, title: "Array" },
  range: { Icon: IconArrowsHorizontal, title: "Range" },
  notation: { Icon: IconForms, title: "Text in a form of its own" },
  unknown: { Icon: IconQuestionMark, title: "Unknown type" },
};

interface KeyIconProps {
  readonly keyKind: ColumnView["key"];
  readonly valueKind: ValueKind;
  readonly size?: "sm" | "xs";
}

/** The column's key where it has one, else its type. */
export function KeyIcon({ keyKind, valueKind, size = "sm" }: KeyIconProps) {
  const { Icon, title, tone } = keyKind === "none" ? { ...ofType[valueKind], tone: "t3" } : ofKey[keyKind];
  return (
    <span className={tone} role="img" aria-label={title} title={title}>
      <Icon className={`i i-${size}`} stroke={1.5} aria-hidden="true" />
    </span>
  );
}
