/** A count with a comma between groups of three digits: 1,530,000. */
export const countText = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
