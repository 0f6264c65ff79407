import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useFocusReturn } from "./focus-return.ts";

interface DialogProps {
  readonly title: ReactNode;
  /** 480 to confirm, 640 for files, 720 for forms. */
  readonly size: 480 | 640 | 720;
  readonly onClose: () => void;
  /** Another dialog lies over this one and has the Escape key. */
  readonly covered?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A dialog: open as long as it is drawn. The focus goes back to where it was before. */
export function Dialog({ title, size, onClose, covered = false, className, children }: DialogProps) {
  useFocusReturn();
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
      {children}
    </Modal>
  );
}
