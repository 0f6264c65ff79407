/** A page of a made-up site: what is asked of it, how long it takes, and how it is answered. */
export interface Page {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  readonly status: number;
  /** The usual milliseconds to the answer. */
  readonly duration: number;
  /** Where visitors come from: another site, another page, or nowhere. */
  readonly referrer: string;
  readonly weight: number;
}

const site = "https://www.example.com";

// Reserved domains only (RFC 2606): no referrer names a site that exists.
const outside = [
  "https://search.example/",
  "https://news.example/",
  "https://social.example/",
  "https://blog.example.org/",
];

const paths: readonly (readonly [path: string, weight: number, duration: number, from: string])[] = [
  ["/", 22, 90, ""],
  ["/products", 12, 140, "/"],
  ["/products/4711", 8, 120, "/products"],
  ["/products/815", 6, 120, "/products"],
  ["/products/2042", 5, 120, "/products"],
  ["/categories/garden", 4, 150, "/"],
  ["/categories/kitchen", 4, 150, "/"],
  ["/search?q=lamp", 4, 260, "/"],
  ["/search?q=desk", 3, 260, "/products"],
  ["/cart", 5, 110, "/products/4711"],
  ["/checkout", 3, 180, "/cart"],
  ["/account", 4, 130, "/login"],
  ["/account/orders", 3, 170, "/account"],
  ["/login", 4, 80, "/"],
  ["/blog", 3, 100, ""],
  ["/blog/spring-cleaning", 2, 110, "/blog"],
  ["/about", 2, 70, "/"],
  ["/contact", 2, 70, "/about"],
  ["/help/returns", 2, 80, "/account/orders"],
  ["/assets/app.js", 3, 20, "/"],
];

const seen = (path: string, weight: number, duration: number, from: string): readonly Page[] => {
  const page = { method: "GET", path, duration } as const;
  const inside = from === "" ? [] : [{ ...page, status: 200, referrer: site + from, weight: weight * 0.6 }];
  return [
    ...inside,
    ...outside.map((referrer) => ({ ...page, status: 200, referrer, weight: weight * (from === "" ? 0.15 : 0.05) })),
    { ...page, status: 200, referrer: "", weight: weight * 0.2 },
    { ...page, status: 304, referrer: "", weight: weight * 0.06, duration: 12 },
    { ...page, status: 500, referrer: "", weight: weight * 0.01, duration: duration * 8 },
  ];
};

const acts: readonly Page[] = [
  { method: "POST", path: "/login", status: 302, duration: 240, referrer: `${site}/login`, weight: 3 },
  { method: "POST", path: "/login", status: 401, duration: 210, referrer: `${site}/login`, weight: 0.6 },
  { method: "POST", path: "/cart", status: 201, duration: 130, referrer: `${site}/products/4711`, weight: 3 },
  { method: "DELETE", path: "/cart/items/1", status: 204, duration: 95, referrer: `${site}/cart`, weight: 0.6 },
  { method: "POST", path: "/checkout", status: 302, duration: 420, referrer: `${site}/checkout`, weight: 1.6 },
  { method: "POST", path: "/checkout", status: 422, duration: 190, referrer: `${site}/checkout`, weight: 0.3 },
  { method: "GET", path: "/account", status: 401, duration: 25, referrer: "", weight: 0.5 },
  {
    method: "GET",
    path: "/old-catalogue",
    status: 301,
    duration: 15,
    referrer: "https://blog.example.org/",
    weight: 0.8,
  },
  { method: "GET", path: "/favicon.png", status: 404, duration: 10, referrer: "", weight: 0.8 },
  { method: "GET", path: "/wp-admin", status: 404, duration: 10, referrer: "", weight: 0.6 },
];

/** The pages of the site, and how often each is asked for. */
export const pages: readonly Page[] = [...paths.flatMap((path) => seen(...path)), ...acts];
