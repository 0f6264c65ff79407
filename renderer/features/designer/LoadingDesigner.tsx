import { useEffect, useState, type ReactNode } from "react";

const delay = 80;
const lines = [70, 92, 120, 84, 56, 76, 88, 104];

/** Grey lines in the places of what is coming; after a moment only, so that a quick answer does not flicker. */
export function LoadingDesigner(): ReactNode {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), delay);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return <div className="dz" aria-busy="true" />;
  return (
    <div className="dz" aria-busy="true" aria-label="Reading the table" role="status">
      <div className="pane-head">
        <span className="skel" style={{ width: 120 }} />
      </div>
      {lines.map((width, index) => (
        <div key={index} className="dz-skeleton">
          <span className="skel" style={{ width: 14 }} />
          <span className="skel" style={{ width }} />
          <span className="skel" style={{ width: 72 }} />
          <span className="skel" style={{ width: 96 }} />
        </div>
      ))}
    </div>
  );
}
