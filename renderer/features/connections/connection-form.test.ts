import { describe, expect, it } from "vitest";
import type { ConnectionFieldView, ConnectionView, DriverView } from "../../../shared/api/load-views.ts";
import {
  emptyForm,
  faultyField,
  saveRequest,
  suggestedLabel,
  testRequest,
  type ConnectionForm,
} from "./connection-form.ts";

const field = (name: ConnectionFieldView["name"], more: Partial<ConnectionFieldView> = {}): ConnectionFieldView => ({
  name,
  label: name,
  kind: name === "password" ? "secret" : "text",
  ...more,
});
const server: DriverView = {
  id: "postgresql",
  label: "PostgreSQL",
  fields: [
    field("host", { default: "localhost" }),
    field("port", { default: "5432" }),
    field("database"),
    field("user"),
    field("password"),
    field("tls"),
  ],
};
const file: DriverView = { id: "sqlite", label: "SQLite", fields: [field("file", { kind: "file" })] };
const form = (values: ConnectionForm["values"], more: Partial<ConnectionForm> = {}): ConnectionForm => ({
  ...emptyForm,
  values,
  ...more,
});
const saved: ConnectionView = {
  id: "1",
  label: "Live",
  engine: "postgresql",
  values: { host: "localhost", database: "shop", user: "kim" },
  protected: true,
  password: "kept",
  address: "postgresql://kim@localhost/shop",
};

describe("a connection", () => {
  it("is named after its database or file, and never like another", () => {
    expect(suggestedLabel(form({ database: "shop" }), server, [])).toBe("shop at localhost");
    expect(suggestedLabel(form({ database: "shop", host: "db" }), server, ["shop at db", "shop at db 2"])).toBe(
      "shop at db 3",
    );
    expect(suggestedLabel(form({ file: String.raw`C:\data\shop.sqlite` }), file, [])).toBe("shop.sqlite");
    expect(suggestedLabel(emptyForm, file, [])).toBe("SQLite");
  });

  it("sends the fields of its own kind only", () => {
    expect(testRequest(form({ host: "db", file: "/left/over" }), server)).toEqual({
      engine: "postgresql",
      values: { host: "db" },
    });
  });

  it("that is there already is used again, and stays protected; a name of its own makes it another", () => {
    const same = form({ database: "shop", user: "kim", password: "new", port: "5432" });
    expect(saveRequest(same, server, [saved])).toMatchObject({ id: "1", label: "Live", protected: true });
    expect(saveRequest({ ...same, label: " Mine " }, server, [saved])).toMatchObject({
      label: "Mine",
      protected: false,
    });
    expect(saveRequest({ ...same, label: "Mine" }, server, [saved])).not.toHaveProperty("id");
    expect(saveRequest(form({ database: "shop", user: "lee" }), server, [saved])).not.toHaveProperty("id");
  });

  it("that is changed keeps its place, and may keep its name", () => {
    expect(saveRequest(form(saved.values, { id: "1", label: "Live" }), server, [saved])).toMatchObject({
      id: "1",
      label: "Live",
      protected: false,
    });
  });
});

describe("an error of a connection", () => {
  const at = (code: string, message: string, hint?: string) =>
    faultyField({ code, message, ...(hint === undefined ? {} : { hint }) }, server.fields);

  it("stands at the field that its sentence names", () => {
    expect(at("usage", "Database is empty.")).toBe("database");
    expect(at("usage", "The port is not a number.")).toBe("port");
    expect(at("connection-denied", "The password for kim is wrong.")).toBe("password");
    expect(at("connection-refused", "There is no host db.")).toBe("host");
    expect(at("connection-refused", "db:5432 has no TLS.")).toBe("tls");
  });

  it("else at the one that its code points to", () => {
    expect(at("connection-refused", "No PostgreSQL answers at localhost:5499.")).toBe("host");
    expect(at("connection-denied", "db takes encrypted connections only.", "Set TLS to require.")).toBe("tls");
    expect(at("database-missing", "There is none of that name.")).toBe("database");
  });

  it("stands above the buttons where no field is to blame", () => {
    expect(at("connection-lost", "The connection to db was lost.")).toBeUndefined();
    expect(at("source-not-found", "There is no file /a.")).toBeUndefined();
    expect(at("host-unavailable", "The user's host is not answering.")).toBeUndefined();
  });
});
