import { notifications } from "@mantine/notifications";
import type { ErrorView } from "../../shared/api/views.ts";

/** Tells that something was done; it goes by itself. */
export function notify(message: string): void {
  notifications.show({ message, autoClose: 4000, withBorder: true });
}

/** Tells what did not work; it stays until it is read. */
export function notifyError(error: ErrorView): void {
  notifications.show({
    title: error.message,
    message: error.hint ?? "",
    color: "red",
    autoClose: false,
    withBorder: true,
  });
}
