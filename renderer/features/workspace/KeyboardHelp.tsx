import { useAllCommands, type Command } from "../../commands/command.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Kbd } from "../../components/Kbd.tsx";
import { closeDialog, useUi } from "../../state/ui-store.ts";

const groups = ["Project", "Edit", "Go to", "View", "Column"] as const satisfies readonly Command["group"][];

/** Keys that parts of the window handle themselves. */
const inPlace: readonly { readonly shortcut: string; readonly label: string }[] = [
  { shortcut: "f2", label: "Edit the cell or its options" },
  { shortcut: "escape", label: "Close, cancel, clear the selection" },
];

/** The list of keys, read from the commands. */
export function KeyboardHelp() {
  const open = useUi((state) => state.dialog === "keyboard");
  const commands = useAllCommands();
  if (!open) return null;
  return (
    <Dialog onClose={closeDialog} title="Keyboard shortcuts" size={720}>
      <div className="keys-help">
        {groups.map((group) => {
          const shown = commands.filter((command) => command.group === group && command.shortcut !== undefined);
          if (shown.length === 0) return null;
          return (
            <section key={group} aria-label={group}>
              <h3>{group}</h3>
              <dl>
                {shown.map(({ id, label, shortcut = "" }) => (
                  <div key={id}>
                    <dt>{label}</dt>
                    <dd>
                      <Kbd shortcut={shortcut} />
                    </dd>
                  </div>
                ))}
                {group === "Edit"
                  ? inPlace.map(({ shortcut, label }) => (
                      <div key={shortcut}>
                        <dt>{label}</dt>
                        <dd>
                          <Kbd shortcut={shortcut} />
                        </dd>
                      </div>
                    ))
                  : null}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
