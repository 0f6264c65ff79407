import { TRPCClientError } from "@trpc/client";
import { expect, it } from "vitest";
import { errorView } from "./error-view.ts";

it("says what the backend said", () => {
  const told = { code: "source-locked", message: "shop.sqlite is locked.", hint: "Close the other program." };
  expect(errorView(Object.assign(new Error("x"), { data: { seedloom: told } }))).toEqual(told);
});

it("says calmly that the engine is gone", () => {
  expect(errorView(new TRPCClientError("WebSocket closed")).code).toBe("host-unavailable");
});

it("never shows the text of an unknown error", () => {
  const secret = "connect postgres://kim:hunter2@db";
  for (const thrown of [new Error(secret), secret, { message: secret }, null]) {
    expect(JSON.stringify(errorView(thrown))).not.toContain("hunter2");
  }
});
