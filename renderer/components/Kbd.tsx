import { shortcutKeys } from "../commands/shortcut.ts";
import { isMac } from "../host/platform.ts";

/** The keys of a shortcut ("mod+shift+z"), named as this machine's keyboard names them. */
export function Kbd({ shortcut }: { readonly shortcut: string }) {
  return (
    <span className="keys">
      {shortcutKeys(shortcut, isMac()).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
