import { z } from "zod";
import { wordAt } from "../../random/stream.ts";
import { bundleField, bundlePart, bundleStream } from "../bundle.ts";
import { listedKernel, weightedDraw } from "../bundle-text.ts";
import { defineGenerator, type Generator } from "../generator.ts";
import { suffixCapacity } from "../text/row-suffix.ts";
import { takesText, textLimit } from "../text/text-kernel.ts";
import { devices, type Device } from "./devices.ts";

const params = z.strictObject({ device: bundleField("Device", "old_device_model belongs to old_device_os") });

const draw = weightedDraw(devices.map(({ weight }) => weight));

function part(
  id: string,
  label: string,
  help: string,
  field: Exclude<keyof Device, "weight">,
  icon: string,
  words: string,
  more: { readonly version?: number; readonly least?: number; readonly central?: boolean } = {},
): Generator {
  const texts = devices.map((device) => device[field]);
  return defineGenerator<z.infer<typeof params>>({
    id,
    version: more.version ?? 1,
    label,
    help,
    example: texts[0] ?? "",
    category: "internet",
    keywords: ["device", ...words.split(" ")],
    icon,
    params,
    bundle: bundlePart("device", more.central),
    accepts: (type) => takesText(type, more.least ?? 3),
    describe: (p) => `of the row's device${p.device === "" ? "" : `, ${p.device}`}`,
    capacity: (_p, type) => suffixCapacity(textLimit(type)),
    compile(p, context) {
      const { k0, k1 } = bundleStream(context, "device", p.device);
      return listedKernel(texts, (row) => draw(wordAt(k0, k1, row, 0)), context);
    },
  });
}

/** A device and its browser; the columns of a row that share one fit each other. */
export const deviceGenerators: readonly Generator[] = [
  part("device.type", "Device type", "phone, tablet or computer.", "type", "devices", "kind class platform", { least: 8 }),
  part("device.brand", "Device brand", "Makers of phones, tablets and computers.", "brand", "devices", "maker manufacturer vendor", { least: 6 }),
  part("device.model", "Device model", "Models of phones, tablets and computers.", "model", "device-mobile", "phone tablet computer laptop name", { least: 10, central: true }),
  part("device.os", "Operating system", "Systems, as the row's device has them.", "os", "device-desktop", "os android ios windows macos linux platform", { least: 7 }),
  part("device.osVersion", "System version", "Versions of the row's system.", "osVersion", "versions", "os release version"),
  part("device.browser", "Browser", "Browsers that run on the row's device.", "browser", "browser", "chrome safari firefox edge client", { least: 7 }),
  part("device.browserVersion", "Browser version", "Versions of the row's browser.", "browserVersion", "versions", "chrome safari firefox release"),
  part("internet.userAgent", "User agent", "What the row's browser calls itself.", "userAgent", "browser", "browser client http header ua", { version: 3, least: 40 }),
]; // prettier-ignore
