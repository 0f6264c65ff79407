import { IconPlugConnectedX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useConnection } from "../host/connection-store.ts";

/** A short gap heals by itself before anyone needs to read of it. */
const quietMilliseconds = 800;

/** Tells calmly that the engine is gone; what is on screen stays. */
export function ConnectionBanner() {
  const lost = useConnection() === "lost";
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!lost) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), quietMilliseconds);
    return () => clearTimeout(timer);
  }, [lost]);
  if (!shown) return null;
  return (
    <div className="banner" role="status">
      <IconPlugConnectedX className="i" stroke={1.5} aria-hidden="true" />
      <span>
        <b>Seedloom&apos;s engine is not answering.</b> It is tried again every few seconds. Edits since the last save
        are in this window only: keep it open. If the engine was stopped, start it again and open the new address.
      </span>
    </div>
  );
}
