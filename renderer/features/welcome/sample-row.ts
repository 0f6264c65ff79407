import type { ColumnView } from "../../../shared/api/views.ts";
import type { ValueKind } from "../../../shared/schema/value-type.ts";

/** A column of the sample's customers as the welcome screen shows it. */
export interface SampleColumn {
  readonly name: string;
  readonly key: ColumnView["key"];
  readonly valueKind: ValueKind;
  readonly rule: string;
  readonly icon: string;
  readonly family: ColumnView["family"];
  readonly because: string;
  readonly value: string | null;
  /** What stands in place of a value that an export does not write. */
  readonly absent?: string;
}

export const sampleRowNumber = 1000;

/** This row of the sample's customers as Seedloom suggests and writes it, so that nothing has to be opened to show it. */
export const sampleRow: readonly SampleColumn[] = [
  {
    name: "id",
    key: "primary",
    valueKind: "integer",
    rule: "Sequence",
    icon: "list-numbers",
    family: "key",
    because: "primary key, integer",
    value: "1000",
  },
  {
    name: "first_name",
    key: "none",
    valueKind: "text",
    rule: "First name",
    icon: "user",
    family: "generate",
    because: "name matches *first_name*, type varchar(40)",
    value: "Jett",
  },
  {
    name: "last_name",
    key: "none",
    valueKind: "text",
    rule: "Last name",
    icon: "user",
    family: "generate",
    because: "name matches *last_name*, type varchar(60)",
    value: "Zboncak",
  },
  {
    name: "email",
    key: "unique",
    valueKind: "text",
    rule: "Template",
    icon: "braces",
    family: "generate",
    because: "name matches *email*, type varchar(120), unique, CHECK email LIKE '%_@_%._%'",
    value: "jett.zboncak.1zc@example.com",
  },
  {
    name: "phone",
    key: "none",
    valueKind: "text",
    rule: "Phone number",
    icon: "phone",
    family: "generate",
    because: "name matches *phone*, type varchar(24)",
    value: "(313) 833-2646",
  },
  {
    name: "birth_date",
    key: "none",
    valueKind: "date",
    rule: "Birth date",
    icon: "cake",
    family: "generate",
    because: "name matches *birth_date*, type date, CHECK birth_date IS NULL OR birth_date BETWEEN '1920-01-01' AND '…",
    value: "1998-08-26",
  },
  {
    name: "loyalty_tier",
    key: "none",
    valueKind: "text",
    rule: "Weighted choice",
    icon: "list-check",
    family: "generate",
    because: "CHECK loyalty_tier IN ('bronze', 'silver', 'gold')",
    value: "bronze",
  },
  {
    name: "newsletter",
    key: "none",
    valueKind: "boolean",
    rule: "Boolean",
    icon: "toggle-left",
    family: "generate",
    because: "name matches *newsletter*, type boolean",
    value: "false",
  },
  {
    name: "referred_by",
    key: "foreign",
    valueKind: "integer",
    rule: "Foreign key",
    icon: "link",
    family: "relation",
    because: "references customers (a tree), nullable",
    value: "984",
  },
  {
    name: "created_at",
    key: "none",
    valueKind: "timestamp",
    rule: "Timestamp",
    icon: "calendar-time",
    family: "generate",
    because: "name matches *created_at*, type timestamp",
    value: "2026-10-09 15:35:20",
  },
];
