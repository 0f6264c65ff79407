import { flag, method, pick, type FakerMethod } from "./faker-method.ts";

const written = pick("Written as", ["css", "binary"], "As in a style sheet, or bit by bit.");
const alpha = flag("With opacity", false, "A fourth part says how opaque the color is.");

const space = (id: string, label: string, help: string, words: string, draw: FakerMethod["draw"]): FakerMethod =>
  method(`color.${id}`, label, help, "products", "color-swatch", `colour css ${words}`, draw, {
    params: { format: written },
    least: 10,
  });

/** Methods about colors. */
export const colors: readonly FakerMethod[] = [
  method("color.human", "Color", "Names of colors.", "products", "palette", "colour name paint", (f) =>
    f.color.human(),
  ),
  method(
    "color.rgb",
    "Color code",
    "Colors in hexadecimal, such as #8be4ab.",
    "products",
    "color-swatch",
    "colour hex rgb css",
    (f, p) => f.color.rgb({ format: p.format, casing: p.casing, prefix: p.prefix, includeAlpha: p.alpha }),
    {
      least: 7,
      params: {
        format: pick("Written as", ["hex", "css", "binary"], "#8be4ab, rgb(139, 228, 171), or bit by bit."),
        casing: pick("Letters", ["lower", "upper", "mixed"], "The case of hexadecimal letters."),
        prefix: pick("Prefix", ["#", "0x", ""], "What stands before hexadecimal digits."),
        alpha,
      },
    },
  ),
  method(
    "color.hsl",
    "HSL color",
    "Colors by hue, saturation and lightness.",
    "products",
    "color-swatch",
    "colour css hue saturation",
    (f, p) => f.color.hsl({ format: p.format, includeAlpha: p.alpha }),
    { least: 10, params: { format: written, alpha } },
  ),
  space("cmyk", "CMYK color", "Colors by the shares of printing inks.", "print ink", (f, p) =>
    f.color.cmyk({ format: p["format"] === "binary" ? "binary" : "css" }),
  ),
  space("hwb", "HWB color", "Colors by hue, whiteness and blackness.", "hue", (f, p) =>
    f.color.hwb({ format: p["format"] === "binary" ? "binary" : "css" }),
  ),
  space("lab", "LAB color", "Colors of the CIELAB space.", "cielab", (f, p) =>
    f.color.lab({ format: p["format"] === "binary" ? "binary" : "css" }),
  ),
  space("lch", "LCH color", "Colors by lightness, chroma and hue.", "chroma", (f, p) =>
    f.color.lch({ format: p["format"] === "binary" ? "binary" : "css" }),
  ),
  method(
    "color.colorByCSSColorSpace",
    "Color of a CSS color space",
    "Colors written with the CSS function color().",
    "products",
    "color-swatch",
    "colour css display-p3",
    (f, p) => f.color.colorByCSSColorSpace({ format: p.format, space: p.space }),
    {
      least: 12,
      params: {
        format: written,
        space: pick(
          "Color space",
          ["sRGB", "display-p3", "rec2020", "a98-rgb", "prophoto-rgb"],
          "The space that the numbers are of.",
        ),
      },
    },
  ),
  method("color.space", "Color space", "Names of color spaces.", "products", "palette", "colour model", (f) =>
    f.color.space(),
  ),
  method(
    "color.cssSupportedFunction",
    "CSS color function",
    "rgb, hsl and others.",
    "products",
    "palette",
    "css",
    (f) => f.color.cssSupportedFunction(),
  ),
  method(
    "color.cssSupportedSpace",
    "CSS color space",
    "sRGB, display-p3 and others.",
    "products",
    "palette",
    "css",
    (f) => f.color.cssSupportedSpace(),
  ),
];
