import { Modal } from "@mantine/core";
import { useEffect, useRef, type ReactNode, type RefObject } from "react";
import { useFocusReturn } from "./focus-return.ts";

interface DialogProps {
  readonly title: ReactNode;
  /** 480 to confirm, 640 for files, 720 for forms, 920 for a tree with its details. */
  readonly size: 480 | 640 | 720 | 920;
  readonly onClose: () => void;
  /** Another dialog lies over this one and has the Escape key. */
  readonly covered?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

const canTakeFocus = "button:enabled, input:enabled:not([type=radio]:not(:checked)), select:enabled, textarea:enabled";

/** Begins with what the dialog asks, not with the button that closes it. */
function useFirstFocus(): RefObject<HTMLDivElement | null> {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const within = body.current;
    if (!within || within.querySelector("[data-autofocus]")) return;
    const { activeElement } = document;
    const first = within.contains(activeElement) ? activeElement : within.querySelector(canTakeFocus);
    first?.setAttribute("data-autofocus", "");
  }, []);
  return body;
}

/** A dialog: open as long as it is drawn. The focus goes back to where it was before. */
export function Dialog({ title, size, onClose, covered = false, className, children }: DialogProps) {
  useFocusReturn();
  const body = useFirstFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      centered
      // The library returns it only from dialogs that stay drawn while they are closed.
      returnFocus={false}
      closeOnEscape={!covered}
      trapFocus={!covered}
      {...(className === undefined ? {} : { className })}
    >
      <div ref={body}>{children}</div>
    </Modal>
  );
}
