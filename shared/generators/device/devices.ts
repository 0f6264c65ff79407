/** A device as it is sold, its system and a browser that runs on it. */
export interface Device {
  readonly type: "phone" | "tablet" | "computer";
  readonly brand: string;
  readonly model: string;
  readonly os: string;
  readonly osVersion: string;
  readonly browser: string;
  readonly browserVersion: string;
  readonly userAgent: string;
  readonly weight: number;
}

/** A browser's versions, and how it calls itself on a system. */
interface Browser {
  readonly name: string;
  readonly versions: readonly string[];
  userAgent(system: string, version: string, type: Device["type"]): string;
}

const blink = "AppleWebKit/537.36 (KHTML, like Gecko)";
const chrome: Browser = {
  name: "Chrome",
  versions: ["126.0.0.0", "131.0.0.0", "137.0.0.0", "142.0.0.0"],
  userAgent: (system, version, type) =>
    `Mozilla/5.0 (${system}) ${blink} Chrome/${version} ${type === "phone" ? "Mobile " : ""}Safari/537.36`,
};
const edge: Browser = {
  name: "Edge",
  versions: ["126.0.0.0", "138.0.0.0", "142.0.0.0"],
  userAgent: (system, version) => `Mozilla/5.0 (${system}) ${blink} Chrome/${version} Safari/537.36 Edg/${version}`,
};
const firefox: Browser = {
  name: "Firefox",
  versions: ["128.0", "136.0", "145.0"],
  userAgent: (system, version) => `Mozilla/5.0 (${system}; rv:${version}) Gecko/20100101 Firefox/${version}`,
};
const samsung: Browser = {
  name: "Samsung Internet",
  versions: ["26.0", "28.0"],
  userAgent: (system, version) =>
    `Mozilla/5.0 (${system}) ${blink} SamsungBrowser/${version} Chrome/122.0.0.0 Mobile Safari/537.36`,
};
/** Safari goes by the version of its system on phones and tablets. */
const safari: Browser = {
  name: "Safari",
  versions: ["17.6", "18.5", "26.0"],
  userAgent: (system, version, type) =>
    `Mozilla/5.0 (${system}) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${version} ${type === "computer" ? "Safari/605.1.15" : "Mobile/15E148 Safari/604.1"}`,
};

interface Line {
  readonly type: Device["type"];
  readonly brand: string;
  readonly models: string;
  readonly os: string;
  readonly versions: string;
  readonly browsers: readonly Browser[];
  readonly weight: number;
  /** What the browser says of the system; browsers hide the model, and systems their version, as they are known to. */
  system(version: string, model: string): string;
}

const android = (version: string): string => `Linux; Android ${version}; K`;
const iphone = (version: string): string => `iPhone; CPU iPhone OS ${version.replaceAll(".", "_")} like Mac OS X`;
const windows = (): string => "Windows NT 10.0; Win64; x64";
const mac = (): string => "Macintosh; Intel Mac OS X 10_15_7";

const lines: readonly Line[] = [
  { type: "phone", brand: "Apple", models: "iPhone 13|iPhone 14|iPhone 14 Pro|iPhone 15|iPhone 15 Pro|iPhone 16|iPhone 16 Pro|iPhone SE", os: "iOS", versions: "17.6|18.5|26.0", browsers: [safari], weight: 24, system: iphone },
  { type: "phone", brand: "Samsung", models: "Galaxy S22|Galaxy S23|Galaxy S24|Galaxy S25|Galaxy A54|Galaxy A55|Galaxy Z Flip5", os: "Android", versions: "13|14|15|16", browsers: [chrome, samsung], weight: 18, system: android },
  { type: "phone", brand: "Google", models: "Pixel 7|Pixel 8|Pixel 8a|Pixel 9|Pixel 9 Pro", os: "Android", versions: "14|15|16", browsers: [chrome], weight: 5, system: android },
  { type: "phone", brand: "Xiaomi", models: "Redmi Note 12|Redmi Note 13|Xiaomi 13|Xiaomi 14|POCO X6 Pro", os: "Android", versions: "13|14|15", browsers: [chrome], weight: 7, system: android },
  { type: "phone", brand: "OnePlus", models: "OnePlus 11|OnePlus 12|Nord 3", os: "Android", versions: "14|15", browsers: [chrome], weight: 2, system: android },
  { type: "phone", brand: "Motorola", models: "Moto G54|Moto G84|Edge 40", os: "Android", versions: "13|14", browsers: [chrome], weight: 2, system: android },
  { type: "tablet", brand: "Apple", models: "iPad (10th generation)|iPad Air 5|iPad Pro 11|iPad mini 6", os: "iPadOS", versions: "17.6|18.5|26.0", browsers: [safari], weight: 5, system: (version) => `iPad; CPU OS ${version.replaceAll(".", "_")} like Mac OS X` },
  { type: "tablet", brand: "Samsung", models: "Galaxy Tab S8|Galaxy Tab S9|Galaxy Tab A9", os: "Android", versions: "13|14|15", browsers: [chrome], weight: 2, system: android },
  { type: "computer", brand: "Apple", models: "MacBook Air|MacBook Pro 14|MacBook Pro 16|iMac 24|Mac mini", os: "macOS", versions: "13.7|14.7|15.5", browsers: [safari, chrome], weight: 11, system: mac },
  { type: "computer", brand: "Dell", models: "XPS 13|XPS 15|Latitude 5440|Inspiron 16|OptiPlex 7010", os: "Windows", versions: "10|11", browsers: [chrome, edge, firefox], weight: 7, system: windows },
  { type: "computer", brand: "HP", models: "EliteBook 840|Pavilion 15|ProBook 450|Spectre x360", os: "Windows", versions: "10|11", browsers: [chrome, edge], weight: 7, system: windows },
  { type: "computer", brand: "Lenovo", models: "ThinkPad X1 Carbon|ThinkPad T14|IdeaPad 5|Yoga 9i", os: "Windows", versions: "10|11", browsers: [chrome, edge, firefox], weight: 7, system: windows },
  { type: "computer", brand: "Microsoft", models: "Surface Laptop 5|Surface Pro 9|Surface Laptop 6", os: "Windows", versions: "10|11", browsers: [edge, chrome], weight: 2, system: windows },
  { type: "computer", brand: "Framework", models: "Laptop 13|Laptop 16", os: "Linux", versions: "6.8|6.12", browsers: [firefox, chrome], weight: 1, system: () => "X11; Linux x86_64" },
]; // prettier-ignore

/** Safari of a phone or tablet has its system's version. */
const versionsOf = (browser: Browser, line: Line, osVersion: string): readonly string[] =>
  browser === safari && line.type !== "computer" ? [osVersion] : browser.versions;

/** Every device with each of its systems and browsers, from public knowledge as of 2026. */
export const devices: readonly Device[] = lines.flatMap((line) => {
  const made = line.models.split("|").flatMap((model) =>
    line.versions.split("|").flatMap((osVersion) =>
      line.browsers.flatMap((browser) =>
        versionsOf(browser, line, osVersion).map((browserVersion) => ({
          type: line.type,
          brand: line.brand,
          model,
          os: line.os,
          osVersion,
          browser: browser.name,
          browserVersion,
          userAgent: browser.userAgent(line.system(osVersion, model), browserVersion, line.type),
        })),
      ),
    ),
  );
  return made.map((device) => ({ ...device, weight: line.weight / made.length }));
});
