import { IconSparkles } from "@tabler/icons-react";
import { icons } from "./icons.ts";

/** The icon that a generator names, without Tabler's prefix: "calendar". */
export function IconByName({ name, size = "sm" }: { readonly name: string; readonly size?: "sm" | "xs" | "md" }) {
  const Icon = icons[name] ?? IconSparkles;
  return <Icon className={size === "md" ? "i" : `i i-${size}`} stroke={1.5} aria-hidden="true" />;
}
