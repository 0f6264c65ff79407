import type { ReactNode } from "react";
import { KeepDialog } from "./findings/KeepDialog.tsx";
import { KeyDialog } from "./key/KeyDialog.tsx";
import { PolicyDialog } from "./policy/PolicyDialog.tsx";
import { usePrivacy } from "./privacy-store.ts";
import "./privacy.css";

/** The dialogs on masks, wherever they are asked for. */
export function PrivacyDialogs(): ReactNode {
  const dialog = usePrivacy((state) => state.dialog);
  if (dialog?.kind === "keep") return <KeepDialog {...dialog} />;
  if (dialog?.kind === "policy") return <PolicyDialog />;
  return dialog?.kind === "key" ? <KeyDialog /> : null;
}
